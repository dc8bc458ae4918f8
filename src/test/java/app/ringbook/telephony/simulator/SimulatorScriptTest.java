package app.ringbook.telephony.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.ProblemException;
import app.ringbook.telephony.simulator.SimulatorScript.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The little language of simulated kits. */
class SimulatorScriptTest {
  @Test
  void stepsAreReadWithTheirNumbersAndWords() {
    SimulatorScript script =
        SimulatorScript.parse("# a call\nring 2 1000 # twice\n\ncaller 138 Li Ming\nANSWER\n");
    assertThat(script.steps())
        .isEqualTo(
            List.of(
                new Step("ring", "2", "1000"),
                new Step("caller", "138", "Li Ming"),
                new Step("answer", "", "")));
    assertThat(script.steps().getFirst().second(0)).isEqualTo(1000);
    assertThat(SimulatorScript.parse("drift -200").steps().getFirst().signed()).isEqualTo(-200);
  }

  @Test
  void aLineNotUnderstoodIsNamed() {
    assertThatThrownBy(() -> SimulatorScript.parse("ring 1\njump 3\n"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.key()).isEqualTo("telephony.script.wrong");
              assertThat(e.arguments()).containsExactly(2, "jump 3");
            });
  }

  @Test
  void theStandardScriptIsOneOfThem() {
    assertThat(SimulatorScript.standard().steps()).isNotEmpty();
  }
}
