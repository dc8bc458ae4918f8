package app.ringbook.customer.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S1-24")
class FormulaTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);
  private final Map<String, Object> values =
      Map.of(
          "x1",
          new Money(new BigDecimal("1200"), "CNY"),
          "x2",
          new BigDecimal("3"),
          "city",
          "苏州",
          "x4",
          LocalDate.of(2027, 3, 1),
          "tags",
          List.of("老客户", "精密"));

  private Formula.Result result(String formula) {
    return Formula.of(formula).result(values::get, TODAY);
  }

  private @Nullable Object value(String formula) {
    return result(formula).value();
  }

  @Test
  void fieldsAreComputedExactly() {
    assertThat(value("[x1] * 0.1")).isEqualTo(new BigDecimal("120"));
    assertThat(value("[x1] / [x2] + 0.1")).isEqualTo(new BigDecimal("400.1"));
    assertThat(value("1 / 3")).isEqualTo(new BigDecimal("0.3333333333"));
    assertThat(value("ROUND([x1] / 7, 2)")).isEqualTo(new BigDecimal("171.43"));
  }

  @Test
  void textsDaysAndConditions() {
    assertThat(value("IF([x1] > 1000, \"large\", \"small\")")).isEqualTo("large");
    assertThat(value("[city] + \" [x1]\"")).isEqualTo("苏州 [x1]");
    assertThat(value("DAYS(TODAY, [x4])")).isEqualTo(new BigDecimal("9"));
    assertThat(value("CONTAINS([tags], \"精密\")")).isEqualTo(true);
    assertThat(value("[x4]")).isEqualTo(LocalDate.of(2027, 3, 1));
  }

  @Test
  void anEmptyFieldGivesNothingAndAWrongOneTheReason() {
    assertThat(result("[x9] * 2")).isEqualTo(new Formula.Result(null, null));
    assertThat(result("[x1] / 0").problem()).isEqualTo("customer.formula.problem.result");
    assertThat(result("COALESCE([x9], 5)").value()).isEqualTo(new BigDecimal("5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[x1] *",
        "(",
        "9 ^ 9 ^ 9",
        "FACT(100000)",
        "1e999999999",
        "STR_FORMAT(\"%9d\", 1)",
        "RANDOM()",
        "nobody + 1",
        "\"open"
      })
  void whatCannotBeReadOrMustNotBeSaidIsRefused(String formula) {
    assertThatThrownBy(() -> Formula.of(formula))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("customer.formula.problem");
  }

  @Test
  void depthAndSizeAreLimited() {
    assertThatThrownBy(() -> Formula.of("1+".repeat(600) + "1"))
        .isInstanceOf(ProblemException.class);
    String nested = "(".repeat(400) + "1" + ")".repeat(400);
    assertThat(result(nested).value()).isIn(null, new BigDecimal("1"));
    assertThat(result("1e99 * 1e99 * 1e99").problem()).isNotNull();
  }

  @Test
  void namesBecomeKeysAndBack() {
    String stored =
        Formula.withKeys(
            "[Amount] + \"[Amount]\"",
            name -> name.equals("Amount") ? Optional.of("x1") : Optional.empty());
    assertThat(stored).isEqualTo("[x1] + \"[Amount]\"");
    assertThat(Formula.withLabels(stored, key -> Optional.of("Sum")))
        .isEqualTo("[Sum] + \"[Amount]\"");
    assertThatThrownBy(() -> Formula.withKeys("[Who]", name -> Optional.empty()))
        .hasMessageContaining("customer.formula.problem.field");
  }
}
