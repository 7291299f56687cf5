package org.optimizer.process;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.SanityKind;
import org.springframework.context.MessageSource;

/** Puts findings into words of a language: what is the matter, and what to do. */
public class SanityWords {
    private static final String NONE = "–";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final MessageSource messages;
    private final Locale locale;

    public SanityWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** @param names as {@link SanityNames} gives them; who has none is called by his id */
    public String name(SanityFinding finding, Map<String, String> names) {
        return names.getOrDefault(SanityNames.key(finding), finding.subjectId());
    }

    public String kind(SanityKind kind) {
        return text("sanity.kind." + kind.code());
    }

    public String severity(SanityFinding finding) {
        return text("sanity.severity." + finding.severity().code());
    }

    /** What is the matter, without the name: {@code nothing since Tue 17 Nov 14:32, while the fleet drove on 3 days}. */
    public String found(SanityFinding finding, ZoneId zone) {
        boolean share = finding.kind().isShare();
        return text(
                "sanity.found." + finding.kind().code(),
                finding.found(),
                share ? percent(finding.found()) : number(finding.found()),
                finding.beside(),
                number(finding.beside()),
                finding.kind() == SanityKind.DRIVER_NOT_SCORED ? reasons(finding) : days(finding),
                finding.lastFixAt()
                        .map(at -> DateTimeFormatter.ofPattern("EEE d MMM HH:mm", locale)
                                .format(at.atZone(zone)))
                        .orElse(text("sanity.long-ago")));
    }

    /** What to do: {@code check the charger of its phone}. */
    public String action(SanityFinding finding) {
        return text("sanity.action." + finding.action());
    }

    private String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return Double.isFinite(value) ? format.format(value) : NONE;
    }

    private String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(share < 0.1 ? 1 : 0);
        return format.format(share);
    }

    private String days(SanityFinding finding) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("EEE d MMM", locale);
        return finding.details().stream()
                .map(detail -> DAY.matcher(detail).matches() ? form.format(LocalDate.parse(detail)) : detail)
                .collect(Collectors.joining(", "));
    }

    private String reasons(SanityFinding finding) {
        return finding.details().stream().map(this::reason).collect(Collectors.joining("; "));
    }

    /** @param detail code, figure found and figure asked for */
    private String reason(String detail) {
        String[] parts = detail.split(":");
        double[] figures =
                Arrays.stream(parts).skip(1).mapToDouble(Double::parseDouble).toArray();
        Object[] arguments = {
            figures[0],
            figures[1],
            number(figures[0]),
            number(figures[1]),
            Double.isFinite(figures[0]) ? percent(figures[0]) : NONE,
            Double.isFinite(figures[1]) ? percent(figures[1]) : NONE
        };
        String unknown = parts[0].replace('-', ' ');
        return messages.getMessage("reason." + parts[0], arguments, unknown, locale);
    }
}
