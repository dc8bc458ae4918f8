package app.ringbook.spreadsheet.export;

import app.ringbook.spreadsheet.write.SheetColumn;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of an export.
 *
 * @param key its name in filters; that of the field an import fills from it, if there is one
 * @param heading what stands above it
 * @param shape what its cells look like
 * @param value what a record has there: String, BigDecimal, LocalDate, Instant, Boolean, {@link
 *     app.ringbook.customer.fields.Money}, {@link Word}, a list of these, or null
 * @param <R> the record
 */
public record ExportColumn<R>(
    String key, String heading, SheetColumn.Shape shape, Function<R, @Nullable Object> value) {

  /**
   * One of a few words.
   *
   * @param stored as the program keeps it
   * @param shown in the reader's language
   */
  public record Word(String stored, String shown) {}
}
