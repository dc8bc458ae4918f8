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
    @Nullable Path rejects,
    double seconds) {

  /** A column and the key of the field it filled. */
  public record Matched(String column, String field) {}

  /** A kind of problem and the number of its cells. */
  public record Problem(String kind, int cells) {}
}
