package app.ringbook.telephony.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.AppClock;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.driver.x800.X800Simulator;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.serial.LineSettings;
import app.ringbook.telephony.serial.PseudoTerminal;
import app.ringbook.telephony.serial.SerialLine;
import app.ringbook.telephony.serial.SerialPorts;
import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.telephony.simulator.SimulatorRun;
import app.ringbook.telephony.simulator.SimulatorScript;
import app.ringbook.telephony.simulator.SpeechSound;
import app.ringbook.testkit.HeardCalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The whole way from a port of the kernel through the serial library to the listener. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no pseudo-terminals")
class PhonePortTest {
  private final AppClock clock = AppClock.system();
  private final HeardCalls heard = new HeardCalls();
  private final SerialPorts ports = new SerialPorts();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicReference<PseudoTerminal> terminal = new AtomicReference<>();

  @AfterEach
  void endSimulators() {
    over.set(true);
  }

  @Test
  @Tag("S4-07")
  void aRecordOnAPortRingsAndItsEndEndsTheCall() throws Exception {
    try (PseudoTerminal kit = new PseudoTerminal();
        PhoneLink link = link("whozz", kit.path(), ports)) {
      link.start();
      await().until(() -> heard.state() == LinkStatus.State.READY);
      kit.write(bytes("01 I S 0000 G A1 09/26 11:28 AM 030-0074321    Alfreds\r\n"));
      await().until(() -> heard.began().size() == 1);
      kit.write(bytes("01 I E 0024 G A3 09/26 11:28 AM 030-0074321    Alfreds\r\n"));
      await().until(() -> heard.ended().size() == 1);
      assertThat(heard.began().getFirst().number()).isEqualTo("030-0074321");
      assertThat(heard.ended().getFirst().talkMillis()).isEqualTo(24_000);
    }
  }

  @Test
  void aMinuteOfSoundArrivesWholeThroughThePort() throws Exception {
    X800Simulator kit = new X800Simulator(clock, 1, played -> {});
    kit.play(
        SimulatorScript.parse("ring 1\ncaller 13812345678\nanswer\nfast\nspeak 60000\nhangup\n"));
    run(kit);
    try (PhoneLink link = link("x800", path(), ports)) {
      link.start();
      await().atMost(Duration.ofSeconds(60)).until(() -> heard.ended().size() == 1);
      byte[] sound = heard.sound();
      assertThat(sound.length).isGreaterThan(59 * 8000);
      assertThat(heard.lostSamples()).isZero();
      // Sample numbers run from the lifting of the handset, the recording from its first sample.
      byte[] sent = SpeechSound.made(0, 0, sound.length + 16_000);
      assertThat(startOf(sound, sent)).isNotNegative();
    }
  }

  @Test
  void pulledAndPluggedInManyTimesItComesBackAndLeavesNothing() throws Exception {
    LineOpener moving = (port, identity, settings) -> ports.open(path(), "", settings);
    X800Simulator kit = new X800Simulator(clock, 1, played -> {});
    for (int i = 0; i < 5; i++) {
      kit.play(SimulatorScript.parse("ring 1\ngiveup\nwait 100\nunplug 50\n"));
    }
    run(kit);
    try (PhoneLink link = link("x800", "moving", moving)) {
      link.start();
      await().atMost(Duration.ofSeconds(60)).until(() -> heard.ended().size() == 5);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> link.status().state() == LinkStatus.State.READY);
    }
    assertThat(heard.statuses().stream().filter(s -> s.state() == LinkStatus.State.LOST))
        .hasSize(5);
    await().until(() -> phoneThreads() == 0);
  }

  @Test
  void aWriteThatNeverEndsReturnsWhenThePortIsClosed() throws Exception {
    AtomicBoolean returned = new AtomicBoolean();
    try (PseudoTerminal kit = new PseudoTerminal()) {
      SerialLine line = ports.open(kit.path(), "", new LineSettings(115_200));
      Thread writer =
          Thread.ofPlatform()
              .daemon(true)
              .start(
                  () -> {
                    for (int i = 0; i < 10_000 && line.write(new byte[64]); i++) {
                      Thread.onSpinWait();
                    }
                    returned.set(true);
                  });
      byte[] buffer = new byte[16];
      for (int i = 0; i < 3; i++) {
        line.read(buffer);
      }
      assertThat(returned).isFalse();
      line.close();
      await().untilTrue(returned);
      writer.join();
    }
  }

  private void run(Simulator kit) throws IOException {
    SimulatorRun run =
        new SimulatorRun(
            kit,
            () -> {
              PseudoTerminal fresh = new PseudoTerminal();
              terminal.set(fresh);
              return fresh;
            },
            clock);
    Thread.ofPlatform()
        .daemon(true)
        .start(
            () -> {
              try {
                run.run(over::get);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    await().until(() -> terminal.get() != null);
  }

  private String path() {
    return Objects.requireNonNull(terminal.get()).path();
  }

  private PhoneLink link(String driver, String port, LineOpener opener) {
    PhoneLink.Policy all =
        new PhoneLink.Policy() {
          @Override
          public boolean record(Call call) {
            return true;
          }

          @Override
          public int ringTimeoutMillis() {
            return 8000;
          }
        };
    return new PhoneLink(
        new PhoneSettings.Kit(driver, port, ""),
        Drivers.byName(driver).orElseThrow(),
        opener,
        all,
        clock,
        heard);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static long phoneThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("phone-"))
        .count();
  }

  private static int startOf(byte[] part, byte[] whole) {
    for (int from = 0; from + part.length <= whole.length; from += 160) {
      if (Arrays.equals(whole, from, from + part.length, part, 0, part.length)) {
        return from;
      }
    }
    return -1;
  }
}
