package app.ringbook.spreadsheet.file.xml;

import app.ringbook.spreadsheet.file.xml.SheetEvents.StoredAs;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML of one sheet by an XML parser, which understands any XML there is. */
public final class SheetHandler extends DefaultHandler {
  private final SheetEvents events;
  private final int longestText;
  private final StringBuilder text = new StringBuilder();
  private int column;
  private int style;
  private String type = "n";
  private boolean collecting;
  private boolean phonetic;

  /** The sink could not take a row; carries the reason through the XML parser. */
  public static final class SinkFailed extends SAXException {
    private static final long serialVersionUID = 1L;
    private final IOException reason;

    private SinkFailed(IOException reason) {
      super(reason);
      this.reason = reason;
    }

    /** Why it could not. */
    public IOException reason() {
      return reason;
    }
  }

  /**
   * Tells these of every row and cell.
   *
   * @param longestText characters of a text that is longer than any that is wanted: it is told at
   *     once, before it fills the memory
   */
  public SheetHandler(SheetEvents events, int longestText) {
    this.events = events;
    this.longestText = longestText;
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) {
    switch (localName) {
      case "row" -> startRow(attributes.getValue("r"));
      case "c" -> startCell(attributes);
      case "v" -> collecting = true;
      case "t" -> collecting = !phonetic;
      case "rPh" -> phonetic = true;
      default -> {}
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (collecting) {
      text.append(characters, start, length);
      if (text.length() > longestText) {
        events.cell(column, style, StoredAs.TEXT, text.toString());
      }
    }
  }

  @Override
  public void endElement(String uri, String localName, String qName) throws SAXException {
    switch (localName) {
      case "v", "t" -> collecting = false;
      case "rPh" -> phonetic = false;
      case "c" -> endCell();
      case "row" -> endRow();
      default -> {}
    }
  }

  private void startRow(@Nullable String number) {
    long stated = number == null ? 0 : Long.parseLong(number);
    events.row(number != null && stated <= 0 ? -1 : stated);
    column = -1;
  }

  private void startCell(Attributes attributes) {
    String reference = attributes.getValue("r");
    column = reference == null ? column + 1 : column(reference);
    String styleIndex = attributes.getValue("s");
    style = styleIndex == null ? 0 : Integer.parseInt(styleIndex);
    String stated = attributes.getValue("t");
    type = stated == null ? "n" : stated;
    text.setLength(0);
  }

  private void endCell() {
    if (text.isEmpty()) {
      return;
    }
    String stored = text.toString();
    switch (type) {
      case "s" -> events.shared(column, Integer.parseInt(stored.strip()));
      case "b" -> events.cell(column, style, StoredAs.BOOLEAN, stored);
      case "e" -> events.cell(column, style, StoredAs.ERROR, stored);
      case "d" -> events.cell(column, style, StoredAs.DATE, stored);
      case "str", "inlineStr" -> events.cell(column, style, StoredAs.TEXT, stored);
      default -> events.cell(column, style, StoredAs.NUMBER, stored);
    }
  }

  private void endRow() throws SAXException {
    try {
      events.endRow();
    } catch (IOException e) {
      throw new SinkFailed(e);
    }
  }

  /** Column of a reference such as AB12, from 0. */
  private static int column(String reference) {
    int number = 0;
    for (int i = 0; i < reference.length() && i < 8; i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      number = number * 26 + (c - 'A' + 1);
    }
    return Math.max(0, number - 1);
  }
}
