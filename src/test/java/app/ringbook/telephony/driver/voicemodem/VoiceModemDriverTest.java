package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.PhoneDriverContract;
import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.testkit.FakeClock;
import java.nio.charset.StandardCharsets;

/** The voice modem driver: what every driver promises. */
class VoiceModemDriverTest extends PhoneDriverContract {
  @Override
  protected PhoneDriver driver() {
    return new VoiceModemDriver();
  }

  @Override
  protected Simulator simulator(FakeClock clock) {
    return new VoiceModemSimulator(clock, SimulatedModem.USR5637, played -> {});
  }

  @Override
  protected boolean tellsEnd() {
    return false;
  }

  @Override
  protected int lines() {
    return 1;
  }

  @Override
  protected byte[] sample() {
    return "\r\nDATE = 0309\r\nTIME = 1800\r\n".getBytes(StandardCharsets.US_ASCII);
  }
}
