package app.ringbook.call.view;

import app.ringbook.testkit.FxTest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Pictures of screens in the size of the design, which no headless screen has. */
abstract class CallFxTest extends FxTest {

  /** A picture of a screen made anew over the same model. */
  protected static Path big(Callable<Parent> screen, double width, double height, String name) {
    Scene scene = onFx(() -> new Scene(screen.call(), width, height));
    return picture(scene, name);
  }
}
