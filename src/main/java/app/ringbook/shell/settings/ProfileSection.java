package app.ringbook.shell.settings;

import app.ringbook.settings.Settings;
import app.ringbook.ui.Language;
import app.ringbook.ui.SettingsSection;
import app.ringbook.ui.controls.Card;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Who uses the program. */
public final class ProfileSection implements SettingsSection {
  private final Settings settings;
  private final TextField name = new TextField();
  private final TextField company = new TextField();
  private final VBox node;

  /**
   * The section over these settings.
   *
   * @param systemUser name that is used while none is typed
   */
  public ProfileSection(Language language, Settings settings, String systemUser) {
    this.settings = settings;
    name.setPromptText(systemUser);
    name.accessibleTextProperty().bind(language.text("shell.profile.name"));
    company.accessibleTextProperty().bind(language.text("shell.profile.company"));
    saves(name, text -> settings.changeAppearance(a -> a.withUserName(text)));
    saves(company, text -> settings.changeAppearance(a -> a.withCompany(text)));
    Card card =
        new Card(language.text("shell.profile.title"))
            .row(
                Card.caption(
                    language.text("shell.profile.name"), language.text("shell.profile.name_why")),
                name)
            .row(
                Card.caption(
                    language.text("shell.profile.company"),
                    language.text("shell.profile.company_why")),
                company);
    node = new VBox(16, card);
    node.getStyleClass().add("rb-settings-section");
  }

  @Override
  public String id() {
    return "profile";
  }

  @Override
  public String titleKey() {
    return "shell.profile.title";
  }

  @Override
  public Feather icon() {
    return Feather.USER;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void shown() {
    name.setText(settings.appearance().userName());
    company.setText(settings.appearance().company());
  }

  /** Every change is saved: there is no button to forget. */
  private static void saves(TextField field, Consumer<String> save) {
    field.setPrefColumnCount(18);
    field.textProperty().addListener((o, before, now) -> save.accept(now.strip()));
  }
}
