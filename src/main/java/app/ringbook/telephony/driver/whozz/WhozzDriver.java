package app.ringbook.telephony.driver.whozz;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.serial.LineSettings;
import java.util.function.Consumer;

/** CallerID.com "Whozz Calling?" serial units (public manuals at callerid.com). */
public final class WhozzDriver implements PhoneDriver {
  /** The name in settings and on the command line. */
  public static final String NAME = "whozz";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Caps caps() {
    return new Caps(true, true, false, false, false, false, true);
  }

  @Override
  public LineSettings lineSettings() {
    return new LineSettings(9600);
  }

  @Override
  public Session session(AppClock clock, Consumer<CallEvent> sink) {
    return new WhozzSession(clock, sink);
  }
}
