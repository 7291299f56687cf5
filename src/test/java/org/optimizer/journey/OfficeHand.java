package org.optimizer.journey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Somebody with a spreadsheet: opens a workbook, types a number into one cell, saves. */
final class OfficeHand {
    private static final String STRINGS = "xl/sharedStrings.xml";

    private OfficeHand() {}

    /**
     * Types {@code to} into the row that begins with {@code row}, into its one cell that holds {@code from}.
     *
     * @throws AssertionError when there is not exactly one such cell in the whole workbook
     */
    static void type(Path workbook, String row, double from, double to) throws Exception {
        Map<String, byte[]> parts = parts(workbook);
        List<String> strings = strings(parts);
        int typed = 0;
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (part.getKey().startsWith("xl/worksheets/sheet")) {
                Document sheet = parsed(part.getValue());
                List<Element> cells = cells(sheet, strings, row, from);
                cells.forEach(cell -> cell.setTextContent(Double.toString(to)));
                typed += cells.size();
                part.setValue(cells.isEmpty() ? part.getValue() : written(sheet));
            }
        }
        if (typed != 1) {
            throw new AssertionError("row " + row + ": expected one cell with " + from + ", found " + typed);
        }
        save(parts, workbook);
    }

    private static List<Element> cells(Document sheet, List<String> strings, String row, double from) {
        List<Element> found = new ArrayList<>();
        for (Element each : elements(sheet.getDocumentElement(), "row")) {
            List<Element> cells = elements(each, "c");
            if (!cells.isEmpty() && text(cells.get(0), strings).equals(row)) {
                cells.stream()
                        .filter(cell -> !cell.getAttribute("t").endsWith("s")
                                && !cell.getAttribute("t").equals("inlineStr"))
                        .flatMap(cell -> elements(cell, "v").stream())
                        .filter(value -> Double.parseDouble(value.getTextContent()) == from)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static String text(Element cell, List<String> strings) {
        return cell.getAttribute("t").equals("s")
                ? strings.get(Integer.parseInt(cell.getTextContent().strip()))
                : cell.getTextContent();
    }

    private static List<String> strings(Map<String, byte[]> parts) throws Exception {
        return parts.containsKey(STRINGS)
                ? elements(parsed(parts.get(STRINGS)).getDocumentElement(), "si").stream()
                        .map(Element::getTextContent)
                        .toList()
                : List.of();
    }

    private static List<Element> elements(Element in, String name) {
        NodeList nodes = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document parsed(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static byte[] written(Document xml) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(xml), new StreamResult(bytes));
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> parts(Path workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static void save(Map<String, byte[]> parts, Path workbook) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(workbook))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
    }
}
