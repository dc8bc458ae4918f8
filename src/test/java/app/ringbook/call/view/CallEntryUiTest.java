package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.AppFolders;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Texts;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingFolder;
import app.ringbook.telephony.recorder.RecordingInProgress;
import app.ringbook.testkit.FakeClock;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.timeline.view.EntryRenderer;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallEntryUiTest extends CallFxTest {
  @TempDir Path folder;
  private final FakeClock clock = new FakeClock(Cards.NOW, ZoneId.of("Asia/Shanghai"));
  private final Background background = new Background(Fx.executor());
  private final List<Long> opened = new ArrayList<>();

  @AfterEach
  void end() {
    background.close();
  }

  private CallEntryRenderer renderer() {
    return onFx(
        () ->
            new CallEntryRenderer(
                new RecordingFolder(
                    new Settings(folder.resolve("settings")), new AppFolders(folder)),
                id -> id == 70 ? "Maya Okafor" : "",
                id -> () -> opened.add(id),
                new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "021", "")),
                background,
                language(),
                new Formats(language(), clock),
                clock));
  }

  private static TimelineEntry entry(String outcome, String more) {
    return new TimelineEntry(
        1,
        1,
        7,
        70L,
        TimelineKind.CALL,
        Cards.NOW.minusSeconds(15_480),
        "",
        "direction=INCOMING\noutcome="
            + outcome
            + "\nline=1\nnumber=+17135550148\nring=22000"
            + more,
        "me",
        "line",
        44L);
  }

  private String recorded() {
    try (CallRecorder recorder = new CallRecorder(() -> folder.resolve("recordings"), clock)) {
      RecordingInProgress running = recorder.start("a", Codec.ALAW, 1);
      for (int i = 0; i < 100; i++) {
        byte[] sound = new byte[1600];
        for (int s = 0; s < sound.length; s++) {
          sound[s] = (byte) (i % 20 < 12 && s % 20 < 10 ? 0x80 + (i * 7) % 50 : 0xD5);
        }
        running.append(new AudioBlock(i * 1600L, Codec.ALAW, 1, 1600, sound));
      }
      Recording done = running.finish().orElseThrow();
      return done.relativePath();
    }
  }

  @Test
  void aRecordedCallIsPlayedInsideItsEntry() {
    String file = recorded();
    TimelineEntry talked =
        entry(
            "ANSWERED",
            "\ntalk=378000\nrecording="
                + file
                + "\nlength=20000\nlost=0\n\nWill ask Jonas about 60 days.");
    CallEntryRenderer renderer = renderer();
    VBox box = onFx(() -> new VBox(renderer.render(talked)));
    fx(() -> box.setPadding(new Insets(24)));
    show(box, 620, 220);
    assertThat(user().texts())
        .contains("Incoming, Maya Okafor", "6:18", "Listen, 0:20", "Will ask Jonas about 60 days.");
    user().click("Listen, 0:20");
    await().until(() -> user().texts().contains("/ 0:20"));
    settle();
    snapshot("entry-en");
    dark(true);
    snapshot("entry-en-dark");
  }

  @Test
  void aMissedCallIsMarkedAndAMissingFileIsSaid() {
    CallEntryRenderer renderer = renderer();
    EntryRenderer.Mark mark = renderer.mark(entry("MISSED", "")).orElseThrow();
    assertThat(mark.look()).isEqualTo(EntryRenderer.Look.MISSED);
    speak(Texts.CHINESE);
    TimelineEntry gone =
        entry("ANSWERED", "\ntalk=1000\nrecording=2026-06/gone.wav\nlength=1000\nlost=0");
    VBox box = onFx(() -> new VBox(renderer.render(entry("MISSED", "")), renderer.render(gone)));
    show(box, 620, 220);
    assertThat(user().texts()).contains("未接来电 Maya Okafor", "响铃 22 秒");
    user().click("收听 0:01");
    await().until(() -> user().texts().stream().anyMatch(t -> t.contains("gone.wav")));
  }
}
