package app.ringbook.app;

import app.ringbook.call.CallScreen;
import app.ringbook.call.view.CallPopup;
import app.ringbook.call.view.CallPopupModel;
import app.ringbook.call.view.PaintedCaller;
import app.ringbook.call.view.PopupCall;
import app.ringbook.cli.bench.CallStage;
import app.ringbook.cli.session.House;
import app.ringbook.platform.AppClock;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The window with its phone line, as a stage for calls that are timed. */
final class WindowCallStage implements CallStage {
  private static final long LOOK_NANOS = 5_000_000;
  private static final long REST_NANOS = 120_000_000;
  private static final long PATIENCE_SECONDS = 10;
  private static final long OPENING_SECONDS = 600;

  private final WindowSession session;
  private final AppClock clock = AppClock.system();
  private final Start start;
  private final PaintedCaller painted;

  /**
   * Waits until the line and everything kept in memory are ready.
   *
   * @param started when the window began to open, by the system clock's nanoseconds
   */
  WindowCallStage(WindowSession session, long started) {
    this.session = session;
    await(OPENING_SECONDS, "the phone line", session::lineReady);
    long line = clock.nanoTime();
    await(OPENING_SECONDS, "the indexes", () -> session.house().callerIndex().loaded());
    long loaded = clock.nanoTime();
    start = new Start((line - started) / 1_000_000, (loaded - started) / 1_000_000);
    painted = OnFx.get(() -> new PaintedCaller(popupWindow(), clock));
  }

  @Override
  public Start start() {
    return start;
  }

  @Override
  public House house() {
    return session.house();
  }

  @Override
  public CallScreen popup() {
    return popupWindow();
  }

  @Override
  public Seen call(Wire ring, Wire hangUp) throws IOException {
    CompletableFuture<PaintedCaller.Painted> next = OnFx.get(painted::next);
    ring.send();
    PaintedCaller.Painted caller;
    try {
      caller = next.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      next.cancel(false);
      throw new IllegalStateException("The caller was not painted", e);
    }
    PopupCall call = OnFx.get(() -> model().calls().getFirst());
    hangUp.send();
    await(PATIENCE_SECONDS, "the end of the call", () -> OnFx.get(call::over));
    long customer =
        OnFx.get(
            () -> {
              var known = call.customerProperty().get();
              model().later(call);
              return known == null ? 0 : known.id();
            });
    await(PATIENCE_SECONDS, "an empty pop-up", () -> OnFx.get(() -> !popupWindow().showing()));
    LockSupport.parkNanos(REST_NANOS);
    return new Seen(caller.nanos(), customer);
  }

  private CallPopup popupWindow() {
    return session.screens().phone().popup();
  }

  private CallPopupModel model() {
    return session.screens().phone().popupModel();
  }

  private void await(long seconds, String what, BooleanSupplier condition) {
    long began = clock.nanoTime();
    while (!condition.getAsBoolean()) {
      if (clock.nanoTime() - began > TimeUnit.SECONDS.toNanos(seconds)) {
        throw new IllegalStateException("Waited in vain for " + what);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
