package app.ringbook.telephony.serial;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.testkit.FakeClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trace shows, and what it hides. */
class TracedPortsTest {
  @TempDir Path folder;

  @Test
  void bytesAreWrittenWithoutPhoneNumbers() throws Exception {
    MemoryLine.Pair pair = MemoryLine.pair();
    TracedPorts ports =
        new TracedPorts(
            (port, identity, settings) -> pair.host(), folder, () -> true, new FakeClock());
    SerialLine line = ports.open("/dev/pts/3", "", new LineSettings(9600));
    pair.kit().write("01 I 13812345678".getBytes(StandardCharsets.US_ASCII));
    line.read(new byte[64]);
    line.write(new byte[] {'@'});
    assertThat(Files.readAllLines(folder.resolve("port-dev-pts-3.log")))
        .containsExactly(
            "2026-11-22T01:30:15Z opened",
            "2026-11-22T01:30:15Z < 30 31 20 49 20 ## ## ## ## ## ## ## ## ## ## ##",
            "2026-11-22T01:30:15Z > 40");
  }

  @Test
  void nothingIsWrittenUnlessWanted() throws Exception {
    TracedPorts ports =
        new TracedPorts(
            (port, identity, settings) -> MemoryLine.pair().host(),
            folder,
            () -> false,
            new FakeClock());
    ports.open("a", "", new LineSettings(9600)).write(new byte[] {1});
    assertThat(folder).isEmptyDirectory();
  }
}
