package app.ringbook.call.kits;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.settings.PhoneSettings;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.KitChoices;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.testkit.FakeClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was decided about a kit outlives the program. */
class KitOrdersTest {
  @TempDir private Path folder;
  private final FakeClock clock = new FakeClock();
  private final PhoneSettings.Kit server = new PhoneSettings.Kit("ncid", "server:3333", "");
  private final PhoneSettings.Kit unit = new PhoneSettings.Kit("whozz", "/dev/ttyUSB0", "a:b:c:d");

  @Test
  void aLogSeenForTheFirstTimeBeginsAWeekAgoAndThatStays() {
    Instant week = clock.now().minus(KitOrders.FIRST_LOG);
    assertThat(orders().choices(server).logSince()).isEqualTo(week);
    clock.advance(Duration.ofDays(30));
    assertThat(orders().choices(server).logSince()).isEqualTo(week);
    orders().takeAll(server);
    assertThat(orders().choices(server).logSince()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void aKitThatForgetsWhatWasTakenIsTakenWhole() {
    assertThat(orders().choices(unit)).isEqualTo(KitChoices.NONE);
  }

  @Test
  void countryAndSwitchesBelongToTheDeviceWhateverPortItIsOn() {
    orders().switchesWere(unit, "ecXUDAS");
    orders().country(unit, "GB");
    PhoneSettings.Kit moved = new PhoneSettings.Kit("whozz", "/dev/ttyUSB3", "a:b:c:d");
    assertThat(orders().choices(moved).switchesBefore()).isEqualTo("ecXUDAS");
    assertThat(orders().country(moved)).isEqualTo("GB");
    assertThat(orders().country(server)).isEmpty();
  }

  /** As after a restart: read from the files. */
  private KitOrders orders() {
    return new KitOrders(new Settings(folder), Drivers::byName, clock);
  }
}
