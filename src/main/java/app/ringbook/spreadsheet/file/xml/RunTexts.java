package app.ringbook.spreadsheet.file.xml;

import java.io.IOException;

/** Reads a text that may consist of runs with formats of their own, without its phonetic parts. */
final class RunTexts {
  private static final byte[] TEXT = SheetScanner.bytes("t");
  private static final byte[] RUN = SheetScanner.bytes("r");
  private static final byte[] FORMAT = SheetScanner.bytes("rPr");
  private static final byte[] PHONETIC = SheetScanner.bytes("rPh");
  private static final byte[] PHONETIC_FORMAT = SheetScanner.bytes("phoneticPr");
  private final XmlBytes xml;

  RunTexts(XmlBytes xml) {
    this.xml = xml;
  }

  /** Adds the text of the element whose tag was just read. */
  void read(byte[] element) throws IOException {
    if (!xml.empty()) {
      parts(element, true);
    }
  }

  private void parts(byte[] element, boolean outer) throws IOException {
    while (true) {
      if (!xml.nextTag()) {
        throw new UnusualXmlException("A text without end");
      }
      if (xml.closing()) {
        if (!xml.is(element)) {
          throw new UnusualXmlException("Not the end of a text");
        }
        return;
      }
      if (xml.is(TEXT)) {
        xml.readText(TEXT);
      } else if (outer && xml.is(RUN)) {
        if (!xml.empty()) {
          parts(RUN, false);
        }
      } else if (!outer && xml.is(FORMAT)) {
        skip(FORMAT);
      } else if (outer && xml.is(PHONETIC)) {
        skip(PHONETIC);
      } else if (outer && xml.is(PHONETIC_FORMAT)) {
        skip(PHONETIC_FORMAT);
      } else {
        throw new UnusualXmlException("Unknown part of a text");
      }
    }
  }

  /** Passes over an element that does not contain itself. */
  private void skip(byte[] element) throws IOException {
    boolean open = !xml.empty();
    while (open) {
      if (!xml.nextTag() || (xml.is(element) && !xml.closing())) {
        throw new UnusualXmlException("A format without end");
      }
      open = !xml.is(element);
    }
  }
}
