package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.AppFolders;
import app.ringbook.platform.Background;
import app.ringbook.platform.Texts;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.recorder.RecordingFolder;
import app.ringbook.telephony.serial.SerialPorts;
import app.ringbook.testkit.FakeClock;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhoneKitUiTest extends CallFxTest {
  @TempDir Path folder;
  private final FakeClock clock = new FakeClock(Cards.NOW, ZoneId.of("Asia/Shanghai"));
  private final Background background = new Background(Fx.executor());
  private final List<SerialPorts.Port> ports = new ArrayList<>();
  private PhoneDriver.@Nullable Caps can;
  private final List<String> rung = new ArrayList<>();
  private final LineModel line = onFx(() -> new LineModel(clock, Fx.executor()));

  /** Made once the folder is there. */
  private record Shown(Settings settings, PhoneKitModel model, PhoneKitSection section) {}

  private Shown shown() {
    Settings settings = new Settings(folder.resolve("settings"));
    return onFx(
        () -> {
          PhoneKitModel model =
              new PhoneKitModel(
                  settings,
                  () -> List.copyOf(ports),
                  List.of("x800", "whozz"),
                  line,
                  kit -> Optional.ofNullable(can),
                  background);
          return new Shown(settings, model, section(settings, model));
        });
  }

  private PhoneKitSection section(Settings settings, PhoneKitModel model) {
    return new PhoneKitSection(
        model,
        line,
        new RecordingFolder(settings, new AppFolders(folder)),
        () -> rung.add("ring"),
        background,
        FileChoice.system(() -> null),
        language(),
        new Formats(language(), clock),
        toast -> new NoToast(),
        clock);
  }

  @BeforeEach
  void twoPorts() throws Exception {
    ports.add(
        new SerialPorts.Port("/dev/ttyACM0", "LineTap U2, two lines", "1a86:7523:0001:1-2", null));
    ports.add(new SerialPorts.Port("/dev/ttyUSB0", "PL2303 cable", "067b:2303::1-3", "minicom"));
    Path recordings = Files.createDirectories(folder.resolve("recordings/2026-06"));
    Files.write(recordings.resolve("one.wav"), new byte[2_000_000]);
  }

  @AfterEach
  void end() {
    background.close();
  }

  private void show(Shown shown) {
    show((Parent) shown.section().node(), 1000, 1000);
    fx(shown.section()::shown);
    await().until(() -> onFx(() -> shown.model().devices().size()) >= 2);
    settle();
  }

  private static LinkStatus status(LinkStatus.State state, String reason) {
    return new LinkStatus(
        state,
        "x800:0001",
        "/dev/ttyACM0",
        "x800",
        state == LinkStatus.State.READY ? "LineTap U2" : null,
        true,
        reason.isEmpty() ? null : reason,
        List.of("/dev/ttyACM0", "minicom"),
        Cards.NOW);
  }

  @Test
  void aKitThatOnlyTellsCallersSaysSo() {
    Shown shown = shown();
    show(shown);
    fx(() -> shown.model().use(ports.getFirst(), "x800"));
    can = new PhoneDriver.Caps(true, true, false, false, true, true, false);
    line.linkChanged(status(LinkStatus.State.READY, ""));
    settle();
    assertThat(user().texts()).noneMatch(text -> text.startsWith("Caller pop-up only"));
    can = new PhoneDriver.Caps(true, false, false, false, true, true, false);
    line.linkChanged(status(LinkStatus.State.OPENING, ""));
    line.linkChanged(status(LinkStatus.State.READY, ""));
    settle();
    assertThat(user().texts()).anyMatch(text -> text.startsWith("Caller pop-up only"));
  }

  @Test
  @Tag("S4-07")
  void aSilentRecordingIsSaidAtItsKitAndAtTheLine() {
    Shown shown = shown();
    show(shown);
    fx(() -> shown.model().use(ports.getFirst(), "x800"));
    line.linkChanged(status(LinkStatus.State.READY, ""));
    settle();
    assertThat(alarms()).isZero();
    Call call = Cards.call("a", 1, CallState.TALKING, null);
    line.silent(of("x800:0001", call), true);
    settle();
    assertThat(alarms()).isEqualTo(2);
    line.silent(of("x800:0001", call), false);
    settle();
    assertThat(alarms()).isZero();
  }

  private long alarms() {
    return user().texts().stream()
        .filter(text -> text.equals("Recording is silent: check the cable."))
        .count();
  }

  private static Call of(String kit, Call call) {
    return new Call(
        call.key(),
        kit,
        call.line(),
        call.direction(),
        call.state(),
        call.number(),
        call.presentation(),
        call.callerName(),
        call.verified(),
        call.startedAt(),
        call.rings(),
        call.ringMillis(),
        call.talkMillis(),
        call.outcome(),
        0);
  }

  @Test
  void aPortIsChosenAndItsStateIsSaidInWords() {
    Shown shown = shown();
    show(shown);
    assertThat(user().texts()).contains("LineTap U2, two lines", "In use by minicom");
    fx(() -> shown.model().use(ports.getFirst(), "x800"));
    assertThat(shown.settings().phone().kits())
        .containsExactly(new PhoneSettings.Kit("x800", "/dev/ttyACM0", "1a86:7523:0001:1-2"));
    line.linkChanged(status(LinkStatus.State.READY, ""));
    settle();
    assertThat(user().texts()).contains("LineTap U2", "Ready", "Kit ready");
    line.linkChanged(status(LinkStatus.State.LOST, "telephony.port.busy"));
    settle();
    assertThat(user().texts()).contains("Busy");
    line.linkChanged(status(LinkStatus.State.LOST, "telephony.port.gone"));
    settle();
    assertThat(onFx(() -> line.stateProperty().get())).isEqualTo(LineState.UNPLUGGED);
    fx(() -> shown.model().remove(shown.settings().phone().kits().getFirst()));
    assertThat(shown.settings().phone().kits()).isEmpty();
  }

  @Test
  void theLineIsSeenLive() {
    Shown shown = shown();
    show(shown);
    fx(() -> shown.model().use(ports.getFirst(), "x800"));
    line.linkChanged(status(LinkStatus.State.READY, ""));
    line.ringing(Cards.call("a", 1, CallState.RINGING, null));
    settle();
    assertThat(onFx(() -> line.stateProperty().get())).isEqualTo(LineState.RINGING);
    Call talking = Cards.call("a", 1, CallState.TALKING, null);
    line.answered(talking);
    // Taken in on the window's thread: only then may the clock go on.
    settle();
    for (int i = 0; i < 140; i++) {
      byte[] sound = new byte[800];
      java.util.Arrays.fill(sound, (byte) (i % 9 < 5 ? 0xD5 : 0x80 + i % 40));
      line.audio(talking, new AudioBlock(i * 800L, Codec.ALAW, 1, 800, sound));
      clock.advance(Duration.ofMillis(100));
    }
    settle();
    fx(() -> shown.section().shown());
    big(() -> (Parent) section(shown.settings(), shown.model()).node(), 1006, 1180, "kit-en");
    await().until(() -> user().texts().contains("In call, 00:14"));
    big(() -> (Parent) section(shown.settings(), shown.model()).node(), 1006, 1180, "kit-en");
  }

  @Test
  void theSameInChinese() {
    beginIn(Texts.CHINESE, false);
    Shown shown = shown();
    show(shown);
    assertThat(user().texts()).contains("设备", "内置模拟录音盒", "中国");
    big(() -> (Parent) section(shown.settings(), shown.model()).node(), 1006, 1180, "kit-zh");
  }

  @Test
  void theSameInTheDark() {
    beginIn(Texts.ENGLISH, true);
    Shown shown = shown();
    show(shown);
    fx(() -> shown.model().use(ports.getFirst(), "x800"));
    line.linkChanged(status(LinkStatus.State.LOST, "telephony.port.busy"));
    settle();
    assertThat(user().texts()).contains("Busy");
    big(() -> (Parent) section(shown.settings(), shown.model()).node(), 1006, 1180, "kit-en-dark");
  }

  @Test
  void theSimulatedKitCanBeTriedWithoutADevice() {
    ports.clear();
    Shown shown = shown();
    show((Parent) shown.section().node(), 1000, 1000);
    settle();
    user().click("Try it");
    assertThat(shown.settings().phone().kits())
        .containsExactly(new PhoneSettings.Kit("x800", "sim:x800", ""));
  }

  @Test
  void aKitWithoutSoundIsHeardThroughASoundDevice() {
    Shown shown = shown();
    fx(() -> shown.model().withSound(() -> List.of("USB Audio"), driver -> driver.equals("whozz")));
    show(shown);
    await().until(() -> !onFx(() -> shown.model().soundDevices()).isEmpty());
    fx(() -> shown.model().use(ports.getFirst(), "whozz"));
    settle();
    assertThat(user().texts()).contains("No sound");
    fx(() -> shown.model().hear(shown.settings().phone().kits().getFirst(), "USB Audio"));
    settle();
    assertThat(user().texts()).anyMatch(text -> text.startsWith("Sound from USB"));
    PhoneSettings.Kit kept = new Settings(folder.resolve("settings")).phone().kits().getFirst();
    assertThat(kept.soundDevice()).isEqualTo("USB Audio");
  }

  @Test
  void numbersAreReadAsTheSettingsSay() {
    Shown shown = shown();
    show(shown);
    fx(() -> shown.model().numbering("de", " 030 ", "0"));
    fx(() -> shown.model().addOwnNumber(" 030 1234 "));
    fx(() -> shown.model().addOwnNumber("030 1234"));
    PhoneSettings saved = shown.settings().phone();
    assertThat(saved.region()).isEqualTo("DE");
    assertThat(saved.areaCode()).isEqualTo("030");
    assertThat(saved.ownNumbers()).containsExactly("030 1234");
    settle();
    assertThat(user().texts()).contains("030 1234", "Germany");
    fx(() -> shown.model().removeOwnNumber("030 1234"));
    assertThat(shown.settings().phone().ownNumbers()).isEmpty();
  }

  @Test
  void whatHappensInACallIsSaidByTheSettings() {
    Shown shown = shown();
    show(shown);
    assertThat(user().texts())
        .contains("In the call", "Call back", "Do not disturb", "Quiet hours");
    fx(
        () ->
            shown
                .model()
                .changeCalls(c -> c.withResults(List.of("INTERESTED")).withDoNotDisturb(true)));
    fx(shown.section()::shown);
    press("Use the usual ones");
    assertThat(shown.settings().call().results()).hasSize(9);
    press("No need");
    assertThat(shown.settings().call().results()).hasSize(8).doesNotContain("NO_NEED");
    assertThat(user().sees("No need")).isFalse();
    big(() -> (Parent) section(shown.settings(), shown.model()).node(), 1000, 1500, "kit-in-call");
    beginIn(app.ringbook.platform.Texts.CHINESE, true);
    big(
        () -> (Parent) section(shown.settings(), shown.model()).node(),
        1000,
        1500,
        "kit-in-call-zh-dark");
  }

  /** Below what a headless screen shows. */
  private void press(String words) {
    javafx.scene.Node found = user().find(words);
    while (!(found instanceof javafx.scene.control.ButtonBase)) {
      found = found.getParent();
    }
    javafx.scene.control.ButtonBase button = (javafx.scene.control.ButtonBase) found;
    fx(button::fire);
    settle();
  }
}
