package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.telephony.CallState;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Which call of the pop-up is shown in full. Used on the window's thread. */
final class PopupFront {
  private final ReadOnlyObjectWrapper<@Nullable PopupCall> shown =
      new ReadOnlyObjectWrapper<>(null);
  private BooleanSupplier busy = () -> false;

  /** Null if there is none, or all are strips. */
  ReadOnlyObjectProperty<@Nullable PopupCall> property() {
    return shown.getReadOnlyProperty();
  }

  @Nullable PopupCall get() {
    return shown.get();
  }

  void set(@Nullable PopupCall call) {
    shown.set(call);
  }

  /** While this is true somebody works in the pop-up: no call takes the place of another. */
  void keepWhile(BooleanSupplier working) {
    busy = working;
  }

  /** A call began: it is shown, unless another one is of more interest. */
  void began(PopupCall call) {
    if (shown.get() == null || overtaken()) {
      shown.set(call);
    }
  }

  /**
   * More is known of a call. If people talk now, who they talk to is shown, unless all are strips
   * or another one is of more interest.
   */
  void update(PopupCall call, CallCard card) {
    boolean talked = talks(call);
    call.update(card);
    if (talks(call) && !talked && overtaken()) {
      shown.set(call);
    }
  }

  /** True while people talk. */
  static boolean talks(PopupCall call) {
    return call.cardProperty().get().call().state() == CallState.TALKING;
  }

  /** A call left the pop-up. */
  void removed(PopupCall call, List<PopupCall> left) {
    if (shown.get() == call) {
      shown.set(left.isEmpty() ? null : left.getLast());
    }
  }

  /** Over, and nobody did anything with it. */
  private boolean overtaken() {
    PopupCall now = shown.get();
    return now != null && now.untouchedAndOver() && !busy.getAsBoolean();
  }
}
