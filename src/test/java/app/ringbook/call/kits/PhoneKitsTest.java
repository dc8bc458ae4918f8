package app.ringbook.call.kits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.AppClock;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.serial.LineSettings;
import app.ringbook.telephony.serial.MemoryLine;
import app.ringbook.telephony.serial.SerialLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what the user chose is touched. */
class PhoneKitsTest {
  private static final PhoneSettings.Kit ONE =
      new PhoneSettings.Kit("whozz", "/dev/ttyUSB1", "067b:2303:a1:1-2");
  private static final PhoneSettings.Kit TWO = new PhoneSettings.Kit("whozz", "/dev/ttyUSB2", "");

  @TempDir Path folder;
  private final Set<String> touched = ConcurrentHashMap.newKeySet();

  @Test
  void noPortIsTouchedThatNobodyChoseAndNoneAfterItWasTakenOut() {
    Settings settings = new Settings(folder);
    LineOpener opener =
        new LineOpener() {
          @Override
          public SerialLine open(String port, String identity, LineSettings line) {
            touched.add(port);
            return MemoryLine.pair().host();
          }

          @Override
          public boolean present(String port, String identity) {
            touched.add(port);
            return true;
          }
        };
    try (PhoneKits kits =
        new PhoneKits(settings, Drivers::byName, opener, new Nothing(), AppClock.system())) {
      kits.start();
      settings.changePhone(phone -> phone.withKits(List.of(ONE)));
      await().until(() -> ready(kits) == 1);
      assertThat(touched).containsExactly("/dev/ttyUSB1");
      settings.changePhone(phone -> phone.withKits(List.of(ONE, TWO)));
      await().until(() -> ready(kits) == 2);
      settings.changePhone(phone -> phone.withKits(List.of()));
      await().until(() -> kits.statuses().isEmpty());
      assertThat(touched).containsExactlyInAnyOrder("/dev/ttyUSB1", "/dev/ttyUSB2");
    }
  }

  private static long ready(PhoneKits kits) {
    return kits.statuses().stream().filter(s -> s.state() == LinkStatus.State.READY).count();
  }

  /** Records nothing. */
  private static final class Nothing implements PhoneLink.Policy {
    @Override
    public boolean record(Call call) {
      return false;
    }

    @Override
    public int ringTimeoutMillis() {
      return 8000;
    }
  }
}
