package app.ringbook.spreadsheet.export;

import app.ringbook.customer.fields.Money;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the values of records into what a sheet can hold. */
final class Cells {
  private final Texts texts;
  private final AppClock clock;
  private final String currency;

  /**
   * @param currency the one that is meant where none is written: its amounts become numbers
   */
  Cells(Texts texts, AppClock clock, String currency) {
    this.texts = texts;
    this.clock = clock;
    this.currency = currency;
  }

  /** A cell as {@link app.ringbook.spreadsheet.write.SheetTable.Sink} takes it. */
  @Nullable Object cell(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> number;
      case LocalDate day -> day;
      case Instant moment -> LocalDateTime.ofInstant(moment, clock.zone());
      case Boolean yes -> texts.text(yes ? "spreadsheet.export.yes" : "spreadsheet.export.no");
      case Money money when money.currency().equals(currency) -> money.amount();
      case Money money -> money.stored();
      case ExportColumn.Word word -> word.shown();
      case List<?> several ->
          several.stream().map(one -> String.valueOf(cell(one))).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }
}
