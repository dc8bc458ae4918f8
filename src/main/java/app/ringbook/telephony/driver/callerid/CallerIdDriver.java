package app.ringbook.telephony.driver.callerid;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.serial.LineSettings;
import java.util.function.Consumer;

/**
 * Boxes and modules that pass on what the exchange tells of a caller and know nothing of the
 * handset: HT9032 modules and their like (raw FSK bytes), DTMF receivers, NetCallerID, Weeder kits
 * and others with a public format. All formats are understood at once.
 */
public final class CallerIdDriver implements PhoneDriver {
  /** The name in settings and on the command line. */
  public static final String NAME = "callerid";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Caps caps() {
    return new Caps(true, false, false, false, false, false, false);
  }

  /** The speed of FSK itself; the session looks for another one if nothing makes sense at it. */
  @Override
  public LineSettings lineSettings() {
    return new LineSettings(CallerIdSession.SPEEDS.getFirst());
  }

  @Override
  public Session session(AppClock clock, Consumer<CallEvent> sink) {
    return new CallerIdSession(clock, sink);
  }
}
