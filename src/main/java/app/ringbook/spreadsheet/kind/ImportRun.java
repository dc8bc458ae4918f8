package app.ringbook.spreadsheet.kind;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One import, as it stands in its row; every block of rows moves it on in the block's transaction.
 *
 * @param id key; the journal's group is {@code import-<id>}
 * @param version version that was read
 * @param startedAt when it began
 * @param finishedAt when it ended, or null
 * @param fileName name of the file
 * @param fileSha256 hash of the file's bytes, by which an interrupted import knows its file
 * @param sheet name of the sheet
 * @param target what was imported: {@code customers}
 * @param source where all rows were said to come from, or null
 * @param policy see {@link DuplicatePolicy}
 * @param columnMatch columns and rules as text; compared, never read
 * @param state where it is
 * @param rowsDone rows stored: whole blocks only
 * @param rowsRead rows counted in the outcomes below
 * @param rowsNew see {@link Outcome#NEW}
 * @param rowsUpdated see {@link Outcome#UPDATED}
 * @param rowsSame see {@link Outcome#SAME}
 * @param rowsDuplicate see {@link Outcome#DUPLICATE}
 * @param rowsRefused see {@link Outcome#REFUSED}
 */
public record ImportRun(
    long id,
    long version,
    Instant startedAt,
    @Nullable Instant finishedAt,
    String fileName,
    String fileSha256,
    @Nullable String sheet,
    String target,
    @Nullable String source,
    String policy,
    String columnMatch,
    State state,
    long rowsDone,
    long rowsRead,
    long rowsNew,
    long rowsUpdated,
    long rowsSame,
    long rowsDuplicate,
    long rowsRefused) {

  /** Where an import is. */
  public enum State {
    /** At work, or ended by a crash. */
    RUNNING,
    /** Stopped by the user between two blocks. */
    STOPPED,
    /** All rows are done. */
    DONE
  }

  /** The group of its changes in the journal. */
  public String group() {
    return group(id);
  }

  /** The group of an import's changes in the journal. */
  public static String group(long id) {
    return "import-" + id;
  }
}
