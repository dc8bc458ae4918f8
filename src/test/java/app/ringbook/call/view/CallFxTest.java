package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.Texts;
import app.ringbook.testkit.CssWarnings;
import app.ringbook.testkit.FxTest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;

/** Pictures of screens in the size of the design, which no headless screen has. */
abstract class CallFxTest extends FxTest {

  @Override
  protected final boolean complaintsCount() {
    return false;
  }

  /** As {@link #beginIn}, at the end; what the test itself complained about fails it. */
  @AfterEach
  void endInEnglish() {
    settle();
    assertThat(CssWarnings.take()).as("complaints about style sheets").isEmpty();
    fx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    beginIn(Texts.ENGLISH, false);
  }

  /**
   * Begins a test in another language or theme. Screens of earlier tests, no longer in a window,
   * hear of the switch too; what they complain about is not this test's.
   */
  protected static void beginIn(Texts texts, boolean dark) {
    speak(texts);
    dark(dark);
    settle();
    CssWarnings.take();
  }

  /** A picture of a screen made anew over the same model. */
  protected static Path big(Callable<Parent> screen, double width, double height, String name) {
    Scene scene = onFx(() -> new Scene(screen.call(), width, height));
    return picture(scene, name);
  }
}
