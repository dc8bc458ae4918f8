package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.telephony.CallState;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.FxTest;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The moment that the benchmark of calls measures to. */
class PaintedCallerUiTest extends FxTest {
  private static final int PULSES = 10;
  private final FakeClock clock = new FakeClock(Cards.NOW, java.time.ZoneId.of("Asia/Shanghai"));
  private final Background background = new Background(Fx.executor());
  private final CallPopup popup =
      onFx(
          () ->
              new CallPopup(
                  new CallPopupModel(new FakePopupHouse(), background, clock),
                  new LineModel(clock, Fx.executor()),
                  new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "021", "")),
                  words -> Optional.empty(),
                  id -> {},
                  language(),
                  new Formats(language(), clock),
                  clock,
                  false));
  private final PaintedCaller painted = onFx(() -> new PaintedCaller(popup, AppClock.system()));

  /**
   * As in the program: the pop-up comes up beside a window, and the screen is read through it. The
   * window covers what hidden windows of other tests left on the screen.
   */
  @BeforeEach
  void openWindow() throws Exception {
    Rectangle2D screen = onFx(() -> Screen.getPrimary().getBounds());
    show(new Region(), (int) screen.getWidth(), (int) screen.getHeight());
    awaitPulses();
  }

  @AfterEach
  void closePopup() {
    fx(popup::close);
    background.close();
  }

  @Test
  void callerIsPaintedOnlyAfterTheNameStandsInTheScene() throws Exception {
    CompletableFuture<PaintedCaller.Painted> told = onFx(painted::next);
    AtomicLong inScene = new AtomicLong();
    fx(
        () -> {
          ring(false);
          assertThat(told).isNotDone();
          popup.node().getScene().addPostLayoutPulseListener(() -> noteName(inScene));
        });
    PaintedCaller.Painted caller = told.get(30, TimeUnit.SECONDS);
    assertThat(caller.shown()).isEqualTo("Maya Okafor");
    assertThat(caller.nanos()).isGreaterThan(inScene.get());
    assertThat(inScene.get()).isNotZero();
  }

  @Test
  void nameThatStandsInTheSceneAndCannotBeSeenIsNotPainted() throws Exception {
    fx(() -> popup.node().setOpacity(0));
    CompletableFuture<PaintedCaller.Painted> told = onFx(painted::next);
    fx(() -> ring(true));
    awaitPulses();
    assertThat(onFx(() -> user().texts())).contains("李薇");
    assertThat(told).isNotDone();
    fx(() -> popup.node().setOpacity(1));
    assertThat(told.get(30, TimeUnit.SECONDS).shown()).isEqualTo("李薇");
  }

  private void noteName(AtomicLong when) {
    if (when.get() == 0
        && popup.node().lookup(".popup-person .page-title") instanceof Label name
        && name.getText().equals("Maya Okafor")) {
      when.set(AppClock.system().nanoTime());
    }
  }

  /** Each test another caller: a screen in memory keeps what a hidden window painted. */
  private void ring(boolean chinese) {
    popup.ringing(Cards.known(Cards.call("a", 1, CallState.RINGING, null), chinese));
  }

  private static void awaitPulses() throws Exception {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    fx(
        () ->
            new AnimationTimer() {
              private int left = PULSES;

              @Override
              public void handle(long now) {
                if (--left == 0) {
                  stop();
                  over.complete(true);
                }
              }
            }.start());
    over.get(30, TimeUnit.SECONDS);
  }
}
