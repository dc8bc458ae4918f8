package app.ringbook.spreadsheet.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Text separated by commas as RFC 4180 says, in UTF-8 with the mark by which Excel knows it. Days
 * are written {@code 2026-06-15}, moments {@code 2026-06-15 10:30}.
 */
public final class CsvWriter implements SheetWriter {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  @Override
  public String ending() {
    return "csv";
  }

  @Override
  public Written write(SheetTable table, OutputStream out) throws IOException {
    BufferedWriter text =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    text.write('\uFEFF');
    CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
    print(printer, List.copyOf(table.columns().stream().map(SheetColumn::heading).toList()));
    long[] rows = {0};
    try {
      table
          .rows()
          .each(
              cells -> {
                print(printer, cells);
                rows[0]++;
              });
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
    printer.flush();
    return new Written(rows[0], 0);
  }

  private static void print(CSVPrinter printer, List<? extends @Nullable Object> cells) {
    List<String> texts = new ArrayList<>(cells.size());
    for (Object cell : cells) {
      texts.add(text(cell));
    }
    try {
      printer.printRecord(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case LocalDateTime moment -> MOMENT.format(moment);
      case String words -> FormulaGuard.guarded(words);
      default -> cell.toString();
    };
  }
}
