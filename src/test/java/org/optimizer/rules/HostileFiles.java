package org.optimizer.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that somebody might send to run code, read files, call out or eat the memory. Each says where its canary would show. */
final class HostileFiles {
    static final String CANARY = "optimizer.canary";

    /** Java that leaves a trace which the test looks for. */
    private static final String JAVA = "System.setProperty(\"" + CANARY + "\",\"x\")";

    private static final String MVEL = "java.lang.System.setProperty('" + CANARY + "','x')";
    private static final String HEADS = "id,figure,site,value,why\n";
    private static final String NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> base;

    private HostileFiles(Map<String, String> base) {
        this.base = base;
    }

    /** File name → content. */
    static Map<String, byte[]> all(Map<String, String> base) {
        HostileFiles hostile = new HostileFiles(base);
        hostile.cells();
        hostile.texts();
        hostile.workbooks();
        hostile.archives();
        return hostile.files;
    }

    /** Each of these in a name, a word, a number and a remark. */
    private void cells() {
        String[] attacks = {
            "x\" salience 9 when then " + JAVA + "; end rule \"y",
            "); " + JAVA + "; (",
            "1.0); " + JAVA + "; (1",
            "@{" + MVEL + "}",
            "@{id} @foreach{x : {" + MVEL + "}} @end{}",
            "${" + MVEL + "}",
            "#{T(java.lang.System).setProperty('" + CANARY + "','x')}",
            "eval(" + MVEL + ")",
            "a\nend\nrule \"z\" when then " + JAVA + "; end",
            "a\r\nimport java.lang.System;\r\nfunction void f() { " + JAVA + "; }",
            "dialect \"java\"",
            "*/ " + JAVA + "; /*",
            "// # ; ) " + JAVA,
            "\\u0022); " + JAVA + "; //",
            "\u202e" + JAVA,
            "a\u2028" + JAVA,
            "a\u0085" + JAVA,
            "\uff02); " + JAVA,
            "%s%n%x " + MVEL,
            "<script>alert(1)</script>",
            "' or 1=1; drop table rulebook_file; --",
            "${jndi:ldap://127.0.0.1:1/" + CANARY + "}",
            "../../../../tmp/" + CANARY
        };
        for (int i = 0; i < attacks.length; i++) {
            String cell = quoted(attacks[i]);
            csv("cell-" + i + "-name", cell + ",curves-needed,any,3,x");
            csv("cell-" + i + "-word", "curves-needed," + cell + ",any,3,x");
            csv("cell-" + i + "-site", "curves-needed,curves-needed," + cell + ",3,x");
            csv("cell-" + i + "-number", "curves-needed,curves-needed,any," + cell + ",x");
            csv("cell-" + i + "-why", "curves-needed,curves-needed,any,3," + cell);
        }
        String[] formulas = {
            "=CMD|'/c touch /tmp/" + CANARY + "'!A0",
            "=DDE(\"cmd\";\"/c calc\";\"x\")",
            "+HYPERLINK(\"http://127.0.0.1:1/\")",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "\t=1+1",
            "=WEBSERVICE(\"http://127.0.0.1:1/\")"
        };
        for (int i = 0; i < formulas.length; i++) {
            csv("formula-" + i + "-why", "curves-needed,curves-needed,any,3," + quoted(formulas[i]));
            csv("formula-" + i + "-number", "curves-needed,curves-needed,any," + quoted(formulas[i]) + ",x");
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The shipped table with the row of the figure replaced. */
    private void csv(String name, String row) {
        String table = base.get("relative.table.csv")
                .lines()
                .filter(line -> !line.startsWith("curves-needed,"))
                .skip(1)
                .reduce("", (all, line) -> all + line + "\n");
        files.put(name + ".relative.csv", (HEADS + row + "\n" + table).getBytes(StandardCharsets.UTF_8));
    }

    private void texts() {
        file("rules.drl", "package x; rule \"a\" when then " + JAVA + "; end");
        file("relative.drt", "template header\nid\n\npackage rules;\ntemplate \"x\"\n" + JAVA + "\nend template\n");
        file("../../relative.table.csv", "x,y\n1,2\n");
        file("idle.table.csv\u0000.drl", "x");
        file("relative.csv", HEADS + "\"unclosed" + "x".repeat(200_000));
        file("wide.csv", "id,".repeat(100_000));
        file("long.csv", HEADS + "a,b,c,1,x\n".repeat(300_000));
        file("huge-number.csv", HEADS + "curves-needed,curves-needed,any," + "9".repeat(3_000) + ",x\n");
        file("exponent.csv", HEADS + "curves-needed,curves-needed,any,1e999999999,x\n");
        files.put("zeros.csv", new byte[100_000]);
        files.put("too-big.csv", new byte[5 << 20]);
        files.put("empty.csv", new byte[0]);
        files.put("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3});
        file("slk.csv", "ID;PWXL;N;E\nC;Y1;X1;ECALL(\"kernel32\",\"WinExec\")\n");
    }

    private void file(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void workbooks() {
        workbook("formula.xlsx", cell("<c r=\"D2\"><f>1+2</f><v>3</v></c>"), Map.of());
        workbook(
                "formula-array.xlsx",
                cell("<c r=\"D2\"><f t=\"array\" ref=\"D2\">CMD|'/c calc'!A0</f><v>3</v></c>"),
                Map.of());
        workbook("formula-text.xlsx", cell("<c r=\"D2\" t=\"str\"><f>\"3\"</f><v>3</v></c>"), Map.of());
        workbook(
                "formula-why.xlsx",
                cell("<c r=\"D2\"><v>3</v></c><c r=\"E2\" t=\"inlineStr\"><is><t>=CMD|'/c calc'!A0</t></is></c>"),
                Map.of());
        workbook("date.xlsx", cell("<c r=\"D2\" t=\"d\"><v>2026-01-03</v></c>"), Map.of());
        workbook("error.xlsx", cell("<c r=\"D2\" t=\"e\"><v>#REF!</v></c>"), Map.of());
        workbook("string-index.xlsx", cell("<c r=\"D2\" t=\"s\"><v>999999999</v></c>"), Map.of());
        workbook("string-negative.xlsx", cell("<c r=\"D2\" t=\"s\"><v>-1</v></c>"), Map.of());
        workbook("far-column.xlsx", cell("<c r=\"XFD2\"><v>3</v></c>"), Map.of());
        workbook("no-such-column.xlsx", cell("<c r=\"ZZZZZZZZZZZZ2\"><v>3</v></c>"), Map.of());
        workbook("row-number.xlsx", "<row r=\"99999999999999999999\"/>", Map.of());
        workbook("cell-without-row.xlsx", "</sheetData><c r=\"A1\"><v>1</v></c><sheetData>", Map.of());
        workbook("many-rows.xlsx", "<row><c><v>1</v></c></row>".repeat(100_000), Map.of());
        workbook(
                "long-text.xlsx",
                cell("<c r=\"E2\" t=\"inlineStr\"><is><t>" + "x".repeat(3_000_000) + "</t></is></c>"),
                Map.of());
        workbook(
                "java-in-number.xlsx",
                cell("<c r=\"D2\"><v>1); " + JAVA.replace("\"", "&quot;") + "; (1</v></c>"),
                Map.of());
        workbook("control.xlsx", cell("<c r=\"D2\" t=\"inlineStr\"><is><t>_x000D__x0000_</t></is></c>"), Map.of());
        workbook("macro.xlsx", cell("<c r=\"D2\"><v>3</v></c>"), Map.of("xl/vbaProject.bin", "x"));
        workbook("macro.xlsm", cell("<c r=\"D2\"><v>3</v></c>"), Map.of());
        workbook(
                "macro-type.xlsx",
                cell("<c r=\"D2\"><v>3</v></c>"),
                Map.of(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"));
        workbook("macro-sheet.xlsx", cell("<c r=\"D2\"><v>3</v></c>"), Map.of("xl/macrosheets/sheet1.xml", "<x/>"));
        workbook(
                "link.xlsx",
                cell("<c r=\"D2\"><v>3</v></c>"),
                Map.of("xl/externalLinks/externalLink1.xml", "<externalLink/>"));
        workbook(
                "link-cell.xlsx",
                cell("<c r=\"D2\"><v>3</v></c>"),
                Map.of(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<Relationships><Relationship Id=\"rId1\" Target=\"http://127.0.0.1:1/\" TargetMode=\"External\"/></Relationships>"));
        workbook("connection.xlsx", cell("<c r=\"D2\"><v>3</v></c>"), Map.of("xl/connections.xml", "<connections/>"));
        workbook("embedded.xlsx", cell("<c r=\"D2\"><v>3</v></c>"), Map.of("xl/embeddings/oleObject1.bin", "x"));
        workbook("active-x.xlsx", cell("<c r=\"D2\"><v>3</v></c>"), Map.of("xl/activeX/activeX1.xml", "<x/>"));
        workbook(
                "ole.xlsx",
                cell("<c r=\"D2\"><v>3</v></c>")
                        + "</sheetData><oleObjects><oleObject progId=\"x\"/></oleObjects><sheetData>",
                Map.of());
        workbook("slip.xlsx", cell("<c r=\"D2\"><v>3</v></c>"), Map.of("../../../../tmp/" + CANARY, "x"));
        workbook("slip-absolute.xlsx", cell("<c r=\"D2\"><v>3</v></c>"), Map.of("/tmp/" + CANARY, "x"));
        workbook("slip-backslash.xlsx", cell("<c r=\"D2\"><v>3</v></c>"), Map.of("..\\..\\" + CANARY, "x"));
        String entities = "<!DOCTYPE z [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
        workbook(
                "entity-bomb.xlsx",
                cell("<c r=\"D2\"><v>3</v></c>"),
                Map.of("xl/sharedStrings.xml", entities + "<sst xmlns=\"" + NS + "\"><si><t>&d;</t></si></sst>"));
        workbook(
                "entity-file.xlsx",
                cell("<c r=\"D2\"><v>3</v></c>"),
                Map.of(
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE z [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst xmlns=\"" + NS
                                + "\"><si><t>&a;</t></si></sst>"));
        workbook(
                "entity-web.xlsx",
                cell("<c r=\"D2\"><v>3</v></c>"),
                Map.of(
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE z SYSTEM \"http://127.0.0.1:1/x.dtd\"><sst xmlns=\"" + NS
                                + "\"><si><t>x</t></si></sst>"));
        workbook(
                "entity-workbook.xlsx",
                cell("<c r=\"D2\"><v>3</v></c>"),
                Map.of(
                        "xl/workbook.xml",
                        "<!DOCTYPE workbook [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><workbook/>"));
        workbook("attributes.xlsx", "<row r=\"2\"" + attributes(50_000) + "/>", Map.of());
        workbook("deep.xlsx", "<a>".repeat(200_000), Map.of());
    }

    private static String attributes(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(" a").append(i).append("=\"x\"");
        }
        return all.toString();
    }

    private static String cell(String last) {
        return "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>curves-needed</t></is></c><c r=\"B2\" t=\"inlineStr\"><is>"
                + "<t>curves-needed</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>any</t></is></c>" + last + "</row>";
    }

    /** A workbook of one sheet; {@code more} replaces parts or adds some. */
    private void workbook(String name, String rows, Map<String, String> more) {
        String heads = "<row r=\"1\">"
                + Arrays.stream(HEADS.strip().split(","))
                        .map(head -> "<c t=\"inlineStr\"><is><t>" + head + "</t></is></c>")
                        .reduce("", String::concat)
                + "</row>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + NS + "\" xmlns:r=\"" + RELATIONS
                        + "\"><sheets><sheet name=\"relative\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + NS + "\"><sheetData>" + heads + rows + "</sheetData></worksheet>");
        parts.putAll(more);
        files.put(name, zip(parts));
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void archives() {
        byte[] whole = RuleTables.workbook(base, Locale.FRENCH, Map.of());
        files.put("bomb.xlsx", bomb("xl/worksheets/sheet1.xml", 2L << 30));
        files.put("bomb-strings.xlsx", bomb("xl/sharedStrings.xml", 256L << 20));
        files.put("bomb-ignored.xlsx", bomb("docProps/core.xml", 256L << 20));
        files.put("nested.xlsx", zip(Map.of("[Content_Types].xml", "<Types/>", "xl/worksheets/inner.zip", "PK")));
        workbook(
                "nested-as-sheet.xlsx",
                "",
                Map.of("xl/worksheets/sheet1.xml", new String(whole, StandardCharsets.ISO_8859_1)));
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 2000; i++) {
            many.put("xl/worksheets/sheet" + i + ".xml", "<worksheet/>");
        }
        files.put("many-parts.xlsx", zip(many));
        files.put("cut.xlsx", Arrays.copyOf(whole, whole.length / 2));
        files.put("no-directory.xlsx", Arrays.copyOf(whole, whole.length - 22));
        files.put("twisted.xlsx", twisted(whole));
        files.put("empty.xlsx", zip(Map.of("[Content_Types].xml", "<Types/>")));
    }

    /** The directory says another name than stands before the part. */
    private static byte[] twisted(byte[] whole) {
        byte[] twisted = whole.clone();
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        twisted[text.lastIndexOf("xl/worksheets/sheet1.xml") + 19] = '9';
        return twisted;
    }

    private static byte[] bomb(String part, long size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String small : new String[] {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}) {
                zip.putNextEntry(new ZipEntry(small));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(part));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (long written = 0; written < size; written += blanks.length) {
                zip.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
