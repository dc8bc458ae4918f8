package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallHouse;
import app.ringbook.call.outside.OutsideAudio;
import app.ringbook.platform.Background;
import app.ringbook.platform.Texts;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Toast;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of recordings is looked through and taken in on its page. */
@Tag("S4-08")
class OutsideUiTest extends CallFxTest {
  @TempDir private Path folder;
  private final List<Toast> toasts = new ArrayList<>();

  @Test
  void aFolderIsShownFirstAndThenTakenIn() throws Exception {
    wav(folder.resolve("13812345678_20260616104212.wav"));
    Files.writeString(folder.resolve("broken.wav"), "no");
    try (TestDatabase test = TestDatabase.embedded();
        CallHouse house = new CallHouse(test);
        Background background = new Background(Fx.executor())) {
      house.customer("Alfreds Futterkiste", "13812345678");
      OutsideAudio outside =
          new OutsideAudio(
              house.database,
              house.records,
              house.matcher,
              house.numbers,
              house.recorder,
              house.clock);
      OutsideModel model = onFx(() -> new OutsideModel(outside, background));
      OutsidePage page =
          onFx(
              () ->
                  new OutsidePage(
                      model,
                      new Folder(folder),
                      language(),
                      new Formats(language(), house.clock),
                      toast -> {
                        toasts.add(toast);
                        return new NoToast();
                      }));
      show((Parent) page.node(), 980, 400);
      fx(page::shown);
      settle();
      assertThat(user().texts()).contains("Recordings from other devices");
      user().click("Choose a folder…");
      await().until(() -> user().texts().contains("A new call of Alfreds Futterkiste"));
      assertThat(user().texts()).contains("2 sound files", "Cannot be read, save it as WAV");
      snapshot("outside-en");
      user().click("Take in 1 recording");
      await().until(() -> user().texts().contains("Taken in before"));
      assertThat(toasts.getFirst().text()).isEqualTo("1 recording taken in");
      assertThat(test.count("call_record")).isEqualTo(1);
      beginIn(Texts.CHINESE, true);
      assertThat(user().texts()).contains("以前收过");
      snapshot("outside-zh-dark");
    }
  }

  private static void wav(Path file) throws Exception {
    AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(new byte[16_000]), format, 8000),
        AudioFileFormat.Type.WAVE,
        file.toFile());
  }

  private record Folder(Path path) implements FileChoice {
    @Override
    public Optional<Path> open(String title, Filter... filters) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String proposedName, Filter... filters) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.of(path);
    }
  }
}
