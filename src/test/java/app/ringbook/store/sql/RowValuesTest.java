package app.ringbook.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowValuesTest {
  private final RowValues.Columns columns =
      new RowValues.Columns(List.of("name", "city", "added_at"));

  @Test
  void aRowIsTheMapOfItsColumnsInTheirOrder() {
    RowValues row = columns.row(new @Nullable Object[] {"Ann", null, 7L});
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("name", "Ann");
    map.put("city", null);
    map.put("added_at", 7L);
    assertThat(row).isEqualTo(map).hasSameHashCodeAs(map).isEqualTo(RowValues.of(map));
    assertThat(List.copyOf(row.keySet())).containsExactly("name", "city", "added_at");
    assertThat(row.containsKey("city")).isTrue();
    assertThat(row.get("town")).isNull();
    assertThat(row.containsKey("town")).isFalse();
  }

  @Test
  void columnsAreToldByTheAlphabet() {
    List<String> told = new ArrayList<>();
    columns
        .row(new @Nullable Object[] {"Ann", null, 7L})
        .alphabetically(
            (column, value) ->
                told.add(new String(column, 1, column.length - 1, UTF_8) + " " + value));
    assertThat(told).containsExactly("added_at 7", "city null", "name Ann");
  }

  @Test
  void nobodyChangesARow() {
    RowValues row = columns.row(new @Nullable Object[] {"Ann", "Bern", 7L});
    assertThatThrownBy(() -> row.put("name", "Eve"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> row.keySet().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> columns.row(new @Nullable Object[] {"Ann"}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
