package app.ringbook.telephony.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The real serial library on ports that exist only in the kernel. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no pseudo-terminals")
class PseudoTerminalTest {
  private static final LineSettings SETTINGS = new LineSettings(115_200);
  private final SerialPorts ports = new SerialPorts();

  @Test
  void everyByteArrivesBothWays() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    try (PseudoTerminal kit = new PseudoTerminal();
        SerialLine host = ports.open(kit.path(), "", SETTINGS)) {
      assertThat(kit.write(all)).isTrue();
      assertThat(read(host, 256)).isEqualTo(all);
      assertThat(host.write(all)).isTrue();
      assertThat(read(kit, 256)).isEqualTo(all);
    }
  }

  @Test
  void unpluggingIsSeenByTheReader() throws Exception {
    PseudoTerminal kit = new PseudoTerminal();
    try (SerialLine host = ports.open(kit.path(), "", SETTINGS)) {
      kit.close();
      byte[] buffer = new byte[16];
      int count = 0;
      for (int i = 0; i < 50 && count == 0; i++) {
        count = host.read(buffer);
      }
      assertThat(count).isEqualTo(-1);
    }
  }

  @Test
  void theProgramMayCloseAndOpenAgain() throws Exception {
    try (PseudoTerminal kit = new PseudoTerminal()) {
      for (int i = 0; i < 20; i++) {
        try (SerialLine host = ports.open(kit.path(), "", SETTINGS)) {
          kit.write(new byte[] {(byte) i});
          assertThat(read(host, 1)).containsExactly(i);
        }
      }
    }
  }

  @Test
  void aPortThatIsNotThereIsGone() {
    assertThatThrownBy(() -> ports.open("/dev/ttyNotThere", "", SETTINGS))
        .isInstanceOfSatisfying(
            LineException.class, e -> assertThat(e.reasonKey()).isEqualTo("telephony.port.gone"));
  }

  @Test
  void aPortInUseIsTaken() throws Exception {
    try (PseudoTerminal kit = new PseudoTerminal();
        SerialLine first = ports.open(kit.path(), "", SETTINGS)) {
      assertThat(first.read(new byte[1])).isZero();
      assertThatThrownBy(() -> ports.open(kit.path(), "", SETTINGS))
          .isInstanceOfSatisfying(
              LineException.class,
              e -> assertThat(e.reasonKey()).isEqualTo("telephony.port.taken"));
    }
  }

  @Test
  void cyclesLeaveNoHandleOpen() throws Exception {
    cycle();
    int before = handles();
    for (int i = 0; i < 50; i++) {
      cycle();
    }
    await().untilAsserted(() -> assertThat(handles()).isLessThanOrEqualTo(before + 2));
  }

  private void cycle() throws IOException, LineException {
    PseudoTerminal kit = new PseudoTerminal();
    SerialLine host = ports.open(kit.path(), "", SETTINGS);
    kit.close();
    host.close();
  }

  private static int handles() {
    String[] open = new File("/proc/self/fd").list();
    return open == null ? 0 : open.length;
  }

  private static byte[] read(SerialLine line, int count) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[512];
    for (int i = 0; i < 100 && all.size() < count; i++) {
      int got = line.read(buffer);
      all.write(buffer, 0, Math.max(0, got));
    }
    return all.toByteArray();
  }
}
