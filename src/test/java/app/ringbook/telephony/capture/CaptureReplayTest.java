package app.ringbook.telephony.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.driver.SimulatedKits;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.simulator.SimulatorScript;
import app.ringbook.testkit.HeardCalls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What went over a line is kept, saved, and played again as a kit that tells the same calls. */
class CaptureReplayTest {
  private static final LineOpener NONE =
      (port, identity, settings) -> {
        throw new LineException("telephony.port.gone", port);
      };

  private final AppClock clock = AppClock.system();
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"x800", "voicemodem", "whozz"})
  void aSavedCaptureTellsTheSameCallWhenItIsPlayedAgain(String driver) {
    HeardCalls first = new HeardCalls();
    SimulatedKits kits = new SimulatedKits(NONE, clock);
    LineTap tap = new LineTap(kits, clock);
    String port = "sim:" + driver;
    tap.start(port, driver);
    try (PhoneLink link = link(driver, port, tap, first)) {
      link.start();
      await().until(() -> first.state() == LinkStatus.State.READY);
      kits.kit(driver)
          .orElseThrow()
          .play(SimulatorScript.parse("ring 1\ncaller 13812345678\nanswer\nwait 300\nhangup\n"));
      await().until(() -> first.ended().size() == 1);
    }
    Path file = folder.resolve("a.ringcapture");
    tap.stop().orElseThrow().write(file);

    HeardCalls again = new HeardCalls();
    try (PhoneLink link =
        link(driver, Replays.port(file, clock.now()), new Replays(NONE, clock), again)) {
      link.start();
      await().until(() -> again.ended().size() == 1);
    }
    Call was = first.ended().getFirst();
    Call is = again.ended().getFirst();
    assertThat(is.number()).isEqualTo(was.number()).isEqualTo("13812345678");
    assertThat(is.outcome()).isEqualTo(was.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(again.sound()).hasSize(first.sound().length);
  }

  /** As in the laboratory: the kit is at work already when somebody begins to look. */
  @ParameterizedTest
  @ValueSource(strings = {"x800", "voicemodem", "whozz"})
  void aCaptureBegunInMidSessionCanBePlayedToo(String driver) {
    HeardCalls first = new HeardCalls();
    SimulatedKits kits = new SimulatedKits(NONE, clock);
    LineTap tap = new LineTap(kits, clock);
    String port = "sim:" + driver;
    Path file = folder.resolve("mid.ringcapture");
    SimulatorScript script =
        SimulatorScript.parse("ring 1\ncaller 13812345678\nanswer\nwait 300\nhangup\n");
    try (PhoneLink link = link(driver, port, tap, first)) {
      link.start();
      await().until(() -> first.state() == LinkStatus.State.READY);
      kits.kit(driver).orElseThrow().play(script);
      await().until(() -> first.ended().size() == 1);
      tap.start(port, driver);
      kits.kit(driver).orElseThrow().play(script);
      await().until(() -> first.ended().size() == 2);
      tap.stop().orElseThrow().write(file);
    }

    HeardCalls again = new HeardCalls();
    try (PhoneLink link =
        link(driver, Replays.port(file, clock.now()), new Replays(NONE, clock), again)) {
      link.start();
      await()
          .until(
              () -> again.ended().stream().anyMatch(call -> "13812345678".equals(call.number())));
      assertThat(again.state()).isEqualTo(LinkStatus.State.READY);
    }
  }

  @Test
  void whatGoesOverALineCanBeLookedAtAndStaysBounded() throws Exception {
    SimulatedKits kits = new SimulatedKits(NONE, clock);
    LineTap tap = new LineTap(kits, clock);
    try (var line =
        tap.open("sim:whozz", "", Drivers.byName("whozz").orElseThrow().lineSettings())) {
      for (int i = 0; i < 100; i++) {
        assertThat(line.write(new byte[1000])).isTrue();
      }
    }
    int kept = tap.recent("sim:whozz").stream().mapToInt(seen -> seen.bytes().length).sum();
    assertThat(kept).isPositive().isLessThanOrEqualTo(LineTap.KEPT);
    assertThat(tap.recent("sim:whozz")).noneMatch(LineTap.Seen::fromKit);
    assertThat(tap.captured()).isEqualTo(-1);
  }

  @Test
  void aCaptureComesBackFromItsFileAsItWas() {
    Capture capture =
        new Capture(
            "whozz",
            Instant.parse("2026-03-01T10:00:00Z"),
            List.of(
                new Capture.Piece(0, false, new byte[] {'@'}),
                new Capture.Piece(40, true, new byte[] {'#', 13, (byte) 0xff, 0})));
    Path file = folder.resolve("b.ringcapture");
    capture.write(file);
    Capture read = Capture.read(file);
    assertThat(read.driver()).isEqualTo("whozz");
    assertThat(read.begun()).isEqualTo(capture.begun());
    assertThat(read.pieces().get(1).bytes()).containsExactly('#', 13, 0xff, 0);
    assertThat(read.bytes()).isEqualTo(5);
    assertThat(read.millis()).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "ringbook capture 1\n5 ? 00",
        "ringbook capture 1\nx < 00",
        "ringbook capture 1\n5 < 0g",
        "ringbook capture 1\nbegun yesterday",
        "ringbook capture 1\n-5 < 00"
      })
  void aFileThatIsNoCaptureIsRefusedWithASentence(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("c.ringcapture"), text);
    assertThatThrownBy(() -> Capture.read(file))
        .isInstanceOf(ProblemException.class)
        .extracting(e -> ((ProblemException) e).key())
        .isEqualTo("telephony.capture.wrong");
    assertThatThrownBy(() -> Capture.read(folder.resolve("none")))
        .extracting(e -> ((ProblemException) e).key())
        .isEqualTo("telephony.capture.gone");
  }

  private PhoneLink link(String driver, String port, LineOpener opener, HeardCalls heard) {
    return new PhoneLink(
        new PhoneSettings.Kit(driver, port, ""),
        Drivers.byName(driver).orElseThrow(),
        opener,
        new PhoneLink.Policy() {
          @Override
          public boolean record(Call call) {
            return true;
          }

          @Override
          public int ringTimeoutMillis() {
            return 8000;
          }
        },
        clock,
        heard);
  }
}
