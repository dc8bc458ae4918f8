package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.view.TestCallModel.Step;
import app.ringbook.platform.Background;
import app.ringbook.platform.Texts;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.capture.Capture;
import app.ringbook.telephony.capture.LineTap;
import app.ringbook.telephony.capture.Replays;
import app.ringbook.telephony.serial.LineSettings;
import app.ringbook.telephony.serial.MemoryLine;
import app.ringbook.telephony.serial.SerialLine;
import app.ringbook.testkit.FakeClock;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Toast;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line laboratory and the test call as a person sees them. */
class LaboratoryUiTest extends CallFxTest {
  private static final String PORT = "/dev/ttyUSB0";

  @TempDir private Path folder;
  private final FakeClock clock = new FakeClock(Cards.NOW, ZoneId.of("Asia/Shanghai"));
  private final Background background = new Background(Fx.executor());
  private final MemoryLine.Pair cable = MemoryLine.pair();
  private final LineTap tap = new LineTap((port, identity, settings) -> cable.host(), clock);
  private final LineModel line = onFx(() -> new LineModel(clock, Fx.executor()));
  private final List<Toast> toasts = new ArrayList<>();

  @AfterEach
  void end() {
    background.close();
    cable.kit().close();
  }

  @Test
  void bytesAreSeenJudgedKeptAndPlayedAgain() throws Exception {
    Settings settings = new Settings(folder.resolve("settings"));
    PhoneKitModel kits =
        onFx(
            () ->
                new PhoneKitModel(
                    settings,
                    List::of,
                    List.of("whozz"),
                    line,
                    kit -> Optional.empty(),
                    background));
    LaboratoryCard card = shown(kits, Texts.ENGLISH, false);
    assertThat(user().texts()).contains("Choose a kit above to see what it says.");

    line.linkChanged(ready(PORT));
    try (SerialLine open = tap.open(PORT, "", new LineSettings(9600))) {
      fx(card::start);
      settle();
      user().click("Start capture");
      fromKit(open, "\r\nRING\r\n\r\nNMBR = 13812345678\r\n");
      fx(card::start);
      settle();
      assertThat(user().texts())
          .anyMatch(text -> text.startsWith("These bytes are the language of another kit"))
          .anyMatch(text -> text.contains("52 49 4e 47") && text.contains("RING"));
      for (int width : new int[] {720, 540, 400}) {
        fx(() -> card.getScene().getWindow().setWidth(width));
        settle();
        fx(card::start);
        settle();
        assertThat(onFx(() -> sideways(card))).as("scrolls sideways at " + width).isFalse();
      }
      snapshot("laboratory-en");
    }
    user().click("Stop and save…");
    await().until(() -> !toasts.isEmpty());
    Capture kept = Capture.read(folder.resolve("kept.ringcapture"));
    assertThat(kept.driver()).isEqualTo("whozz");
    assertThat(kept.bytes()).isPositive();
    user().click("Play a capture…");
    await().until(() -> !settings.phone().kits().isEmpty());
    String played = settings.phone().kits().getFirst().port();
    assertThat(Replays.capture(played)).contains(folder.resolve("kept.ringcapture"));
    assertThat(settings.phone().kits().getFirst().driver()).isEqualTo("whozz");

    clock.advance(Duration.ofSeconds(1));
    user().click("Play a capture…");
    await().until(() -> settings.phone().kits().stream().noneMatch(k -> k.port().equals(played)));
    assertThat(settings.phone().kits()).hasSize(1);
    String again = settings.phone().kits().getFirst().port();
    assertThat(Replays.capture(again)).contains(folder.resolve("kept.ringcapture"));
    line.linkChanged(ready(again));
    fx(card::start);
    settle();
    assertThat(user().texts()).contains("kept.ringcapture");
  }

  @Test
  void theTestCallLeadsThroughItsStepsAndOffersHelp() {
    TestCallModel model = onFx(() -> new TestCallModel(line, clock));
    testCall(model, Texts.ENGLISH, false);
    user().click("Start the test");
    assertThat(user().texts()).contains("Step 1 of 4", "Call this office from a mobile phone");
    user().click("It’s not working");
    assertThat(user().texts()).anyMatch(text -> text.startsWith("No ring came through"));
    line.ringing(Cards.call("a", 1, CallState.RINGING, null));
    settle();
    assertThat(user().texts()).contains("2 rings", "+17135550148");
    assertThat(onFx(model::current)).contains(Step.SPEAK);
    line.answered(Cards.call("a", 1, CallState.TALKING, null));
    settle();
    snapshot("test-call-en");
  }

  @Test
  void theSameInChineseAndInTheDark() {
    TestCallModel model = onFx(() -> new TestCallModel(line, clock));
    testCall(model, Texts.CHINESE, true);
    user().click("开始测试");
    line.ringing(Cards.call("a", 1, CallState.RINGING, null));
    settle();
    assertThat(user().texts()).contains("测试通话", "来电号码到达");
    snapshot("test-call-zh-dark");
  }

  private void testCall(TestCallModel model, Texts texts, boolean dark) {
    beginIn(texts, dark);
    TestCallCard card =
        onFx(
            () ->
                new TestCallCard(
                    model,
                    call -> {
                      throw new IllegalStateException();
                    },
                    background,
                    language(),
                    new Formats(language(), clock)));
    show(new VBox(card), 420, 460);
    settle();
  }

  private LaboratoryCard shown(PhoneKitModel kits, Texts texts, boolean dark) {
    beginIn(texts, dark);
    LaboratoryCard card =
        onFx(
            () ->
                new LaboratoryCard(
                    new LaboratoryModel(tap, line, kits, clock),
                    background,
                    new OneFile(folder.resolve("kept.ringcapture")),
                    language(),
                    toast -> {
                      toasts.add(toast);
                      return new NoToast();
                    }));
    show(new HBox(card), 720, 420);
    settle();
    return card;
  }

  private static boolean sideways(LaboratoryCard card) {
    return card.lookupAll(".scroll-bar:horizontal").stream().anyMatch(Node::isVisible);
  }

  /** What the kit's end wrote is heard when our end reads. */
  private void fromKit(SerialLine host, String text) {
    assertThat(cable.kit().write(text.getBytes(StandardCharsets.US_ASCII))).isTrue();
    byte[] buffer = new byte[256];
    await().until(() -> host.read(buffer, 10) > 0);
  }

  private static LinkStatus ready(String port) {
    return new LinkStatus(
        LinkStatus.State.READY,
        "whozz:" + port,
        port,
        "whozz",
        "Whozz",
        true,
        null,
        List.of(),
        Cards.NOW);
  }

  private record OneFile(Path file) implements FileChoice {
    @Override
    public Optional<Path> open(String title, Filter... filters) {
      return Optional.of(file).filter(Files::exists);
    }

    @Override
    public Optional<Path> save(String title, String proposedName, Filter... filters) {
      return Optional.of(file);
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }
  }
}
