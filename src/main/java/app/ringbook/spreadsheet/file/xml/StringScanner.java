package app.ringbook.spreadsheet.file.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads a {@code sst} part: the texts that cells share. */
public final class StringScanner {
  private static final byte[] TABLE = SheetScanner.bytes("sst");
  private static final byte[] ITEM = SheetScanner.bytes("si");

  private StringScanner() {}

  /**
   * Tells the texts in the order of their indexes.
   *
   * @param longestText bytes of a text that is longer than any that is wanted
   * @throws UnusualXmlException if it is not of the plain kind
   */
  public static void scan(InputStream in, int longestText, Consumer<String> texts)
      throws IOException {
    XmlBytes xml = new XmlBytes(in, longestText);
    RunTexts runs = new RunTexts(xml);
    if (!xml.nextTag() || !xml.is(TABLE) || xml.closing()) {
      throw new UnusualXmlException("No table of texts");
    }
    boolean open = !xml.empty();
    while (open) {
      if (!xml.nextTag()) {
        throw new UnusualXmlException("A table without end");
      }
      if (xml.is(ITEM) && !xml.closing()) {
        xml.clearText();
        runs.read(ITEM);
        texts.accept(xml.text());
      } else if (xml.is(TABLE) && xml.closing()) {
        open = false;
      } else {
        throw new UnusualXmlException("Not a text");
      }
    }
    if (xml.nextTag()) {
      throw new UnusualXmlException("More behind the table");
    }
  }
}
