package app.ringbook.spreadsheet.file.xml;

import java.io.IOException;

/** The characters that stand as {@code &name;} in XML without a document type. */
final class Entities {
  private Entities() {}

  /** The character that an entity stands for. */
  static int sign(String name) throws IOException {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> numeric(name);
    };
  }

  private static int numeric(String name) throws IOException {
    try {
      boolean hex = name.startsWith("#x");
      if (name.startsWith("#") && Character.digit(name.charAt(hex ? 2 : 1), 16) >= 0) {
        int sign =
            hex
                ? Integer.parseInt(name, 2, name.length(), 16)
                : Integer.parseInt(name, 1, name.length(), 10);
        boolean allowed =
            sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || (sign >= ' ' && sign < 0xD800)
                || (sign >= 0xE000 && sign < 0xFFFE)
                || (sign >= 0x10000 && sign <= 0x10FFFF);
        if (allowed) {
          return sign;
        }
      }
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      // Said below.
    }
    throw new UnusualXmlException("Not an entity: " + name);
  }
}
