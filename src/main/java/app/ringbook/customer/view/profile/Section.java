package app.ringbook.customer.view.profile;

import app.ringbook.customer.view.CustomerPanel;
import app.ringbook.customer.view.Parts;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.ui.Icons;
import app.ringbook.ui.controls.LinkButton;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A titled part of the customer's page that is drawn again whenever more is known. */
abstract class Section implements CustomerPanel {
  private final Place place;
  private final ProfileModel model;

  /** What it stands in. */
  protected final Surroundings around;

  /** What it reads and does. */
  protected final ProfileBook book;

  private final VBox box = new VBox();

  /**
   * @param style class of the box
   */
  Section(Place place, Surroundings around, ProfileBook book, ProfileModel model, String style) {
    this.place = place;
    this.around = around;
    this.book = book;
    this.model = model;
    box.getStyleClass().addAll("profile-section", style);
    model.known().addListener((at, was, is) -> draw());
    around.language().follow(box, this::draw);
  }

  /** Fills the box; called again after every change. */
  protected abstract void fill(VBox into, ProfileBook.Known known);

  @Override
  public final Place place() {
    return place;
  }

  @Override
  public final Node node() {
    return box;
  }

  @Override
  public final void show(long customerId) {
    model.show(customerId);
  }

  @Override
  public final void hidden() {
    model.hidden();
  }

  /** What is known now; null while it is read. */
  protected final ProfileBook.@Nullable Known known() {
    return model.known().get();
  }

  /** The box, for what is dropped on it. */
  protected final VBox box() {
    return box;
  }

  /** The title of the section, with what stands at its right end. */
  protected final HBox head(ObservableValue<String> title, Node... right) {
    HBox head = new HBox(Parts.label(title, "strong"), Parts.space());
    head.getChildren().addAll(right);
    head.getStyleClass().add("section-head");
    return head;
  }

  /** A small button with an icon. */
  protected final Button button(Feather icon, ObservableValue<String> name, Runnable pressed) {
    Button button = Icons.button(icon, name, pressed);
    button.getStyleClass().add("small");
    return button;
  }

  /** Words of the user's that can be pressed. */
  protected static LinkButton link(String words, Runnable pressed) {
    return new LinkButton(new SimpleStringProperty(words), pressed).givesWay();
  }

  /** A text that follows the language. */
  protected final ObservableValue<String> text(String key, Object... arguments) {
    return around.language().text(key, arguments);
  }

  private void draw() {
    ProfileBook.Known known = known();
    if (known == null) {
      box.getChildren().clear();
    } else {
      fill(box, known);
    }
  }
}
