package app.ringbook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class PopupRoomTest {
  private static final Rectangle2D WINDOW = new Rectangle2D(0, 20, 1440, 880);

  private static PopupRoom.Kept under(double x, double y, double width, double height) {
    return PopupRoom.of(WINDOW, new Rectangle2D(x, y, width, height));
  }

  @Test
  void toastsAndDialogsStandBesideACardAndThePageStaysAsItIs() {
    PopupRoom.Kept kept = under(1024, 200, 400, 684);
    assertThat(kept.toasts()).isEqualTo(new Insets(0, 416, 0, 0));
    assertThat(kept.dialogs()).isEqualTo(new Insets(0, 416, 0, 0));
    assertThat(kept.page()).isEqualTo(Insets.EMPTY);
  }

  @Test
  void aPageEndsAboveAStripAtTheBottomAndBeginsBelowOneAtTheTop() {
    PopupRoom.Kept bottom = under(1024, 820, 400, 64);
    assertThat(bottom.page()).isEqualTo(new Insets(0, 0, 96, 0));
    assertThat(bottom.toasts()).isEqualTo(new Insets(0, 416, 0, 0));
    assertThat(bottom.dialogs()).isEqualTo(Insets.EMPTY);
    assertThat(under(1024, 36, 400, 64).page()).isEqualTo(new Insets(96, 0, 0, 0));
  }

  @Test
  void nothingIsKeptForAPopUpBesideTheWindowOrOneThatLeavesNoRoom() {
    assertThat(under(1440, 200, 400, 684)).isEqualTo(PopupRoom.Kept.NOTHING);
    assertThat(PopupRoom.of(new Rectangle2D(900, 0, 500, 900), new Rectangle2D(1024, 0, 400, 800)))
        .isEqualTo(PopupRoom.Kept.NOTHING);
  }
}
