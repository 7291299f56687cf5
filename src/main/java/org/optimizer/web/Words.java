package org.optimizer.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Collator;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.optimizer.model.Feature;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Reason;
import org.optimizer.model.ReviewChange;
import org.springframework.context.MessageSource;

/** Puts values into the reader's language: {@code 12,5 %}, {@code lun. 23 nov. 2026}, {@code S47}. */
class Words {
    static final String NONE = "–";

    private final MessageSource messages;
    private final Locale locale;
    private final Instant now;

    Words(MessageSource messages, Locale locale, Instant now) {
        this.messages = messages;
        this.locale = locale;
        this.now = now;
    }

    Locale locale() {
        return locale;
    }

    /** , or . */
    char decimalSign() {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }

    public String language() {
        return locale.getLanguage();
    }

    /** The order of names: É beside E. */
    Comparator<Object> alphabet() {
        return Collator.getInstance(locale);
    }

    Instant now() {
        return now;
    }

    /** France, Côte d’Ivoire … of two letters. */
    public String country(String code) {
        return new Locale("", code).getDisplayCountry(locale);
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** S47 */
    public String week(IsoWeek week) {
        return text("format.week", "%02d".formatted(week.number()));
    }

    /** @param week such as 2026-W47 */
    public String week(String week) {
        return week(IsoWeek.parse(week));
    }

    /** 16 – 22 nov. 2026 */
    public String days(IsoWeek week) {
        LocalDate monday = week.monday();
        boolean oneMonth = monday.getMonth() == week.sunday().getMonth();
        boolean oneYear = monday.getYear() == week.sunday().getYear();
        String from = format(monday, oneMonth ? "d" : oneYear ? "d MMM" : "d MMM yyyy");
        return from + " – " + format(week.sunday(), "d MMM yyyy");
    }

    /** lun. 23 nov. 2026 */
    public String day(LocalDate day) {
        return format(day, "EEE d MMM yyyy");
    }

    /** lun. */
    public String weekday(LocalDate day) {
        return format(day, "EEE");
    }

    private String format(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    /** lun. 23 nov. 2026 14:32 */
    public String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", locale).format(at.atZone(zone));
    }

    /** jeu. 26 nov. 12:00 */
    public String hour(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("EEE d MMM HH:mm", locale).format(at.atZone(zone));
    }

    /** 14:32 */
    public String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(at.atZone(zone));
    }

    /** lun. 14:32:07 */
    public String second(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("EEE HH:mm:ss", locale).format(at.atZone(zone));
    }

    /** "12 min ago"; an instant in the future counts as now. */
    public String ago(Instant at) {
        long minutes = Math.max(0, Duration.between(at, now).toMinutes());
        if (minutes < 1) {
            return text("ago.now");
        }
        if (minutes < 90) {
            return text("ago.minutes", minutes);
        }
        return minutes < 36 * 60 ? text("ago.hours", minutes / 60) : text("ago.days", minutes / (24 * 60));
    }

    public String number(double value, int decimals) {
        return number(value, decimals, decimals);
    }

    /** With a decimal only where there is one. */
    private String number(double value) {
        return number(value, 0, 1);
    }

    private String number(double value, int fewestDecimals, int mostDecimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(fewestDecimals);
        format.setMaximumFractionDigits(mostDecimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return Double.isFinite(value) ? format.format(BigDecimal.valueOf(value)) : NONE;
    }

    /** +3,2 or −3,2 */
    public String signed(double value, int decimals) {
        return (value > 0 ? "+" : "") + number(value, decimals).replace('-', '−');
    }

    /** A cell of a rule table: a number in the reader's way, anything else as it is. */
    public String figure(String cell) {
        return cell.matches("-?[0-9]+(\\.[0-9]+)?") ? number(Double.parseDouble(cell), 0, 4) : cell;
    }

    public String textOr(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, locale);
    }

    /** @param share 0 to 1 */
    public String percent(double share, int decimals) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(0);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return Double.isFinite(share) ? format.format(BigDecimal.valueOf(share)) : NONE;
    }

    /** The school scale that drivers read at once. @param of100 a mark of 0 to 100 */
    public String on20(double of100) {
        BigDecimal on20 = BigDecimal.valueOf(of100).divide(BigDecimal.valueOf(5));
        return number(on20.doubleValue(), 1);
    }

    public String on20(Optional<BigDecimal> of100) {
        return of100.map(mark -> on20(mark.doubleValue())).orElse(NONE);
    }

    public String on100(Optional<BigDecimal> mark) {
        return mark.map(value -> number(value.doubleValue(), 2)).orElse(NONE);
    }

    /** ▲2, ▼1, = */
    public String change(int places) {
        return places == 0 ? "=" : (places > 0 ? "▲" : "▼") + Math.abs(places);
    }

    /** A feature's value with its unit. */
    public String value(FeatureMark part) {
        return value(part.feature(), part.value());
    }

    String value(Feature feature, double value) {
        return switch (feature) {
            case GENTLE_SHARE, ECO_CAP_SHARE -> percent(value, 1);
            case RPA5 -> number(value, 3) + unit(feature);
            case STEADINESS, ACCELERATION_POINTS, BRAKING_POINTS -> number(value, 2) + unit(feature);
        };
    }

    /** +1,02 */
    String gain(double points) {
        return "+" + number(points, 2);
    }

    /** −0,63 */
    String cost(double points) {
        return points == 0 ? NONE : "−" + number(points, 2);
    }

    private String unit(Feature feature) {
        return "\u00a0" + text("unit." + feature.code());
    }

    /** 34,79 € */
    public String euros(BigDecimal amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance("EUR"));
        return format.format(amount);
    }

    boolean isPast(Instant at) {
        return at.isBefore(now);
    }

    /** The kind of an anomaly in a word or two. */
    public String flag(String code) {
        return coded("flag.", code);
    }

    /** What was changed of a driver in a review. */
    String changed(ReviewChange change, String driver) {
        String key = "review.change." + change.kind().name().toLowerCase(Locale.ROOT)
                + (change.after().isPresent() ? ".set" : ".taken-back");
        String undone = change.undoes().isPresent() ? text("review.change.undone") + " " : "";
        return undone
                + text(key, driver, change.after().orElse(""), change.before().orElse(""));
    }

    /** A code that the message files do not know is shown as it is, with its figures: a reason must never be lost. */
    public String reason(Reason reason) {
        String found = number(reason.found());
        String expected = number(reason.expected());
        String unknown = text("reason.other", reason.code().replace('-', ' '), found, expected);
        Object[] figures = {
            reason.found(),
            reason.expected(),
            found,
            expected,
            percent(reason.found(), 1),
            percent(reason.expected(), 1)
        };
        return messages.getMessage("reason." + reason.code(), figures, unknown, locale);
    }

    /** What was refused and what to do; {@code otherwise} when the code is not in the message files. */
    public String refused(String code, String otherwise) {
        return messages.getMessage("refused." + code, null, text("refused.other", otherwise), locale);
    }

    public String noMessage(String code) {
        return messages.getMessage("no-message." + code, null, code.replace('-', ' '), locale);
    }

    /** A class that the message files do not know is shown as it is: a business user may have just invented it. */
    public String idleClass(String code) {
        return coded("idle-class.", code);
    }

    /** What standstills count as. */
    public String countsAs(String code) {
        return coded("counts-as.", code);
    }

    /** Why a cycle is not complete. */
    public String incomplete(String reason) {
        return coded("cycle-reason.", reason);
    }

    /** What else is known of a cycle. */
    public String cycleFlag(String flag) {
        return coded("cycle-flag.", flag);
    }

    /** load, unload, depot … */
    public String zoneType(String type) {
        return coded("zone-type.", type);
    }

    private String coded(String prefix, String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', '-');
        return messages.getMessage(prefix + words, null, words.replace('-', ' '), locale);
    }

    /** +33 ·· ·· ·· 42: enough to recognise a number, not enough to call it. */
    public String masked(String phone) {
        return phone.substring(0, Math.min(3, phone.length())) + " ·· ·· ·· "
                + phone.substring(Math.max(0, phone.length() - 2));
    }

    /** sha256:5c7d54876d70…: twelve digits of the hash are enough for people. */
    public String shortVersion(String version) {
        String hash = version.substring(version.indexOf(':') + 1);
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
