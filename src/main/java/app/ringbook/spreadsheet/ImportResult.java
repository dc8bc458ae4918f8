package app.ringbook.spreadsheet;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import or a rehearsal in figures, as the command line tells it. {@code read} is always the sum
 * of the five outcomes.
 *
 * @param importId id of the import, or null for a rehearsal
 * @param file name of the file
 * @param sheet the sheet that was read
 * @param as what the rows became: {@code customers}
 * @param read rows read
 * @param added rows that are new customers ({@code new} on the command line)
 * @param updated rows that added to a stored customer
 * @param same rows the stored customer had already
 * @param duplicate rows that were left to their twin
 * @param refused rows that could not be imported
 * @param match which column filled which field
 * @param problems what was wrong with cells
 * @param duplicates the first rows that are somebody there already
 * @param refusals the first rows that could not be imported
 * @param rejects workbook with the refused rows, or null if none was written
 * @param seconds time from opening the file to the end
 */
public record ImportResult(
    @Nullable Long importId,
    String file,
    String sheet,
    String as,
    int read,
    int added,
    int updated,
    int same,
    int duplicate,
    int refused,
    List<Matched> match,
    List<Problem> problems,
    List<Twin> duplicates,
    List<Refused> refusals,
    @Nullable Path rejects,
    double seconds) {

  /** A column and the key of the field it filled. */
  public record Matched(String column, String field) {}

  /**
   * A row that is somebody there already.
   *
   * @param row number beside it in the sheet
   * @param name what it is about
   * @param twin who is there already
   * @param twinRow number of the earlier row, or 0 if the twin is stored
   * @param by what it was recognised by: key, phone, email or name
   */
  public record Twin(int row, String name, @Nullable String twin, int twinRow, String by) {}

  /** A row that could not be imported, and the reason. */
  public record Refused(int row, String name, String reason) {}

  /** A kind of problem and the number of its cells. */
  public record Problem(String kind, int cells) {}
}
