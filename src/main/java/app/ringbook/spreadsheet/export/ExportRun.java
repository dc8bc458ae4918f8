package app.ringbook.spreadsheet.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An export that was made.
 *
 * @param id key
 * @param target what was exported: {@code customers}
 * @param fileName where it went
 * @param format name of an {@link ExportFormat}
 * @param rowsWritten rows, or cards
 * @param narrowed what the list was narrowed by, in the text form of filters; null for all
 * @param author who made it
 * @param exportedAt when
 */
public record ExportRun(
    long id,
    String target,
    String fileName,
    String format,
    long rowsWritten,
    @Nullable String narrowed,
    String author,
    Instant exportedAt) {}
