package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.serial.LineSettings;
import java.util.List;
import java.util.function.Consumer;

/** Analogue voice modems that speak V.253 or one of its forerunners. */
public final class VoiceModemDriver implements PhoneDriver {
  /** The name in settings and on the command line. */
  public static final String NAME = "voicemodem";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Caps caps() {
    return new Caps(true, true, true, false, true, true, false);
  }

  @Override
  public List<String> countries() {
    return ModemCountries.all();
  }

  @Override
  public LineSettings lineSettings() {
    return new LineSettings(115_200);
  }

  @Override
  public Session session(AppClock clock, Consumer<CallEvent> sink) {
    return new ModemSession(clock, sink);
  }
}
