package app.ringbook.spreadsheet.file.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Plain XML in UTF-8, tag by tag: no document type, no comment, no CDATA, no prefix where it
 * matters. For one thread.
 */
final class XmlBytes {
  private static final int BUFFER = 1 << 17;
  private static final int MOST_ATTRIBUTES = 64;
  private static final int MOST_COLUMNS = 16_384;
  private static final int LONGEST_CELL_TAG = 64;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private boolean over;

  /** True if a tag was read before it was asked for. */
  private boolean pending;

  /** The tag in the buffer, from its name to the sign before {@code >}. */
  private int tagFrom;

  private int tagEnd;
  private int nameEnd;
  private boolean closing;
  private boolean empty;

  private final TextBytes text;

  /**
   * @param longestText bytes of a text that is longer than any that is wanted
   */
  XmlBytes(InputStream in, int longestText) throws IOException {
    this.in = in;
    this.text = new TextBytes(longestText);
    begin();
  }

  /** The mark of UTF-8 and the declaration, if they are there. */
  private void begin() throws IOException {
    int first = next();
    if (first == 0xEF && next() == 0xBB && next() == 0xBF) {
      first = next();
    }
    if (first != '<') {
      throw new UnusualXmlException("No tag at the beginning");
    }
    if (next() != '?') {
      at--;
      readTag();
      pending = true;
      return;
    }
    StringBuilder declaration = new StringBuilder();
    for (int b = next(); b != '>'; b = next()) {
      declaration.append((char) b);
      if (b < 0 || declaration.length() > 200) {
        throw new UnusualXmlException("A declaration without end");
      }
    }
    String said = declaration.toString().toLowerCase(Locale.ROOT);
    boolean other =
        said.contains("encoding") && !said.contains("\"utf-8\"") && !said.contains("'utf-8'");
    if (!said.startsWith("xml ") || other || !said.contains("1.0")) {
      throw new UnusualXmlException("Another encoding");
    }
  }

  private int next() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    return buffer[at++] & 0xff;
  }

  private boolean fill() throws IOException {
    at = end;
    return more();
  }

  /** Moves what is not read yet to the front and reads on; false at the end of the file. */
  private boolean more() throws IOException {
    int left = end - at;
    System.arraycopy(buffer, at, buffer, 0, left);
    at = 0;
    end = left;
    if (over) {
      return false;
    }
    if (left == BUFFER) {
      throw new UnusualXmlException("A long tag");
    }
    int read = in.readNBytes(buffer, left, BUFFER - left);
    over = read < BUFFER - left;
    end = left + read;
    return read > 0;
  }

  /** Goes to the next tag, over any text; false at the end of the file. */
  boolean nextTag() throws IOException {
    if (pending) {
      pending = false;
      return true;
    }
    while (true) {
      while (at < end) {
        if (buffer[at++] == '<') {
          readTag();
          return true;
        }
      }
      if (!fill()) {
        return false;
      }
    }
  }

  private void readTag() throws IOException {
    int i = at;
    int quote = 0;
    while (true) {
      if (i == end) {
        int seen = i - at;
        if (!more()) {
          throw new UnusualXmlException("A tag without end");
        }
        i = at + seen;
      }
      byte b = buffer[i];
      if (b == '>' && quote == 0) {
        break;
      }
      if (b == '<' || (b < ' ' && b >= 0 && b != '\n' && b != '\r' && b != '\t')) {
        throw new UnusualXmlException("A tag without end");
      }
      if (b == quote) {
        quote = 0;
      } else if (quote == 0 && (b == '"' || b == '\'')) {
        quote = b;
      }
      i++;
    }
    closing = i > at && buffer[at] == '/';
    tagFrom = closing ? at + 1 : at;
    empty = !closing && i > tagFrom && buffer[i - 1] == '/';
    tagEnd = empty ? i - 1 : i;
    int name = tagFrom;
    while (name < tagEnd && (buffer[name] > ' ' || buffer[name] < 0) && buffer[name] != '/') {
      name++;
    }
    nameEnd = name;
    at = i + 1;
    if (nameEnd == tagFrom || !(Character.isLetter(buffer[tagFrom]) || buffer[tagFrom] == '_')) {
      throw new UnusualXmlException("No plain tag");
    }
  }

  /** True if the tag closes an element. */
  boolean closing() {
    return closing;
  }

  /** True if the tag is an element without content. */
  boolean empty() {
    return empty;
  }

  /** True if the element is called so. */
  boolean is(byte[] name) {
    return nameEnd - tagFrom == name.length
        && Arrays.equals(buffer, tagFrom, nameEnd, name, 0, name.length);
  }

  /** The element's name. */
  String name() {
    return new String(buffer, tagFrom, nameEnd - tagFrom, StandardCharsets.ISO_8859_1);
  }

  /** Takes the attributes of a tag. */
  interface Attributes {
    /** Takes one; the value lies in the tag's bytes. */
    void attribute(byte[] tag, int name, int nameEnd, int value, int valueEnd) throws IOException;
  }

  /** Shows the attributes in their order. */
  void attributes(Attributes taker) throws IOException {
    byte[] tag = buffer;
    int i = nameEnd;
    int stop = tagEnd;
    for (int count = 0; ; count++) {
      int gap = i;
      while (i < stop && tag[i] <= ' ' && tag[i] > 0) {
        i++;
      }
      if (i == stop) {
        return;
      }
      int name = i;
      while (i < stop && tag[i] != '=' && (tag[i] > ' ' || tag[i] < 0)) {
        i++;
      }
      int end = i;
      if (gap == name || i + 1 >= stop || tag[i] != '=' || end == name) {
        throw new UnusualXmlException("Not an attribute");
      }
      byte quote = tag[i + 1];
      int value = i + 2;
      i = value;
      while (i < stop && tag[i] != quote) {
        i++;
      }
      if (i >= stop || (quote != '"' && quote != '\'') || count == MOST_ATTRIBUTES) {
        throw new UnusualXmlException("Not an attribute");
      }
      taker.attribute(tag, name, end, value, i++);
    }
  }

  /** Forgets the text collected so far. */
  void clearText() {
    text.clear();
  }

  int textLength() {
    return text.length();
  }

  byte textByte(int place) {
    return text.at(place);
  }

  /** Collects the text up to the closing tag of the element whose tag was just read. */
  void readText(byte[] name) throws IOException {
    if (empty) {
      return;
    }
    while (true) {
      plainText();
      if (closes(name)) {
        return;
      }
      int b = next();
      if (b == '<') {
        readTag();
        if (!closing || !is(name)) {
          throw new UnusualXmlException("A tag inside of a text");
        }
        return;
      }
      if (b == '&') {
        entity();
      } else if (b < ' ' && b != '\n' && b != '\t') {
        throw new UnusualXmlException("A control character");
      } else {
        text.put(b);
      }
    }
  }

  /** Goes behind {@code </name>} if just that lies here. */
  boolean closes(byte[] name) {
    int length = name.length;
    if (end - at < length + 3
        || buffer[at] != '<'
        || buffer[at + 1] != '/'
        || buffer[at + 2 + length] != '>'
        || !Arrays.equals(buffer, at + 2, at + 2 + length, name, 0, length)) {
      return false;
    }
    at += length + 3;
    return true;
  }

  /** Goes behind {@code <name>} if just that lies here. */
  boolean opens(byte[] name) {
    int length = name.length;
    if (end - at < length + 2
        || buffer[at] != '<'
        || buffer[at + 1 + length] != '>'
        || !Arrays.equals(buffer, at + 1, at + 1 + length, name, 0, length)) {
      return false;
    }
    at += length + 2;
    empty = false;
    return true;
  }

  /**
   * Goes behind {@code <c r="AB12" s="3" t="s">} if just that lies here: nearly all of a sheet is
   * such tags. Otherwise nothing is read.
   *
   * @param found takes column from 0, style and sign of the type
   */
  boolean opensCell(int[] found) {
    int i = at;
    if (end - i < LONGEST_CELL_TAG
        || buffer[i] != '<'
        || buffer[i + 1] != 'c'
        || !attribute(i + 2, 'r')) {
      return false;
    }
    i += 6;
    int column = 0;
    while (buffer[i] >= 'A' && buffer[i] <= 'Z' && column <= MOST_COLUMNS) {
      column = column * 26 + buffer[i++] - 'A' + 1;
    }
    int number = afterDigits(i);
    if (column == 0 || column > MOST_COLUMNS || number == i || buffer[number] != '"') {
      return false;
    }
    i = number + 1;
    int style = 0;
    if (attribute(i, 's')) {
      int digits = i + 4;
      i = afterDigits(digits);
      for (int d = digits; d < i; d++) {
        style = style * 10 + buffer[d] - '0';
      }
      if (i == digits || i - digits > 8 || buffer[i++] != '"') {
        return false;
      }
    }
    found[2] = 'n';
    if (attribute(i, 't')) {
      found[2] = buffer[i + 4];
      if (buffer[i + 5] != '"') {
        return false;
      }
      i += 6;
    }
    if (buffer[i] != '>') {
      return false;
    }
    found[0] = column - 1;
    found[1] = style;
    at = i + 1;
    empty = false;
    return true;
  }

  private boolean attribute(int i, char name) {
    return buffer[i] == ' '
        && buffer[i + 1] == name
        && buffer[i + 2] == '='
        && buffer[i + 3] == '"';
  }

  /** The place behind some digits, at most ten. */
  private int afterDigits(int from) {
    int i = from;
    while (i - from < 10 && buffer[i] >= '0' && buffer[i] <= '9') {
      i++;
    }
    return i;
  }

  /** Takes as much of the text as has nothing but ordinary signs. */
  private void plainText() throws IOException {
    int i = at;
    while (i < end && buffer[i] >= ' ' && buffer[i] != '<' && buffer[i] != '&') {
      i++;
    }
    text.put(buffer, at, i - at);
    at = i;
  }

  private void entity() throws IOException {
    StringBuilder name = new StringBuilder();
    for (int b = next(); b != ';'; b = next()) {
      if (b <= ' ' || b == '<' || name.length() > 8) {
        throw new UnusualXmlException("Not an entity");
      }
      name.append((char) b);
    }
    text.putSign(Entities.sign(name.toString()));
  }

  /** The text collected so far. */
  String text() throws IOException {
    return text.decoded();
  }
}
