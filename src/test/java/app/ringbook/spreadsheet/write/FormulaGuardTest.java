package app.ringbook.spreadsheet.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "|calc", "＝1", "＋1",
        "－1", "＠A1", " =1", "\u00A0=1", "\"=1", "'=1", "''=1", "' =1", "=cmd|' /C calc'!A0", "-",
            "+",
        "'+123", "-a5"
      })
  void whatMayRunIsGuardedAndComesBackAsItWas(String text) {
    assertThat(FormulaGuard.dangerous(text)).isTrue();
    assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
    assertThat(FormulaGuard.bare(FormulaGuard.guarded(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a=b",
        "'",
        "'plain",
        "''",
        "+8613800138000",
        "-5",
        "+86 138 0013 8000",
        "5-3",
        "a"
      })
  void harmlessTextsStayAsTheyAre(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
    assertThat(FormulaGuard.bare(text)).isEqualTo(text);
  }

  @Test
  void theGuardOfOtherProgramsIsTakenOffNumbersToo() {
    assertThat(FormulaGuard.bare("'+123")).isEqualTo("+123");
    assertThat(FormulaGuard.bare("'-5")).isEqualTo("-5");
  }
}
