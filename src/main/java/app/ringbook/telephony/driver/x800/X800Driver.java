package app.ringbook.telephony.driver.x800;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.serial.LineSettings;
import java.util.function.Consumer;

/** Kits that follow our published X800-style profile, version 1. */
public final class X800Driver implements PhoneDriver {
  /** The name in settings and on the command line. */
  public static final String NAME = "x800";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Caps caps() {
    return new Caps(true, true, true, true, true, true, true);
  }

  @Override
  public LineSettings lineSettings() {
    return new LineSettings(460_800);
  }

  @Override
  public Session session(AppClock clock, Consumer<CallEvent> sink) {
    return new X800Session(clock, sink);
  }
}
