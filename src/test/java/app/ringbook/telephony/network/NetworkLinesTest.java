package app.ringbook.telephony.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.AppClock;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.driver.ncid.NcidDriver;
import app.ringbook.telephony.driver.ncid.NcidSimulator;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.LineSettings;
import app.ringbook.telephony.serial.SerialLine;
import app.ringbook.telephony.simulator.SimulatorRun;
import app.ringbook.telephony.simulator.SimulatorScript;
import app.ringbook.testkit.HeardCalls;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kits in the network over real sockets of this machine. */
class NetworkLinesTest {
  private static final LineSettings SETTINGS = LineSettings.network(3333);
  private static final TcpAddress ANY = new TcpAddress("127.0.0.1", 0);

  private final NetworkLines lines =
      new NetworkLines(
          (port, identity, settings) -> {
            throw new LineException("telephony.port.gone", port);
          });

  @ParameterizedTest
  @CsvSource({
    "192.168.1.5,192.168.1.5:3333",
    "ncid.local:4444,ncid.local:4444",
    "[::1]:3333,[::1]:3333",
    "box,box:3333"
  })
  void addressesAreRead(String text, String read) throws LineException {
    assertThat(TcpAddress.parse(text, 3333)).hasToString(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/dev/ttyUSB0", "host:99999", "a b", "host:", "::1"})
  void otherTextIsNoAddress(String text) {
    assertThat(reason(text)).isEqualTo("telephony.network.address");
  }

  @Test
  void whyThereIsNoConnectionIsSaid() throws Exception {
    assertThat(reason("no-such-host.invalid")).isEqualTo("telephony.network.name");
    String closed;
    try (ListeningPort door = new ListeningPort(ANY)) {
      closed = door.address().toString();
    }
    assertThat(reason(closed)).isEqualTo("telephony.network.refused");
    try (ListeningPort door = new ListeningPort(ANY)) {
      assertThatExceptionOfType(LineException.class)
          .isThrownBy(() -> new ListeningPort(door.address()))
          .matches(e -> e.reasonKey().equals("telephony.network.taken"));
    }
  }

  @Test
  void serialPortsGoTheirUsualWay() {
    assertThatExceptionOfType(LineException.class)
        .isThrownBy(() -> lines.open("COM3", "", new LineSettings(9600)))
        .matches(e -> e.reasonKey().equals("telephony.port.gone"));
  }

  @Test
  void bytesGoBothWaysAndAClosedEndIsSeen() throws Exception {
    try (ListeningPort door = new ListeningPort(ANY)) {
      SerialLine ours = lines.open(door.address().toString(), "", SETTINGS);
      SerialLine theirs = Objects.requireNonNull(door.accept(1_000));
      byte[] buffer = new byte[16];
      assertThat(ours.read(buffer, 10)).isZero();
      assertThat(theirs.write(new byte[] {1, 2, 3})).isTrue();
      assertThat(ours.read(buffer, 1_000)).isEqualTo(3);
      assertThat(ours.write(new byte[] {4})).isTrue();
      assertThat(theirs.read(buffer, 1_000)).isEqualTo(1);
      theirs.close();
      assertThat(ours.read(buffer, 1_000)).isEqualTo(-1);
      assertThat(ours.goneKey()).isEqualTo("telephony.network.gone");
      ours.close();
    }
  }

  @Test
  void aServerIsHeardAndComesBackAfterABreak() throws Exception {
    AppClock clock = AppClock.system();
    HeardCalls heard = new HeardCalls();
    NcidSimulator server = new NcidSimulator(clock, played -> {});
    server.play(
        SimulatorScript.parse(
            """
            ring 1
            caller 13812345678 Li
            wait 100
            giveup
            wait 200
            unplug 100
            ring 1
            caller 13912345678
            giveup
            wait 200
            """));
    AtomicBoolean over = new AtomicBoolean();
    try (ListeningPort door = new ListeningPort(ANY);
        PhoneLink link = link(clock, heard, door.address().toString())) {
      Thread playing =
          Thread.ofPlatform().daemon(true).start(() -> play(server, door, clock, over));
      link.start();
      await().until(() -> heard.ended().size() == 2);
      over.set(true);
      playing.join();
    }
    assertThat(heard.ended())
        .extracting(Call::number)
        .containsExactly("13812345678", "13912345678");
    assertThat(heard.stored()).isEmpty();
    assertThat(heard.statuses())
        .filteredOn(status -> status.state() == LinkStatus.State.LOST)
        .first()
        .matches(status -> "telephony.network.gone".equals(status.reasonKey()));
  }

  private PhoneLink link(AppClock clock, HeardCalls heard, String port) {
    PhoneLink.Policy policy =
        new PhoneLink.Policy() {
          @Override
          public boolean record(Call call) {
            return false;
          }

          @Override
          public int ringTimeoutMillis() {
            return 8_000;
          }
        };
    PhoneSettings.Kit kit = new PhoneSettings.Kit(NcidDriver.NAME, port, "");
    return new PhoneLink(kit, new NcidDriver(), lines, policy, clock, heard);
  }

  private static void play(
      NcidSimulator server, ListeningPort door, AppClock clock, AtomicBoolean over) {
    try {
      new SimulatorRun(server, () -> door.accept(20), clock).run(over::get);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String reason(String port) {
    try {
      lines.open(port, "", SETTINGS).close();
      return "";
    } catch (LineException e) {
      return e.reasonKey();
    }
  }
}
