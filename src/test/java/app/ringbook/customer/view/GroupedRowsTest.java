package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.columns.Grouping;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GroupedRowsTest {
  private static final Grouping TWO =
      new Grouping(
          new long[] {7, 3, 9},
          List.of(new Grouping.Group("A", 0, 2), new Grouping.Group(null, 2, 1)));
  private final GroupedRows rows = new GroupedRows();

  @Test
  void eachGroupHasAHeadingAboveItsCustomers() {
    rows.show("tier", TWO);
    assertThat(rows.rows()).containsExactly(-1, 7, 3, -2, 9);
    assertThat(Objects.requireNonNull(rows.group(-2)).value()).isNull();
    assertThat(rows.group(7)).isNull();
    assertThat(rows.group(-3)).isNull();
  }

  @Test
  void aFoldedGroupStaysFoldedWhenTheListIsReadAgainButNotByAnotherField() {
    rows.show("tier", TWO);
    rows.fold(TWO.groups().getFirst(), true);
    assertThat(rows.rows()).containsExactly(-1, -2, 9);
    rows.show("tier", TWO);
    assertThat(rows.rows()).containsExactly(-1, -2, 9);
    rows.show("owner", TWO);
    assertThat(rows.rows()).hasSize(5);
  }

  @Test
  void aListWithoutGroupsHasNoHeadings() {
    rows.show("", Grouping.none(new long[] {4, 5}));
    assertThat(rows.rows()).containsExactly(4, 5);
  }
}
