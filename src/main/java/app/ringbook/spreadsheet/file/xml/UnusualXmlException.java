package app.ringbook.spreadsheet.file.xml;

import java.io.IOException;

/** The XML is not of the plain kind that is read here; an XML parser may well be able to. */
public final class UnusualXmlException extends IOException {
  private static final long serialVersionUID = 1L;

  UnusualXmlException(String what) {
    super(what);
  }
}
