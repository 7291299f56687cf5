package org.optimizer.rules;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables by which SMS go to a country: whether, at what price, at what hours, on what days not. */
final class SmsForms {
    private static final List<String> YES_NO = List.of("yes", "no");
    private static final Column COUNTRY = FormType.column("country", "[A-Z]{2}", "sms-country-code");
    /** Any leap year: 29 February is a day. */
    private static final int LEAP_YEAR = 2024;

    static final TableForm COUNTRIES = new TableForm(
            "sms-country",
            List.of(
                    Column.id("id"),
                    COUNTRY,
                    Column.word("allowed", YES_NO),
                    Column.whole("national_digits", "", 4, 14),
                    FormType.column("sender", "([A-Za-z0-9]{1,11})?", "sms-sender"),
                    Column.whole("from_hour", "h", 0, 23),
                    Column.whole("to_hour", "h", 1, 24),
                    Column.word("sundays", YES_NO),
                    FormType.column("zone", "[A-Z][A-Za-z]+(/[A-Z][A-Za-z_]+)+", "sms-zone"),
                    FormType.column("stop_text", "([A-Za-z0-9]+( [A-Za-z0-9]+){0,4})?", "sms-stop"),
                    Column.number("price_per_part_eur", "€", 0, 5)),
            List.of(COUNTRY),
            List.of(
                    "allowed",
                    "national_digits",
                    "sender",
                    "from_hour",
                    "to_hour",
                    "sundays",
                    "zone",
                    "stop_text",
                    "price_per_part_eur"),
            row -> new SmsCountryCase(row.word("country")),
            SmsForms::checkCountries);

    static final TableForm HOLIDAYS = new TableForm(
            "sms-holiday",
            List.of(
                    Column.id("id"),
                    COUNTRY,
                    wholeOrBlank("year", "", 2020, 2100, 0),
                    wholeOrBlank("month", "", 1, 12, 0),
                    wholeOrBlank("day", "", 1, 31, 0),
                    wholeOrBlank("easter_days", "", -60, 70, SmsDayCase.NOT_BY_EASTER)),
            List.of(
                    COUNTRY,
                    Column.whole("year", "", 2020, 2100),
                    Column.whole("month", "", 1, 12),
                    Column.whole("day", "", 1, 31)),
            List.of("holiday"),
            row -> new SmsDayCase(
                    row.word("country"), (int) row.number("year"), (int) row.number("month"), (int) row.number("day")),
            SmsForms::checkHolidays);

    private SmsForms() {}

    private static Column wholeOrBlank(String name, String unit, int min, int max, double blank) {
        return new Column(name, new NumberType(unit, min, max, true, blank));
    }

    /** One row a country, hours that have an end after their begin, and a zone that there is. */
    private static void checkCountries(List<Row> rows, Problems problems) {
        Map<String, Row> seen = new HashMap<>();
        for (Row row : rows) {
            Row first = seen.putIfAbsent(row.word("country"), row);
            if (first != null) {
                problems.cell(row, "country", row.word("country"), Wrong.of("sms-country-twice", first.id()));
            }
            if (row.number("to_hour") <= row.number("from_hour")) {
                problems.cell(
                        row, "to_hour", NumberType.plain(row.number("to_hour")), Wrong.of("more-than", "from_hour"));
            }
            if (!ZoneId.getAvailableZoneIds().contains(row.word("zone"))) {
                problems.cell(row, "zone", row.word("zone"), Wrong.of("sms-zone"));
            }
        }
    }

    /** A day is a month and a day, or so many days after Easter. */
    private static void checkHolidays(List<Row> rows, Problems problems) {
        for (Row row : rows) {
            boolean byEaster = row.number("easter_days") != SmsDayCase.NOT_BY_EASTER;
            boolean hasMonth = row.number("month") != 0;
            boolean hasDay = row.number("day") != 0;
            if (hasMonth != hasDay || byEaster == hasDay) {
                problems.cell(row, "easter_days", hasDay ? "both" : "neither", Wrong.of("sms-date"));
            } else if (hasDay && !isDay(row)) {
                problems.cell(row, "day", NumberType.plain(row.number("day")), Wrong.of("sms-day"));
            }
        }
    }

    private static boolean isDay(Row row) {
        int year = row.number("year") == 0 ? LEAP_YEAR : (int) row.number("year");
        int lastOfMonth = YearMonth.of(year, (int) row.number("month")).lengthOfMonth();
        return row.number("day") <= lastOfMonth;
    }
}
