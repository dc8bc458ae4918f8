package app.ringbook.spreadsheet.file.xml;

import app.ringbook.spreadsheet.file.xml.SheetEvents.StoredAs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a {@code worksheet} part. Rows are told as soon as they are read, so some may have been
 * told when it gives up.
 */
public final class SheetScanner {
  private static final byte[] SHEET_DATA = bytes("sheetData");
  private static final byte[] WORKSHEET = bytes("worksheet");
  private static final byte[] ROW = bytes("row");
  private static final byte[] CELL = bytes("c");
  private static final byte[] VALUE = bytes("v");
  private static final byte[] FORMULA = bytes("f");
  private static final byte[] INLINE = bytes("is");
  private static final int MOST_COLUMNS = 16_384;
  private final XmlBytes xml;
  private final RunTexts runs;
  private final SheetEvents events;
  private final int[] plain = new int[3];
  private final XmlBytes.Attributes ofRow = this::rowAttribute;
  private final XmlBytes.Attributes ofCell = this::cellAttribute;
  private long row;
  private int column;
  private int style;
  private StoredAs type = StoredAs.NUMBER;
  private boolean styled;
  private boolean placed;
  private boolean typed;

  private SheetScanner(XmlBytes xml, SheetEvents events) {
    this.xml = xml;
    this.runs = new RunTexts(xml);
    this.events = events;
  }

  /**
   * Tells the events of a sheet.
   *
   * @param longestText bytes of a text that is longer than any that is wanted
   * @throws UnusualXmlException if it is not of the plain kind
   */
  public static void scan(InputStream in, int longestText, SheetEvents events) throws IOException {
    new SheetScanner(new XmlBytes(in, longestText), events).sheet();
  }

  static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void sheet() throws IOException {
    if (!xml.nextTag() || !xml.is(WORKSHEET) || xml.closing()) {
      throw new UnusualXmlException("No worksheet");
    }
    boolean ended = xml.empty();
    boolean rows = false;
    while (xml.nextTag()) {
      if (ended || (rows && xml.is(SHEET_DATA))) {
        throw new UnusualXmlException("More than one sheet");
      }
      if (xml.is(SHEET_DATA)) {
        rows = true;
        rows();
      } else {
        ended = xml.closing() && xml.is(WORKSHEET);
      }
    }
    if (!ended) {
      throw new UnusualXmlException("A sheet without end");
    }
  }

  private void must(boolean usual, String otherwise) throws UnusualXmlException {
    if (!usual) {
      throw new UnusualXmlException(otherwise);
    }
  }

  private void rows() throws IOException {
    must(!xml.closing(), "No rows");
    if (xml.empty()) {
      return;
    }
    while (true) {
      must(xml.nextTag(), "Rows without end");
      if (xml.closing()) {
        must(xml.is(SHEET_DATA), "Not the end of the rows");
        return;
      }
      must(xml.is(ROW), "Not a row");
      row = 0;
      xml.attributes(ofRow);
      events.row(row);
      column = -1;
      if (!xml.empty()) {
        cells();
      }
      events.endRow();
    }
  }

  private void rowAttribute(byte[] tag, int name, int nameEnd, int value, int valueEnd)
      throws IOException {
    if (nameEnd - name == 1 && tag[name] == 'r') {
      must(row == 0, "Two numbers of a row");
      row = number(tag, value, valueEnd);
      must(row > 0, "Row 0");
    }
  }

  private static long number(byte[] tag, int from, int to) throws IOException {
    long number = 0;
    if (to == from || to - from > 15) {
      throw new UnusualXmlException("Not a number");
    }
    for (int i = from; i < to; i++) {
      int digit = tag[i] - '0';
      if (digit < 0 || digit > 9) {
        throw new UnusualXmlException("Not a number");
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private void cells() throws IOException {
    while (true) {
      if (xml.opensCell(plain)) {
        column = plain[0];
        style = plain[1];
        type = type(plain[2]);
        cell();
        continue;
      }
      must(xml.nextTag(), "A row without end");
      if (xml.closing()) {
        must(xml.is(ROW), "Not the end of a row");
        return;
      }
      must(xml.is(CELL), "Not a cell");
      placed = false;
      styled = false;
      typed = false;
      style = 0;
      type = StoredAs.NUMBER;
      column++;
      xml.attributes(ofCell);
      if (!xml.empty()) {
        cell();
      }
    }
  }

  private void cellAttribute(byte[] tag, int name, int nameEnd, int value, int valueEnd)
      throws IOException {
    if (nameEnd - name != 1) {
      return;
    }
    switch (tag[name]) {
      case 'r' -> {
        must(!placed, "Two places");
        placed = true;
        column = column(tag, value, valueEnd);
      }
      case 's' -> {
        must(!styled && valueEnd - value < 9, "Two styles");
        styled = true;
        style = (int) number(tag, value, valueEnd);
      }
      case 't' -> {
        must(!typed, "Two types");
        typed = true;
        type = type(tag, value, valueEnd - value);
      }
      default -> {}
    }
  }

  private static int column(byte[] tag, int from, int to) throws IOException {
    int column = 0;
    int i = from;
    while (i < to && tag[i] >= 'A' && tag[i] <= 'Z' && column < MOST_COLUMNS) {
      column = column * 26 + tag[i++] - 'A' + 1;
    }
    if (column == 0 || column > MOST_COLUMNS) {
      throw new UnusualXmlException("Not a place");
    }
    number(tag, i, to);
    return column - 1;
  }

  private static StoredAs type(byte[] tag, int from, int length) throws IOException {
    if (length == 1) {
      return type(tag[from]);
    }
    String name = new String(tag, from, length, StandardCharsets.ISO_8859_1);
    if (name.equals("str") || name.equals("inlineStr")) {
      return StoredAs.TEXT;
    }
    throw new UnusualXmlException("Unknown type " + name);
  }

  private static StoredAs type(int sign) throws IOException {
    return switch (sign) {
      case 's' -> StoredAs.SHARED;
      case 'n' -> StoredAs.NUMBER;
      case 'b' -> StoredAs.BOOLEAN;
      case 'e' -> StoredAs.ERROR;
      case 'd' -> StoredAs.DATE;
      default -> throw new UnusualXmlException("Unknown type " + (char) sign);
    };
  }

  private void cell() throws IOException {
    xml.clearText();
    if (xml.opens(VALUE)) {
      xml.readText(VALUE);
      if (xml.closes(CELL)) {
        tell();
        return;
      }
    }
    while (true) {
      must(xml.nextTag(), "A cell without end");
      if (xml.closing()) {
        must(xml.is(CELL), "Not the end of a cell");
        tell();
        return;
      }
      if (xml.is(VALUE)) {
        xml.readText(VALUE);
      } else if (xml.is(INLINE)) {
        runs.read(INLINE);
      } else if (xml.is(FORMULA)) {
        skip();
      } else {
        throw new UnusualXmlException("Unknown part of a cell");
      }
    }
  }

  private void skip() throws IOException {
    if (!xml.empty()) {
      must(xml.nextTag() && xml.closing() && xml.is(FORMULA), "A formula with parts");
    }
  }

  private void tell() throws IOException {
    int length = xml.textLength();
    if (length == 0) {
      return;
    }
    if (type == StoredAs.SHARED) {
      int index = 0;
      must(length < 10, "Not an index");
      for (int i = 0; i < length; i++) {
        int digit = xml.textByte(i) - '0';
        must(digit >= 0 && digit <= 9, "Not an index");
        index = index * 10 + digit;
      }
      events.shared(column, index);
    } else {
      events.cell(column, style, type, xml.text());
    }
  }
}
