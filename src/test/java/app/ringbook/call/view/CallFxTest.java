package app.ringbook.call.view;

import app.ringbook.testkit.FxTest;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;

/** Pictures of shown screens in the size of the design, which no headless screen has. */
abstract class CallFxTest extends FxTest {

  /** A picture of a root that is shown; it goes back to its window afterwards. */
  protected static Path big(Parent root, double width, double height, String name) {
    Scene shown = onFx(root::getScene);
    Scene large =
        onFx(
            () -> {
              shown.setRoot(new Pane());
              return new Scene(root, width, height);
            });
    Path file = picture(large, name);
    fx(
        () -> {
          large.setRoot(new Pane());
          shown.setRoot(root);
        });
    settle();
    return file;
  }
}
