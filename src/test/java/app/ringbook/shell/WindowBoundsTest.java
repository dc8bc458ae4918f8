package app.ringbook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.settings.WindowSettings;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowBoundsTest {
  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1366, 728);
  private static final Rectangle2D BIG = new Rectangle2D(1366, 0, 2560, 1400);

  @Test
  void theFirstWindowIsCentredAndFitsTheScreen() {
    assertThat(WindowBounds.clamp(WindowSettings.DEFAULT, List.of(BIG)))
        .isEqualTo(new Rectangle2D(1366 + (2560 - 1440) / 2.0, 250, 1440, 900));
    assertThat(WindowBounds.clamp(WindowSettings.DEFAULT, List.of(LAPTOP))).isEqualTo(LAPTOP);
  }

  @Test
  void aWindowReturnsToItsScreen() {
    WindowSettings wanted = new WindowSettings(1500, 100, 1440, 900, false);
    assertThat(WindowBounds.clamp(wanted, List.of(LAPTOP, BIG)))
        .isEqualTo(new Rectangle2D(1500, 100, 1440, 900));
  }

  @Test
  void aWindowOfAScreenThatIsGoneComesBack() {
    WindowSettings wanted = new WindowSettings(1500, 100, 1440, 900, false);
    assertThat(WindowBounds.clamp(wanted, List.of(LAPTOP))).isEqualTo(LAPTOP);
  }

  @Test
  void aWindowHalfOutsideIsPulledIn() {
    WindowSettings wanted = new WindowSettings(-300, -50, 1200, 700, false);
    assertThat(WindowBounds.clamp(wanted, List.of(LAPTOP)))
        .isEqualTo(new Rectangle2D(0, 0, 1200, 700));
  }

  @Test
  void aTitleBarAboveTheScreenIsNoticed() {
    assertThat(
            WindowBounds.hidesTitle(
                new WindowSettings(-1, -20, 1200, 700, false), List.of(LAPTOP, BIG)))
        .isTrue();
    assertThat(
            WindowBounds.hidesTitle(
                new WindowSettings(0, 0, 1200, 700, false), List.of(LAPTOP, BIG)))
        .isFalse();
    assertThat(
            WindowBounds.hidesTitle(new WindowSettings(100, 60, 1200, 700, false), List.of(LAPTOP)))
        .isFalse();
  }
}
