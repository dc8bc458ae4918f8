package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.PhoneDriverContract;
import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.testkit.FakeClock;
import java.nio.charset.StandardCharsets;

/** What every driver promises, with a modem that does not feel the handset. */
class CallersOnlyModemTest extends PhoneDriverContract {
  @Override
  protected PhoneDriver driver() {
    return new VoiceModemDriver();
  }

  @Override
  protected Simulator simulator(FakeClock clock) {
    return new VoiceModemSimulator(clock, SimulatedModem.CX930XX, played -> {});
  }

  @Override
  protected boolean tellsHook() {
    return false;
  }

  @Override
  protected int lines() {
    return 1;
  }

  @Override
  protected byte[] sample() {
    return "\r\nNAME = LI\r\nNMBR = 138".getBytes(StandardCharsets.US_ASCII);
  }
}
