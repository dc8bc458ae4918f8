package app.ringbook.call.view;

import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.FxTest;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/** The pop-up over a house that remembers what it is asked. */
abstract class PopupFxTest extends FxTest {
  protected final FakeClock clock = new FakeClock(Cards.NOW, ZoneId.of("Asia/Shanghai"));
  protected final FakePopupHouse house = new FakePopupHouse();
  protected final Background background = new Background(Fx.executor());
  protected final List<Long> opened = new CopyOnWriteArrayList<>();
  protected final CallPopupModel model = onFx(() -> new CallPopupModel(house, background, clock));
  protected final CallPopup popup;

  /**
   * @param top true for a pop-up at the top of the screen
   */
  PopupFxTest(boolean top) {
    popup =
        onFx(
            () ->
                new CallPopup(
                    model,
                    new LineModel(clock, Fx.executor()),
                    new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "021", "")),
                    words -> Optional.empty(),
                    opened::add,
                    language(),
                    new Formats(language(), clock),
                    clock,
                    top));
  }

  @AfterEach
  final void closeAll() {
    fx(popup::close);
    background.close();
  }
}
