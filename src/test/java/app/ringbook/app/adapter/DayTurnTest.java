package app.ringbook.app.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.testkit.FakeClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayTurnTest {
  @Test
  void eachNewDayIsToldOnceHoweverLongTheMachineSlept() {
    FakeClock clock = new FakeClock();
    LocalDate first = clock.today();
    List<LocalDate> told = new ArrayList<>();
    DayTurn turn = new DayTurn(clock);
    turn.days().add(told::add);
    turn.look();
    assertThat(told).isEmpty();
    clock.advance(Duration.ofDays(1));
    turn.look();
    turn.look();
    clock.advance(Duration.ofDays(3));
    turn.look();
    assertThat(told).containsExactly(first.plusDays(1), first.plusDays(4));
  }
}
