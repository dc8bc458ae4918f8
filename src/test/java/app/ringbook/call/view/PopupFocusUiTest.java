package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.testkit.CssWarnings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * On a real display with a window manager: another program, a process of its own, keeps the
 * keyboard while the pop-up comes, changes and goes, until the pop-up is clicked.
 */
@Tag("display")
class PopupFocusUiTest extends PopupFxTest {

  PopupFocusUiTest() {
    super(false);
  }

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private Process other;

  @BeforeEach
  void anotherProgramHasTheKeyboard() throws IOException {
    fx(popup::prepare);
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
  void closeOther() {
    other.destroy();
  }

  @Test
  @Tag("S4-07")
  void keysStayWithTheOtherProgramUntilThePopUpIsClicked() {
    type("abc");
    await().until(() -> heard.getLast().equals("text abc"));
    popup.ringing(Cards.known(Cards.call("a", 1, CallState.RINGING, null), false));
    await().until(() -> onFx(popup::showing));
    type("def");
    await().until(() -> heard.getLast().equals("text abcdef"));
    popup.updated(Cards.known(Cards.call("a", 1, CallState.TALKING, null), false));
    popup.ringing(Cards.unknown(Cards.call("b", 2, CallState.RINGING, null)));
    await().until(() -> onFx(() -> model.calls().size()) == 2);
    type("g");
    await().until(() -> heard.getLast().equals("text abcdefg"));
    assertThat(heard).doesNotContain("blur");
    assertThat(typed()).isEmpty();
    standsAboveTheTaskBar();
    photograph("popup-on-a-desktop");

    click(note());
    await().until(() -> heard.contains("blur"));
    await().until(() -> onFx(() -> popup.takesKeys() && note().isFocused()));
    await().until(() -> onFx(() -> note().getScene().getWindow().isFocused()));
    standsAboveTheTaskBar();
    type("xyz");
    await().until(() -> typed().equals("xyz"));
    photograph("popup-clicked");
    // Nodes that change their window are styled children first: JavaFX complains once about a
    // colour it has not met yet and has it right in the next pulse.
    CssWarnings.take();
    assertThat(heard).doesNotContain("text abcdefgx");

    fx(() -> model.calls().forEach(model::save));
    popup.ended(Cards.unknown(Cards.call("b", 2, CallState.ENDED, CallOutcome.MISSED)));
    await().until(() -> house.saved.size() == 1);
    assertThat(house.saved.getFirst().note()).isEqualTo("xyz");
    fx(() -> List.copyOf(model.calls()).forEach(model::later));
    await().until(() -> !onFx(popup::showing));
    await().until(() -> heard.getLast().equals("focus"));
    type("h");
    await().until(() -> heard.getLast().equals("text abcdefgh"));

    popup.ringing(Cards.unknown(Cards.call("c", 1, CallState.RINGING, null)));
    await().until(() -> onFx(popup::showing));
    type("i");
    await().until(() -> heard.getLast().equals("text abcdefghi"));
    assertThat(onFx(popup::takesKeys)).isFalse();
  }

  @Test
  @Tag("S4-07")
  void aFoldedPopUpLeavesTheKeyboardOrGivesItBack() {
    popup.ringing(Cards.known(Cards.call("a", 1, CallState.TALKING, null), false));
    await().until(() -> onFx(popup::showing));
    settle();
    click(fold());
    await().until(() -> onFx(() -> popup.node().lookup(".caller-strip") != null));
    settle();
    type("a");
    await().until(() -> heard.getLast().equals("text a"));
    assertThat(heard).doesNotContain("blur");

    click(onFx(() -> popup.node().lookup(".caller-strip .button")));
    await().until(() -> heard.contains("blur"));
    await().until(() -> onFx(() -> popup.takesKeys() && fold() != null));
    click(fold());
    await().until(() -> heard.getLast().equals("focus"));
    assertThat(onFx(popup::showing)).isTrue();
    type("b");
    await().until(() -> heard.getLast().equals("text ab"));
  }

  private Node fold() {
    return onFx(() -> popup.node().lookup("." + PopupFrame.CLOSING));
  }

  private TextArea note() {
    return onFx(() -> (TextArea) popup.node().lookup(".text-area"));
  }

  private String typed() {
    return onFx(() -> model.calls().getFirst().noteProperty().get());
  }

  private void standsAboveTheTaskBar() {
    await()
        .untilAsserted(
            () -> {
              Bounds bounds =
                  onFx(() -> popup.node().localToScreen(popup.node().getLayoutBounds()));
              Rectangle2D screen = onFx(() -> Screen.getPrimary().getVisualBounds());
              assertThat(bounds.getMaxX()).isCloseTo(screen.getMaxX() - 16, within(1.0));
              assertThat(bounds.getMaxY()).isCloseTo(screen.getMaxY() - 16, within(1.0));
              assertThat(bounds.getWidth()).isEqualTo(400);
            });
  }

  /** What is on the screen now, with the other program. */
  private void photograph(String name) {
    settle();
    onFx(
        () -> {
          var picture = new Robot().getScreenCapture(null, Screen.getPrimary().getBounds());
          Path file = Path.of("target", "screens", name + ".png");
          java.nio.file.Files.createDirectories(file.toAbsolutePath().getParent());
          return ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
        });
  }

  private void type(String letters) {
    letters
        .chars()
        .mapToObj(letter -> KeyCode.getKeyCode(Character.toString(Character.toUpperCase(letter))))
        .forEach(key -> fx(() -> new Robot().keyType(key)));
  }

  private void click(Node node) {
    fx(
        () -> {
          Bounds bounds = node.localToScreen(node.getLayoutBounds());
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
