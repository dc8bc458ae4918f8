package app.ringbook.telephony.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void twoRecordings() throws IOException {
    Path month = Files.createDirectories(folder.resolve("recordings/2026-06"));
    Files.writeString(month.resolve("a.wav"), "first");
    Files.writeString(month.resolve("a.peaks"), "outline");
    Files.writeString(month.resolve("b.wav"), "second");
    Files.writeString(month.resolve("c.wav.part"), "going on");
  }

  private RecordingFolder recordings(Settings settings) {
    return new RecordingFolder(settings, new AppFolders(folder));
  }

  @Test
  void movesEverythingButWhatIsBeingRecorded() throws IOException {
    Settings settings = new Settings(folder.resolve("settings"));
    RecordingFolder recordings = recordings(settings);
    Path target = folder.resolve("elsewhere");
    recordings.moveTo(target, Progress.NONE);
    assertThat(recordings.path()).isEqualTo(target);
    assertThat(target.resolve("2026-06/a.wav")).hasContent("first");
    assertThat(target.resolve("2026-06/a.peaks")).exists();
    assertThat(folder.resolve("recordings/2026-06/a.wav")).doesNotExist();
    assertThat(folder.resolve("recordings/2026-06/c.wav.part")).exists();
    assertThat(recordings.space().recordings()).isEqualTo(2);
  }

  @Test
  void restoredRecordingsGoWhereTheSettingsSay() throws IOException {
    Settings settings = new Settings(folder.resolve("settings"));
    Path named = Files.createDirectories(folder.resolve("elsewhere"));
    settings.changePhone(phone -> RecordingFolder.with(phone, named.toString()));
    RecordingFolder recordings = recordings(settings);
    recordings.afterRestore();
    assertThat(folder.resolve("recordings/2026-06/a.wav")).exists();

    Files.writeString(new AppFolders(folder).restoredRecordings(), "");
    recordings.afterRestore();
    assertThat(recordings.path()).isEqualTo(named);
    assertThat(named.resolve("2026-06/a.wav")).hasContent("first");
    assertThat(folder.resolve("recordings/2026-06/a.wav")).doesNotExist();
    assertThat(new AppFolders(folder).restoredRecordings()).doesNotExist();
  }

  @Test
  void aFolderOfAnotherMachineIsNotUsedAfterARestore() throws IOException {
    Settings settings = new Settings(folder.resolve("settings"));
    Path gone = folder.resolve("drive-d/recordings");
    settings.changePhone(phone -> RecordingFolder.with(phone, gone.toString()));
    Files.writeString(new AppFolders(folder).restoredRecordings(), "");
    RecordingFolder recordings = recordings(settings);
    recordings.afterRestore();
    assertThat(recordings.path()).isEqualTo(folder.resolve("recordings"));
    assertThat(new Settings(folder.resolve("settings")).phone().recordingFolder()).isNull();
    assertThat(recordings.space().recordings()).isEqualTo(2);
  }

  @Test
  void cancelledInTheMiddleEverythingIsStillWhereItWas() {
    Settings settings = new Settings(folder.resolve("settings"));
    RecordingFolder recordings = recordings(settings);
    Progress cancelled =
        new Progress() {
          private long at;

          @Override
          public void at(long done, long total) {
            at = done;
          }

          @Override
          public boolean cancelled() {
            return at > 0;
          }
        };
    assertThatThrownBy(() -> recordings.moveTo(folder.resolve("elsewhere"), cancelled))
        .isInstanceOf(CancellationException.class);
    assertThat(recordings.path()).isEqualTo(folder.resolve("recordings"));
    assertThat(recordings.space().recordings()).isEqualTo(2);
  }

  @Test
  void aFolderInsideThePresentOneIsRefused() {
    RecordingFolder recordings = recordings(new Settings(folder.resolve("settings")));
    assertThatThrownBy(() -> recordings.moveTo(folder.resolve("recordings/x"), Progress.NONE))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.key()).isEqualTo("call.folder.inside"));
  }
}
