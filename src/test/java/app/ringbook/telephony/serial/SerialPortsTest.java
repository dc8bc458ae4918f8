package app.ringbook.telephony.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ringbook.platform.Texts;
import app.ringbook.telephony.serial.SerialPorts.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The right device, not the right number; and why a port cannot be had. */
class SerialPortsTest {
  private static final String KIT = "0483:5740:a1:1-2";
  private static final LineSettings SETTINGS = new LineSettings(115_200);

  private final FakeMachine machine = new FakeMachine();
  private final SerialPorts ports = new SerialPorts(machine);

  @Test
  void theKitIsOpenedWhereItIsNow() throws Exception {
    machine.plug("/dev/ttyACM0", "2341:0043:b7:1-1");
    machine.plug("/dev/ttyACM1", KIT);
    ports.open("/dev/ttyACM0", KIT, SETTINGS);
    assertThat(machine.opened).containsExactly("/dev/ttyACM1");
  }

  @Test
  void theKitInAnotherSocketIsTheSameKit() throws Exception {
    machine.plug("/dev/ttyACM3", "0483:5740:a1:2-4");
    assertThat(ports.present("/dev/ttyACM0", KIT)).isTrue();
    ports.open("/dev/ttyACM0", KIT, SETTINGS);
    assertThat(machine.opened).containsExactly("/dev/ttyACM3");
  }

  @Test
  void anotherDeviceAtTheKitsPortIsNotOpenedAndTheUserIsAsked() {
    machine.plug("/dev/ttyACM0", "2341:0043:b7:1-2");
    assertThat(refusal("/dev/ttyACM0", KIT).reasonKey()).isEqualTo("telephony.port.changed");
    assertThat(ports.present("/dev/ttyACM0", KIT)).isFalse();
    assertThat(machine.opened).isEmpty();
  }

  @Test
  void ofTwoDevicesWithTheKitsSerialNumberElsewhereNoneIsTaken() {
    machine.plug("/dev/ttyACM1", "0483:5740:a1:1-3");
    machine.plug("/dev/ttyACM2", "0483:5740:a1:1-4");
    assertThat(refusal("/dev/ttyACM0", KIT).reasonKey()).isEqualTo("telephony.port.changed");
    assertThat(machine.opened).isEmpty();
  }

  @Test
  void ofTwoAlikeTheOneInTheKitsSocketIsTaken() throws Exception {
    machine.plug("/dev/ttyACM1", "0483:5740:a1:1-3");
    machine.plug("/dev/ttyACM2", KIT);
    ports.open("/dev/ttyACM1", KIT, SETTINGS);
    assertThat(machine.opened).containsExactly("/dev/ttyACM2");
  }

  @Test
  void aDeviceWithoutSerialNumberIsKnownByItsSocketOnly() {
    machine.plug("/dev/ttyUSB0", "067b:2303::1-7");
    assertThat(refusal("/dev/ttyUSB0", "067b:2303::1-2").reasonKey())
        .isEqualTo("telephony.port.changed");
    assertThat(machine.opened).isEmpty();
  }

  @Test
  void aPortWithAnotherEndOfItsNameIsAnotherPort() {
    machine.plug("COM13", "2341:0043:b7:1-2");
    assertThat(refusal("COM3", KIT).reasonKey()).isEqualTo("telephony.port.gone");
  }

  @Test
  void fourReasonsAreFourSentencesInBothLanguages() {
    machine.plug("/dev/ttyACM0", KIT);
    machine.refusing = true;
    List<LineException> reasons = new ArrayList<>();
    reasons.add(refusal("/dev/ttyACM0", KIT));
    machine.forbidden.add("/dev/ttyACM0");
    reasons.add(refusal("/dev/ttyACM0", KIT));
    machine.holders.put("/dev/ttyACM0", "minicom");
    reasons.add(refusal("/dev/ttyACM0", KIT));
    machine.found.clear();
    reasons.add(refusal("/dev/ttyACM0", KIT));
    reasons.add(new LineException("telephony.link.noAnswer"));
    assertThat(reasons)
        .extracting(LineException::reasonKey)
        .containsExactly(
            "telephony.port.taken",
            "telephony.port.forbidden",
            "telephony.port.busy",
            "telephony.port.gone",
            "telephony.link.noAnswer");
    for (Texts texts : List.of(Texts.ENGLISH, Texts.CHINESE)) {
      List<String> sentences = sentences(texts, reasons);
      assertThat(sentences).doesNotHaveDuplicates().noneMatch(String::isBlank);
      assertThat(sentences.get(1)).contains("dialout").contains("/dev/ttyACM0");
      assertThat(sentences.get(2)).contains("minicom").contains("/dev/ttyACM0");
    }
  }

  @Test
  void listingAndLookingOpensNothing() {
    machine.plug("/dev/ttyACM0", "2341:0043:b7:1-2");
    machine.plug("/dev/ttyACM1", KIT);
    machine.holders.put("/dev/ttyACM1", "minicom");
    assertThat(ports.list())
        .extracting(Port::path, Port::holder)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/dev/ttyACM0", null),
            org.assertj.core.groups.Tuple.tuple("/dev/ttyACM1", "minicom"));
    assertThat(ports.present("/dev/ttyACM1", KIT)).isTrue();
    assertThat(machine.opened).isEmpty();
  }

  private static List<String> sentences(Texts texts, List<LineException> reasons) {
    Stream<String> all =
        reasons.stream().map(e -> texts.text(e.reasonKey(), e.arguments().toArray()));
    return all.toList();
  }

  private LineException refusal(String port, String identity) {
    LineException refused =
        catchThrowableOfType(
            LineException.class, () -> ports.open(port, identity, SETTINGS).close());
    assertThat(refused).isNotNull();
    return refused;
  }

  /** Ports as the test says. */
  private static final class FakeMachine implements Machine {
    final List<Port> found = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    final Set<String> forbidden = new HashSet<>();
    final Map<String, String> holders = new HashMap<>();
    boolean refusing;

    void plug(String path, String identity) {
      found.add(new Port(path, "a device", identity, null));
    }

    @Override
    public List<Port> ports() {
      return List.copyOf(found);
    }

    @Override
    public @Nullable SerialLine open(String path, LineSettings settings) {
      opened.add(path);
      return refusing ? null : MemoryLine.pair().host();
    }

    @Override
    public boolean exists(String path) {
      return found.stream().anyMatch(port -> port.path().equals(path));
    }

    @Override
    public boolean allowed(String path) {
      return !forbidden.contains(path);
    }

    @Override
    public String group(String path) {
      return "dialout";
    }

    @Override
    public Optional<String> holder(String path) {
      return Optional.ofNullable(holders.get(path));
    }
  }
}
