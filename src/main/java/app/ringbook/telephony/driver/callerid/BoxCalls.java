package app.ringbook.telephony.driver.callerid;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.callerid.YearlessDates;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Makes calls of rings and callers. A box tells neither an answer nor an end: silence means the
 * ringing is over, another caller means that the one before gave up. The exchange's date only shows
 * in the log when it is off: what rings, rings now.
 */
final class BoxCalls {
  private static final int LINE = 1;

  /** As long as the silence that ends a call as it comes out of the box of settings. */
  private static final long SILENCE_NANOS = 8_000_000_000L;

  private static final long DIGITS_NANOS = 1_000_000_000L;
  private static final int MOST_DIGITS = 40;
  private static final Duration OFF = Duration.ofMinutes(10);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS");

  private final AppClock clock;
  private final Consumer<CallEvent> sink;
  private final StringBuilder digits = new StringBuilder();
  private String call = "";
  private String latest = "";
  private int twins;
  private int rings;
  private long signNanos;
  private long digitNanos;
  private CallerInfo caller = CallerInfo.NOTHING;

  BoxCalls(AppClock clock, Consumer<CallEvent> sink) {
    this.clock = clock;
    this.sink = sink;
  }

  void ring() {
    goOn();
    rings++;
    sink.accept(new CallEvent.Ringing(now(), call, rings, true));
  }

  void caller(BoxRecord.Caller record) {
    CallerInfo info = record.info();
    if (somebodyElse(info)) {
      sink.accept(
          new CallEvent.CallEnded(
              now(),
              call,
              CallerInfo.NOTHING,
              Direction.INCOMING,
              CallOutcome.MISSED,
              null,
              rings,
              -1,
              0));
      call = "";
    }
    goOn();
    caller = caller.plus(info);
    // The number first: what hears of the ring then already knows who it is.
    if (!info.equals(CallerInfo.NOTHING)) {
      sink.accept(new CallEvent.CallerId(now(), call, info));
    }
    sink.accept(new CallEvent.Ringing(now(), call, Math.max(1, rings), true));
    tellClock(record.date());
  }

  void digit(char digit) {
    digitNanos = clock.nanoTime();
    if (digits.length() < MOST_DIGITS) {
      digits.append(digit);
    }
  }

  /** Lets time pass: a number told digit by digit is complete when no more digits come. */
  void tick() {
    if (!digits.isEmpty() && clock.nanoTime() - digitNanos >= DIGITS_NANOS) {
      String number = digits.toString().replaceAll("[^0-9]", "");
      digits.setLength(0);
      if (!number.isEmpty()) {
        caller(new BoxRecord.Caller(BoxText.unsure(number), ""));
      }
    }
  }

  private boolean somebodyElse(CallerInfo info) {
    return alive()
        && info.presentation() == Presentation.NUMBER
        && caller.presentation() == Presentation.NUMBER
        && caller.verified()
        && !Objects.equals(caller.number(), info.number());
  }

  private boolean alive() {
    return !call.isEmpty() && clock.nanoTime() - signNanos < SILENCE_NANOS;
  }

  private void goOn() {
    if (!alive()) {
      String moment = MOMENT.format(ZonedDateTime.ofInstant(clock.now(), clock.zone()));
      twins = moment.equals(latest) ? twins + 1 : 0;
      latest = moment;
      call = "B" + moment + (twins == 0 ? "" : "-" + twins);
      rings = 0;
      caller = CallerInfo.NOTHING;
    }
    signNanos = clock.nanoTime();
  }

  private void tellClock(String date) {
    YearlessDates.moment(date, clock)
        .map(said -> Duration.between(clock.now(), said))
        .filter(off -> off.abs().compareTo(OFF) > 0)
        .ifPresent(
            off ->
                sink.accept(
                    new CallEvent.Diagnostic(
                        now(), "the exchange's clock is off by minutes: " + off.toMinutes())));
  }

  private Stamp now() {
    return new Stamp(LINE, clock.nanoTime(), -1, clock.now());
  }
}
