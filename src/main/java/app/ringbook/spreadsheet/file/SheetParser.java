package app.ringbook.spreadsheet.file;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Parses a file whose kind is known. Throws what its library throws. */
interface SheetParser {

  /**
   * Tells the sheets and the rows of one of them.
   *
   * @param file the file
   * @param kind what it is
   * @param sheet the sheet whose rows are wanted, or null for none
   * @param sink takes them
   */
  void parse(Path file, SheetKind kind, @Nullable String sheet, Sink sink) throws IOException;

  /** Takes what a parser finds: first every sheet, then the rows of the one asked for. */
  interface Sink {

    /** A sheet of the file, in the order of its tabs. */
    void sheet(SheetInfo sheet) throws IOException;

    /** A row that is not empty, in the order of the file. */
    void row(SheetRow row) throws IOException;
  }

  /** The parser of a kind, for this process. */
  static SheetParser of(SheetKind kind) {
    return switch (kind) {
      case XLSX, XLSX_ENCRYPTED -> new XlsxParser();
      case XLS -> new XlsParser();
      case TEXT -> new TextParser();
    };
  }
}
