package org.optimizer.web;

import org.springframework.context.MessageSource;

/** The message files, for tests of other packages. */
public final class PagesWords {
    private PagesWords() {}

    public static MessageSource source() {
        return new PageConfig().messageSource();
    }
}
