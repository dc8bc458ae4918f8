package app.ringbook.spreadsheet.rival;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook as Excel would, with as many rows as are wanted and twenty columns: names and
 * words as shared texts, keys, phones, amounts, dates, marks. The same number of rows gives the
 * same file.
 */
public final class LargeSheet {
  /** Cells of each row, none of them empty. */
  public static final int COLUMNS = 20;

  private static final int WORDS = 2_000;
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String SIGNS = "澄宇泊远禾川启衡青屿鼎跃岭南渝峰锦长曲楚墨湘麓滨澜海岬北辰辽岳栖霞庐光闽鹭";
  private final int rows;
  private final Random random = new Random(23);

  private LargeSheet(int rows) {
    this.rows = rows;
  }

  /** Writes it. */
  public static void write(Path file, int rows) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      new LargeSheet(rows).parts(zip);
    }
  }

  private void parts(ZipOutputStream zip) throws IOException {
    String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    StringBuilder content = new StringBuilder(HEAD);
    content.append(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    content.append("<Default Extension=\"rels\" ContentType=");
    content.append("\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    override(content, "workbook.xml", types + "sheet.main+xml");
    override(content, "worksheets/sheet1.xml", types + "worksheet+xml");
    override(content, "styles.xml", types + "styles+xml");
    override(content, "sharedStrings.xml", types + "sharedStrings+xml");
    part(zip, "[Content_Types].xml", content + "</Types>");
    part(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
    part(
        zip,
        "xl/_rels/workbook.xml.rels",
        relations(
            "worksheet",
            "worksheets/sheet1.xml",
            "styles",
            "styles.xml",
            "sharedStrings",
            "sharedStrings.xml"));
    part(
        zip,
        "xl/workbook.xml",
        HEAD
            + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>".formatted(MAIN, OFFICE)
            + "<sheet name=\"Customers\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    part(
        zip,
        "xl/styles.xml",
        HEAD
            + "<styleSheet xmlns=\"%s\"><fonts count=\"1\"><font/></fonts>".formatted(MAIN)
            + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\">"
            + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
    zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
    texts(zip);
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
    sheet(zip);
    zip.closeEntry();
  }

  private static void override(StringBuilder content, String part, String type) {
    content.append("<Override PartName=\"/xl/%s\" ContentType=\"%s\"/>".formatted(part, type));
  }

  private static String relations(String... kindsAndTargets) {
    StringBuilder xml = new StringBuilder(HEAD + "<Relationships xmlns=\"" + RELATIONS + "\">");
    for (int i = 0; i < kindsAndTargets.length; i += 2) {
      xml.append(
          "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i / 2 + 1, OFFICE, kindsAndTargets[i], kindsAndTargets[i + 1]));
    }
    return xml + "</Relationships>";
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    put(zip, xml);
  }

  private static void put(OutputStream out, CharSequence xml) throws IOException {
    out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Words that many rows share, then a name for each row. */
  private void texts(OutputStream out) throws IOException {
    put(out, HEAD + "<sst xmlns=\"%s\" uniqueCount=\"%d\">".formatted(MAIN, WORDS + rows));
    for (int i = 0; i < WORDS + rows; i++) {
      // An XML parser of Java refuses a file with more than 100,000 entities.
      String and = i % 64 == 1 ? "&amp;" : "and";
      String name = i % 2 == 0 ? signs() + i + "有限公司" : "Copper " + and + " " + i + " Ltd";
      put(out, "<si><t>" + (i < WORDS ? "word " + signs() + i : name) + "</t></si>");
    }
    put(out, "</sst>");
  }

  private String signs() {
    int at = random.nextInt(SIGNS.length() - 3);
    return SIGNS.substring(at, at + 3);
  }

  private void sheet(OutputStream out) throws IOException {
    put(out, HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    StringBuilder xml = new StringBuilder();
    for (int row = 1; row <= rows; row++) {
      xml.append("<row r=\"").append(row).append("\" spans=\"1:20\">");
      for (int column = 0; column < COLUMNS; column++) {
        cell(xml, row, column);
      }
      xml.append("</row>");
      if (xml.length() > 1 << 16 || row == rows) {
        put(out, xml);
        xml.setLength(0);
      }
    }
    put(out, "</sheetData><pageMargins left=\"0.7\" right=\"0.7\"/></worksheet>");
  }

  private void cell(StringBuilder xml, int row, int column) {
    xml.append("<c r=\"").append((char) ('A' + column)).append(row);
    switch (column % 5) {
      case 0 -> {
        int text = column == 0 ? WORDS + row - 1 : random.nextInt(WORDS);
        xml.append("\" t=\"s\"><v>").append(text);
      }
      case 1 -> xml.append("\"><v>").append(13_000_000_000L + random.nextInt(900_000_000));
      case 2 -> xml.append("\" s=\"1\"><v>").append(42_000 + random.nextInt(4_000));
      case 3 -> {
        xml.append("\"><v>").append(random.nextInt(100_000)).append('.');
        xml.append(1 + random.nextInt(9));
      }
      default -> xml.append("\" t=\"s\"><v>").append(random.nextInt(WORDS));
    }
    xml.append("</v></c>");
  }
}
