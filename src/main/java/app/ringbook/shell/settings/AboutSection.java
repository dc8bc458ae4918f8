package app.ringbook.shell.settings;

import app.ringbook.ui.Language;
import app.ringbook.ui.SettingsSection;
import app.ringbook.ui.controls.Brand;
import app.ringbook.ui.controls.Card;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Which program this is. */
public final class AboutSection implements SettingsSection {
  private final VBox node;

  /** The section with the program's version. */
  public AboutSection(Language language, String version) {
    Label name = new Label("Ringbook");
    name.getStyleClass().add("dialog-title");
    Label number = new Label();
    number.textProperty().bind(language.text("shell.about.version", version));
    number.getStyleClass().add("muted");
    HBox row = new HBox(12, Brand.mark(40), new VBox(2, name, number));
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    Label licence = new Label();
    licence.textProperty().bind(language.text("shell.about.licence"));
    licence.setWrapText(true);
    Label java = new Label("Java " + Runtime.version() + ", JavaFX " + javafxVersion());
    java.getStyleClass().add("muted");
    Card card =
        new Card(language.text("shell.about.title"))
            .row(row)
            .row(licence)
            .row(Card.caption(language.text("shell.about.runs_on")), java);
    node = new VBox(16, card);
    node.getStyleClass().add("rb-settings-section");
  }

  private static String javafxVersion() {
    return System.getProperty("javafx.version", "");
  }

  @Override
  public String id() {
    return "about";
  }

  @Override
  public String titleKey() {
    return "shell.about.title";
  }

  @Override
  public Feather icon() {
    return Feather.INFO;
  }

  @Override
  public Node node() {
    return node;
  }
}
