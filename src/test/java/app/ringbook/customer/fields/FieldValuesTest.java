package app.ringbook.customer.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("S1-24")
class FieldValuesTest {
  private final FieldValues values = new FieldValues(() -> "CNY");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NUMBER|1,250.50|1250.5",
        "NUMBER|１２|12",
        "NUMBER|-0.00|0",
        "NUMBER|1000000|1000000",
        "MONEY|1250|1250 CNY",
        "MONEY|¥ 1,250.00|1250 CNY",
        "MONEY|$12.5|12.5 USD",
        "MONEY|80 eur|80 EUR",
        "MONEY|3.5万元|35000 CNY",
        "MONEY|USD 1.2M|1200000 USD",
        "DATE|2027年3月1日|2027-03-01",
        "DATE|2027/3/1|2027-03-01",
        "DATE|20270301|2027-03-01",
        "PHONE|138 1234 5678|138 1234 5678",
        "TEXT| 热 |热"
      })
  void whatPeopleTypeIsStoredInOneForm(FieldKind kind, String typed, String stored) {
    Object value = Objects.requireNonNull(values.read(kind, List.of(), typed));
    assertThat(FieldValues.stored(kind, value)).isEqualTo(stored);
    assertThat(FieldValues.loaded(kind, stored)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER,abc",
    "NUMBER,'1,25'",
    "NUMBER,.",
    "MONEY,a lot",
    "DATE,2027-02-30",
    "DATE,soon",
    "LIST,green",
    "PHONE,no",
    "FORMULA,1",
    "FLAG,perhaps"
  })
  void whatIsNoSuchValueIsRefusedWithASentence(FieldKind kind, String typed) {
    assertThatThrownBy(() -> values.read(kind, List.of("red", "blue"), typed))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("customer.field.problem");
  }

  @Test
  void wordsOfListsAreTheListsOwn() {
    List<String> options = List.of("Red", "蓝");
    assertThat(values.read(FieldKind.LIST, options, "red")).isEqualTo("Red");
    Object both = values.read(FieldKind.MULTI_LIST, options, "蓝，red; 蓝");
    assertThat(both).isEqualTo(List.of("蓝", "Red"));
    assertThat(FieldValues.loaded(FieldKind.MULTI_LIST, "蓝\nRed")).isEqualTo(both);
  }

  @ParameterizedTest
  @EnumSource(FieldKind.class)
  void nothingTypedIsNoValue(FieldKind kind) {
    assertThat(values.read(kind, List.of(), "  ")).isNull();
  }

  @Test
  void whatAnotherKindStoredComesAsItsText() {
    assertThat(FieldValues.loaded(FieldKind.NUMBER, "many")).isEqualTo("many");
    assertThat(FieldValues.loaded(FieldKind.DATE, "12")).isEqualTo("12");
  }

  @Test
  void valuesOfARecordSurviveTheirColumn() {
    CustomValues some =
        CustomValues.NONE
            .with("x1", "two\nlines \\n and = signs")
            .with("x2", "红")
            .with("x3", "gone")
            .with("x3", null);
    assertThat(CustomValues.of(some.text())).isEqualTo(some);
    assertThat(CustomValues.of(some.text()).get("x1")).isEqualTo("two\nlines \\n and = signs");
    assertThat(some.keys()).containsExactlyInAnyOrder("x1", "x2");
    assertThat(some.text()).contains("\nx2=红\n");
    assertThat(CustomValues.NONE.text()).isNull();
  }

  @Test
  void aValueNobodyKnowsIsKept() {
    CustomValues later = CustomValues.of("\nz9=of a newer program\nx1=1\n");
    assertThat(later.with("x1", "2").get("z9")).isEqualTo("of a newer program");
  }

  @Test
  void typedValuesComeBackTyped() {
    CustomField day =
        new CustomField(
            1, 1, FieldObject.CUSTOMER, "x1", FieldKind.DATE, "Day", List.of(), null, 0, false);
    CustomValues some = CustomValues.NONE.with(day, LocalDate.of(2027, 3, 1));
    assertThat(some.get("x1")).isEqualTo("2027-03-01");
    assertThat(some.value(day)).isEqualTo(LocalDate.of(2027, 3, 1));
    assertThat(new Money(new BigDecimal("1E+3"), "USD").stored()).isEqualTo("1000 USD");
  }
}
