package badhouse.customer.view;

import javafx.application.Platform;
import javafx.scene.Scene;

/** A model that holds a scene and hands work to the window itself. */
public final class CustomerModel {
  /** The scene. */
  public Scene scene;

  /** Goes round Fx. */
  public void later() {
    Platform.runLater(() -> {});
  }
}
