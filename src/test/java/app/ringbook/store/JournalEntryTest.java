package app.ringbook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JournalEntryTest {
  private static final Row BEFORE =
      Row.of("deal", 7, 3)
          .set("name", "Grün 明 😀\uD800")
          .set("amount", new BigDecimal("12.50"))
          .set("closes", LocalDate.of(1999, 2, 28))
          .set("at", Instant.parse("1969-12-31T23:59:59.999Z"))
          .set("count", Integer.MIN_VALUE)
          .set("total", Long.MIN_VALUE)
          .set("won", false)
          .set("note", null)
          .build();

  @Test
  void everyKindOfValueComesBack() throws Exception {
    Row after =
        Row.of("deal", 7, 4)
            .set("name", "x".repeat(5000))
            .set("amount", null)
            .set("closes", LocalDate.MAX.withYear(9999))
            .set("at", Instant.parse("2026-01-01T00:00:00Z"))
            .set("count", 1)
            .set("total", Long.MAX_VALUE)
            .set("won", true)
            .set("note", "")
            .build();
    JournalEntry entry =
        entry(
            List.of(
                new RowChange(null, BEFORE),
                new RowChange(BEFORE, after),
                new RowChange(after, null)));
    assertThat(JournalEntry.decode(entry.encode())).isEqualTo(entry);
  }

  @Test
  void manyRowsAreSmall() throws Exception {
    List<RowChange> rows = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      rows.add(new RowChange(null, TestRows.customer(i, "Customer " + i)));
    }
    JournalEntry entry = entry(rows);
    byte[] bytes = entry.encode();
    assertThat(bytes.length).isLessThan(2000 * 60);
    assertThat(JournalEntry.decode(bytes)).isEqualTo(entry);
  }

  @Test
  void bytesThatAreNoEntryAreSaidToBeNone() {
    byte[] good = entry(List.of(new RowChange(null, BEFORE))).encode();
    assertThatThrownBy(() -> JournalEntry.decode(Arrays.copyOf(good, good.length / 2)))
        .isInstanceOf(IOException.class);
    Random random = new Random(5);
    byte[] noise = new byte[200];
    for (int i = 0; i < 200; i++) {
      random.nextBytes(noise);
      assertThatThrownBy(() -> JournalEntry.decode(noise)).isInstanceOf(IOException.class);
    }
  }

  private static JournalEntry entry(List<RowChange> rows) {
    return new JournalEntry(
        new Committed(
            12, Instant.ofEpochMilli(5), "Anna", new Change("a.b", "Grün", "import-1"), rows),
        Map.of("deal", 8L),
        List.of(3L, 4L));
  }
}
