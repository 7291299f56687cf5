package org.optimizer.rules;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.optimizer.rules.RawSheet.RawCell;
import org.optimizer.rules.RawSheet.RawCell.Kind;
import org.optimizer.rules.RawSheet.RawRow;

/**
 * Reads the cells of an XLSX with the JDK's own streaming parser: values and texts, and nothing that would have to be worked
 * out. A cell with a formula is one with a mistake; the value that was stored with it is not looked at.
 */
final class SheetReader {
    private static final int MOST_STRINGS = 50_000;
    private static final XMLInputFactory XML = xml();

    private final Map<String, byte[]> parts;
    private List<String> strings = List.of();
    private List<Boolean> dateStyles = List.of();

    private SheetReader(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("an entity from outside");
        });
        return factory;
    }

    /** Sheet by sheet, hidden ones too. */
    static List<RawSheet> read(byte[] content) throws Refused {
        Map<String, byte[]> parts = OfficeFile.parts(content);
        for (String needed : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")) {
            if (!parts.containsKey(needed)) {
                throw new Refused(needed, Wrong.of("no-workbook"));
            }
        }
        try {
            return new SheetReader(parts).sheets();
        } catch (XMLStreamException e) {
            throw new Refused(firstLine(e), Wrong.of("no-workbook"));
        } catch (RuntimeException e) { // what a parser throws at bytes made to break it
            throw new Refused(e.getClass().getSimpleName(), Wrong.of("no-workbook"));
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private List<RawSheet> sheets() throws XMLStreamException, Refused {
        checkLinksAndTypes();
        strings = strings();
        dateStyles = dateStyles();
        Map<String, String> targets = targets();
        List<RawSheet> sheets = new ArrayList<>();
        for (Map.Entry<String, String> sheet : names().entrySet()) {
            String part = targets.get(sheet.getValue());
            if (part == null || !parts.containsKey(part)) {
                throw new Refused(sheet.getKey(), Wrong.of("no-workbook"));
            }
            sheets.add(new RawSheet(sheet.getKey(), rows(part), RawSheet.Writing.UNKNOWN, false));
        }
        return sheets;
    }

    /** One pass over an element's start tags. */
    private interface Starts {
        void at(XMLStreamReader xml) throws XMLStreamException, Refused;
    }

    private void each(String part, Starts starts) throws XMLStreamException, Refused {
        XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(parts.get(part)));
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new Refused(part, Wrong.of("entities"));
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    starts.at(xml);
                }
            }
        } finally {
            xml.close();
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private void checkLinksAndTypes() throws XMLStreamException, Refused {
        for (String part : parts.keySet()) {
            if (part.endsWith(".rels")) {
                each(part, xml -> {
                    if (attribute(xml, "TargetMode").equalsIgnoreCase("External")) {
                        throw new Refused(attribute(xml, "Target"), Wrong.of("links"));
                    }
                });
            }
        }
        each("[Content_Types].xml", xml -> {
            String type = attribute(xml, "ContentType").toLowerCase(Locale.ROOT);
            if (type.contains("macroenabled") || type.contains("vba")) {
                throw new Refused(type, Wrong.of("macros"));
            }
        });
    }

    private Map<String, String> names() throws XMLStreamException, Refused {
        Map<String, String> names = new LinkedHashMap<>();
        each("xl/workbook.xml", xml -> {
            if (xml.getLocalName().equals("sheet") && names.put(attribute(xml, "name"), relation(xml)) != null) {
                throw new Refused(attribute(xml, "name"), Wrong.of("no-workbook"));
            }
        });
        return names;
    }

    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = String.valueOf(xml.getAttributeNamespace(i));
            if (xml.getAttributeLocalName(i).equals("id") && namespace.endsWith("/relationships")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private Map<String, String> targets() throws XMLStreamException, Refused {
        Map<String, String> targets = new TreeMap<>();
        each("xl/_rels/workbook.xml.rels", xml -> {
            String target = attribute(xml, "Target");
            targets.put(attribute(xml, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        });
        return targets;
    }

    private List<String> strings() throws XMLStreamException, Refused {
        List<String> all = new ArrayList<>();
        if (parts.containsKey("xl/sharedStrings.xml")) {
            each("xl/sharedStrings.xml", xml -> {
                if (xml.getLocalName().equals("si")) {
                    all.add(string(xml, "si"));
                    check(all.size(), MOST_STRINGS, "too-large.rows");
                }
            });
        }
        return all;
    }

    private static void check(int size, int most, String code) throws Refused {
        if (size > most) {
            throw new Refused(Integer.toString(size), Wrong.of(code, Integer.toString(most)));
        }
    }

    /** All texts up to the end of an element, without how they are to be spoken. */
    private static String string(XMLStreamReader xml, String until) throws XMLStreamException, Refused {
        StringBuilder text = new StringBuilder();
        boolean isText = false;
        int spoken = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                spoken += xml.getLocalName().equals("rPh") ? 1 : 0;
                isText = spoken == 0 && xml.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals(until)) {
                    return OfficeText.read(text.toString());
                }
                spoken -= xml.getLocalName().equals("rPh") ? 1 : 0;
                isText = false;
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Refused(String.valueOf(xml.getLocalName()), Wrong.of("entities"));
            } else if (isText && xml.hasText()) {
                append(text, xml);
            }
        }
    }

    private static void append(StringBuilder text, XMLStreamReader xml) throws Refused {
        check(text.length() + xml.getTextLength(), 7 * RawSheet.LONGEST_CELL, "too-large.cell");
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    /** Of each style, whether its numbers are days or times. */
    private List<Boolean> dateStyles() throws XMLStreamException, Refused {
        List<Boolean> dates = new ArrayList<>();
        Map<String, String> formats = new TreeMap<>();
        boolean[] isCells = {false};
        if (parts.containsKey("xl/styles.xml")) {
            each("xl/styles.xml", xml -> {
                switch (xml.getLocalName()) {
                    case "numFmt" -> formats.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
                    case "cellXfs" -> isCells[0] = true;
                    case "cellStyles", "cellStyleXfs", "dxfs" -> isCells[0] = false;
                    case "xf" -> {
                        if (isCells[0]) {
                            dates.add(isDate(attribute(xml, "numFmtId"), formats));
                        }
                    }
                    default -> {}
                }
            });
        }
        return dates;
    }

    private static boolean isDate(String format, Map<String, String> formats) {
        String code = formats.get(format);
        if (code == null) {
            return format.matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8]");
        }
        String bare = code.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^]]*]", "");
        return !bare.matches("(?i)general|standard") && bare.matches("(?is).*[dmyhs].*");
    }

    private List<RawRow> rows(String part) throws XMLStreamException, Refused {
        List<RawRow> rows = new ArrayList<>();
        long[] line = {0};
        each(part, xml -> {
            switch (xml.getLocalName()) {
                case "row" -> {
                    line[0] = attribute(xml, "r").isEmpty() ? line[0] + 1 : Long.parseLong(attribute(xml, "r"));
                    rows.add(new RawRow(line[0], new ArrayList<>()));
                    check(rows.size(), 4 * RawSheet.MOST_ROWS, "too-large.rows");
                }
                case "c" -> addCell(rows.get(rows.size() - 1).cells(), xml);
                case "oleObjects", "oleObject", "controls", "control" ->
                    throw new Refused(xml.getLocalName(), Wrong.of("strange-part"));
                default -> {}
            }
        });
        List<RawRow> filled = rows.stream().filter(row -> !row.isBlank()).toList();
        check(filled.size(), RawSheet.MOST_ROWS, "too-large.rows");
        return filled;
    }

    private void addCell(List<RawCell> cells, XMLStreamReader xml) throws XMLStreamException, Refused {
        String reference = attribute(xml, "r");
        int column = reference.isEmpty() ? cells.size() : column(reference);
        RawCell cell = cell(xml);
        if (cell.text().isBlank() && cell.kind() == Kind.TEXT) {
            return;
        }
        check(column + 1, RawSheet.MOST_COLUMNS, "too-large.columns");
        while (cells.size() <= column) {
            cells.add(RawCell.EMPTY);
        }
        cells.set(column, cell);
    }

    /** 0 for A. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = Math.min(1 << 20, column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
        }
        return column - 1;
    }

    private RawCell cell(XMLStreamReader xml) throws XMLStreamException, Refused {
        String type = attribute(xml, "t");
        String style = attribute(xml, "s");
        String value = "";
        boolean formula = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                return formula ? new RawCell("=", Kind.FORMULA) : typed(type, style, value);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = true;
                    case "v" -> value = value(xml);
                    case "is" -> value = string(xml, "is");
                    default -> {}
                }
            }
        }
    }

    private static String value(XMLStreamReader xml) throws XMLStreamException, Refused {
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return text.toString();
            }
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Refused(xml.getLocalName(), Wrong.of("no-workbook"));
            }
            if (xml.hasText()) {
                append(text, xml);
            }
        }
    }

    private RawCell typed(String type, String style, String value) throws Refused {
        RawCell cell =
                switch (type) {
                    case "s" -> new RawCell(strings.get(Integer.parseInt(value.strip())), Kind.TEXT);
                    case "str" -> new RawCell(OfficeText.read(value), Kind.TEXT);
                    case "inlineStr" -> new RawCell(value, Kind.TEXT);
                    case "e" -> new RawCell(value, Kind.ERROR);
                    case "d" -> new RawCell(value, Kind.DATE);
                    case "b" -> new RawCell(value.equals("1") ? "TRUE" : "FALSE", Kind.TEXT);
                    default -> number(style, value.strip());
                };
        check(cell.text().length(), RawSheet.LONGEST_CELL, "too-large.cell");
        return cell;
    }

    private RawCell number(String style, String value) {
        if (value.isEmpty()) {
            return RawCell.EMPTY;
        }
        int index = style.isEmpty() ? 0 : Integer.parseInt(style);
        boolean date = index < dateStyles.size() && dateStyles.get(index);
        return date ? new RawCell(value, Kind.DATE) : new RawCell(UploadedNumber.ofDouble(value), Kind.NUMBER);
    }
}
