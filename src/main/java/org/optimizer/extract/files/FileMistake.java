package org.optimizer.extract.files;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A file that cannot be used as it is; what is wrong can be said in every language of the product. The message is the one line to
 * show to who reads English: {@code FILE:LINE: what is wrong}.
 */
public final class FileMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final long line;
    private final List<String> details;

    /**
     * @param code of a sentence {@code file-mistake.CODE} in the message files
     * @param line 0 for the file as a whole
     * @param details what stands in the sentence
     */
    public FileMistake(String file, String code, long line, List<String> details) {
        super(file + ":" + line + ": " + sentence(code, details, Locale.ENGLISH));
        this.code = code;
        this.line = line;
        this.details = List.copyOf(details);
    }

    public String code() {
        return code;
    }

    public long line() {
        return line;
    }

    public List<String> details() {
        return details;
    }

    /** What is wrong, without file and line. */
    public static String sentence(String code, List<String> details, Locale language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(words.getString("file-mistake." + code), language).format(details.toArray());
    }
}
