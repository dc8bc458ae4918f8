package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.testkit.FxTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Bounds;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * On a real display with a window manager: another program, a process of its own, keeps the
 * keyboard while the pop-up comes, changes and goes, until the pop-up is clicked.
 */
@Tag("display")
class PopupFocusUiTest extends FxTest {
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final TextArea note = onFx(() -> new TextArea());
  private final PopupFrame frame = onFx(() -> new PopupFrame(sized(note), false));
  private Process other;

  private static TextArea sized(TextArea area) {
    area.setPrefSize(400, 300);
    return area;
  }

  @BeforeEach
  void anotherProgramHasTheKeyboard() throws IOException {
    fx(frame::prepare);
    other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=false",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProgram.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread.ofVirtual().start(this::listen);
    await().atMost(Duration.ofSeconds(60)).until(() -> heard.contains("focus"));
  }

  @AfterEach
  void closeBoth() {
    other.destroy();
    fx(frame::close);
  }

  @Test
  @Tag("S4-07")
  void keysStayWithTheOtherProgramUntilThePopUpIsClicked() {
    type("abc");
    await().until(() -> heard.getLast().equals("text abc"));
    fx(frame::show);
    await().until(() -> onFx(frame::showing));
    type("def");
    await().until(() -> heard.getLast().equals("text abcdef"));
    fx(() -> note.setText("changed "));
    type("g");
    await().until(() -> heard.getLast().equals("text abcdefg"));
    assertThat(heard).doesNotContain("blur");
    String shown = onFx(note::getText);
    assertThat(shown).isEqualTo("changed ");

    click();
    await().until(() -> heard.contains("blur"));
    await().until(() -> onFx(() -> frame.takesKeys() && note.isFocused()));
    await().until(() -> onFx(() -> note.getScene().getWindow().isFocused()));
    fx(note::end);
    type("xyz");
    await().until(() -> "changed xyz".equals(onFx(note::getText)));
    assertThat(heard).doesNotContain("text abcdefgx");

    fx(frame::hide);
    await().until(() -> heard.getLast().equals("focus"));
    type("h");
    await().until(() -> heard.getLast().equals("text abcdefgh"));
  }

  private void type(String letters) {
    letters
        .chars()
        .mapToObj(letter -> KeyCode.getKeyCode(Character.toString(Character.toUpperCase(letter))))
        .forEach(key -> fx(() -> new Robot().keyType(key)));
  }

  private void click() {
    fx(
        () -> {
          Bounds bounds = note.localToScreen(note.getLayoutBounds());
          Robot robot = new Robot();
          robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
          robot.mouseClick(MouseButton.PRIMARY);
        });
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.add(line);
      }
    } catch (IOException e) {
      heard.add("ended");
    }
  }
}
