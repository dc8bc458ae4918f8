package app.ringbook.spreadsheet.file.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@code styleSheet} part as far as it says how numbers are shown. */
public final class StyleScanner {
  private static final byte[] FORMAT = SheetScanner.bytes("numFmt");
  private static final byte[] FORMATS = SheetScanner.bytes("numFmts");
  private static final byte[] STYLES = SheetScanner.bytes("cellXfs");
  private static final byte[] STYLE = SheetScanner.bytes("xf");

  /**
   * How numbers are shown.
   *
   * @param formats texts of formats that the file defines, by number
   * @param styles number of the format of each style
   */
  public record Styles(Map<Integer, String> formats, List<Integer> styles) {
    /** Copies both. */
    public Styles {
      formats = Map.copyOf(formats);
      styles = List.copyOf(styles);
    }
  }

  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private int number;
  private String code = "";

  private StyleScanner() {}

  /**
   * Reads the styles.
   *
   * @throws UnusualXmlException if it is not of the plain kind
   */
  public static Styles scan(InputStream in) throws IOException {
    XmlBytes xml = new XmlBytes(in, 1 << 16);
    StyleScanner scanner = new StyleScanner();
    boolean inFormats = false;
    boolean inStyles = false;
    while (xml.nextTag()) {
      boolean opens = !xml.closing() && !xml.empty();
      if (xml.is(FORMATS)) {
        inFormats = opens;
      } else if (xml.is(STYLES)) {
        inStyles = opens;
      } else if (inFormats && xml.is(FORMAT) && !xml.closing()) {
        scanner.read(xml);
        scanner.formats.put(scanner.number, scanner.code);
      } else if (inStyles && xml.is(STYLE) && !xml.closing()) {
        scanner.read(xml);
        scanner.styles.add(scanner.number);
      } else if (xml.name().indexOf(':') > 0 && xml.name().endsWith("numFmt")) {
        throw new UnusualXmlException("A format with a prefix");
      }
    }
    return new Styles(scanner.formats, scanner.styles);
  }

  private static String resolved(String text) throws IOException {
    StringBuilder resolved = new StringBuilder();
    int at = 0;
    for (int and = text.indexOf('&'); and >= 0; and = text.indexOf('&', at)) {
      int end = text.indexOf(';', and);
      if (end < 0) {
        throw new UnusualXmlException("Not an entity");
      }
      resolved.append(text, at, and).appendCodePoint(Entities.sign(text.substring(and + 1, end)));
      at = end + 1;
    }
    return resolved.append(text, at, text.length()).toString();
  }

  private void read(XmlBytes xml) throws IOException {
    number = 0;
    code = "";
    xml.attributes(
        (tag, name, nameEnd, value, valueEnd) -> {
          String key = new String(tag, name, nameEnd - name, StandardCharsets.ISO_8859_1);
          String text = new String(tag, value, valueEnd - value, StandardCharsets.UTF_8);
          if (key.equals("numFmtId")) {
            number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
          } else if (key.equals("formatCode")) {
            code = resolved(text);
          }
        });
    if (number < 0 || number > Short.MAX_VALUE) {
      throw new UnusualXmlException("Not a format");
    }
  }
}
