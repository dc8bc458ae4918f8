package app.ringbook.telephony.driver.ncid;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.serial.LineSettings;
import java.util.List;
import java.util.function.Consumer;

/**
 * NCID servers (Network Caller ID, ncid.sourceforge.io, API 1.0 to 1.14): they tell several
 * machines of the calls of modems, boxes and VoIP gateways, and keep a log of calls.
 */
public final class NcidDriver implements PhoneDriver {
  /** The name in settings and on the command line. */
  public static final String NAME = "ncid";

  /** Where servers listen as they come. */
  public static final int USUAL_PORT = 3333;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Caps caps() {
    return new Caps(true, false, false, false, false, false, true);
  }

  @Override
  public boolean keepsLog() {
    return true;
  }

  @Override
  public LineSettings lineSettings() {
    return LineSettings.network(USUAL_PORT);
  }

  @Override
  public List<Integer> backOffMillis() {
    return List.of(1_000, 2_000, 4_000, 8_000, 16_000, 30_000);
  }

  @Override
  public Session session(AppClock clock, Consumer<CallEvent> sink) {
    return new NcidSession(clock, sink);
  }
}
