package app.ringbook.customer.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.ProblemException;
import app.ringbook.testkit.RandomFilters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilterTextTest {

  @Test
  void whatIsWrittenReadsAsTheSameFilter() {
    RandomFilters filters = new RandomFilters(new Random(5));
    for (int i = 0; i < 2000; i++) {
      Filter filter = filters.next(4);
      String text = FilterText.write(filter);
      assertThat(FilterText.read(text)).as(text).isEqualTo(filter);
    }
  }

  @Test
  void aPersonCanReadAndWriteIt() {
    Filter filter =
        Filter.all(
            Filter.where("tier", new Condition.OneOf(List.of("A", "B"))),
            Filter.not(Filter.where("tags", new Condition.OneOf(List.of("Expo \"26\"")))),
            Filter.any(
                Filter.where("nextContact", new Condition.When(Span.Named.THIS_WEEK)),
                Filter.where(
                    "amount",
                    new Condition.Compared(Condition.Order.AT_LEAST, new BigDecimal("1.50")))));
    assertThat(FilterText.write(filter))
        .isEqualTo(
            "tier in (\"A\", \"B\") and not tags in (\"Expo \\\"26\\\"\")"
                + " and (nextContact this_week or amount >= 1.50)");
    assertThat(
            FilterText.read(
                "  lastContact   longer_ago 30 and created from 2026-01-01 to 2026-02-01"))
        .isEqualTo(
            Filter.all(
                Filter.where("lastContact", new Condition.When(new Span.LongerAgo(30))),
                Filter.where(
                    "created",
                    new Condition.When(
                        new Span.Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1))))));
  }

  @Test
  void whatIsNoFilterIsRefusedWithTheWordWhereItEnds() {
    for (String text :
        List.of(
            "tier in (\"A\"",
            "tier",
            "and tier empty",
            "tier empty tier",
            "x longer_ago -1",
            "x on 2026-13-01",
            "x contains \"open",
            "(".repeat(10_000),
            "not ".repeat(10_000) + "x yes",
            "x ; drop")) {
      assertThatThrownBy(() -> FilterText.read(text))
          .as(text.length() > 60 ? text.substring(0, 60) : text)
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void anEmptyTextMeansEverybody() {
    assertThat(FilterText.read(" ").everybody()).isTrue();
    assertThat(FilterText.write(Filter.everyone())).isEmpty();
  }

  @Test
  void relativeDaysFollowTheCalendar() {
    LocalDate wednesday = LocalDate.of(2026, 2, 25);
    assertThat(Span.Named.THIS_WEEK.days(wednesday))
        .isEqualTo(new Span.Days(LocalDate.of(2026, 2, 23), LocalDate.of(2026, 3, 1)));
    assertThat(Span.Named.NEXT_MONTH.days(wednesday))
        .isEqualTo(new Span.Days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)));
    assertThat(new Span.NextDays(7).days(wednesday))
        .isEqualTo(new Span.Days(wednesday, LocalDate.of(2026, 3, 3)));
    assertThat(new Span.LongerAgo(30).days(wednesday))
        .isEqualTo(new Span.Days(null, LocalDate.of(2026, 1, 25)));
  }

  @Test
  void groupsOfOneAndEmptyGroupsFallAway() {
    Filter tier = Filter.where("tier", new Condition.Empty(true));
    assertThat(Filter.all(Filter.any(tier), Filter.any()).simplified()).isEqualTo(tier);
    assertThat(Filter.not(Filter.not(tier)).simplified()).isEqualTo(tier);
    assertThat(Filter.all(Filter.all()).everybody()).isTrue();
  }
}
