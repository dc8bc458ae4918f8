package app.ringbook.spreadsheet.file;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as bytes: how they come out of the child process and how they wait in a temporary file. A
 * frame is a kind byte and its fields; texts are a length and UTF-8.
 */
final class RowFrames {
  static final int END = 0;
  static final int SHEET = 1;
  static final int ROW = 2;
  static final int PROBLEM = 3;
  private static final int LONGEST = 16 * SheetLimits.CELL_CHARACTERS;

  private RowFrames() {}

  /** Writes a row and says how many bytes that took. */
  static long writeRow(DataOutputStream out, SheetRow row) throws IOException {
    long bytes = 7L + row.cells().size();
    out.writeByte(ROW);
    out.writeInt(row.number());
    out.writeShort(row.cells().size());
    for (Cell cell : row.cells()) {
      out.writeByte(code(cell.kind()));
      if (cell.kind() != Cell.Kind.EMPTY) {
        bytes += writeText(out, cell.text());
      }
    }
    return bytes;
  }

  /** Reads a row whose kind byte was read already. */
  static SheetRow readRow(DataInputStream in) throws IOException {
    int number = in.readInt();
    int size = in.readUnsignedShort();
    List<Cell> cells = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Cell.Kind kind = kind(in.readUnsignedByte());
      cells.add(kind == Cell.Kind.EMPTY ? Cell.EMPTY : new Cell(kind, readText(in)));
    }
    return new SheetRow(number, cells);
  }

  static int writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    return 4 + bytes.length;
  }

  static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("A text of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int code(Cell.Kind kind) {
    return switch (kind) {
      case EMPTY -> 0;
      case TEXT -> 1;
      case NUMBER -> 2;
      case DATE -> 3;
      case BOOLEAN -> 4;
      case ERROR -> 5;
    };
  }

  private static Cell.Kind kind(int code) throws IOException {
    return switch (code) {
      case 0 -> Cell.Kind.EMPTY;
      case 1 -> Cell.Kind.TEXT;
      case 2 -> Cell.Kind.NUMBER;
      case 3 -> Cell.Kind.DATE;
      case 4 -> Cell.Kind.BOOLEAN;
      case 5 -> Cell.Kind.ERROR;
      default -> throw new IOException("Unknown cell kind " + code);
    };
  }
}
