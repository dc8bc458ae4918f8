package app.ringbook.customer.view.pool;

import app.ringbook.settings.PoolSettings;
import app.ringbook.settings.Settings;
import app.ringbook.ui.Language;
import app.ringbook.ui.SettingsSection;
import app.ringbook.ui.controls.Card;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The rules of the public pool. */
public final class PoolSection implements SettingsSection {
  private static final int MOST_DAYS = 3650;
  private static final int MOST_CUSTOMERS = 1_000_000;
  private final Language language;
  private final Settings settings;
  private final VBox node;

  /** Shows and changes these settings. */
  public PoolSection(Language language, Settings settings) {
    this.language = language;
    this.settings = settings;
    Card card = new Card(language.text("customer.pool.title"));
    row(
        card,
        "quiet",
        0,
        MOST_DAYS,
        PoolSettings::quietDays,
        (s, n) -> new PoolSettings(n, s.warnDays(), s.most(), s.waitDays()));
    row(
        card,
        "warn",
        1,
        MOST_DAYS,
        PoolSettings::warnDays,
        (s, n) -> new PoolSettings(s.quietDays(), n, s.most(), s.waitDays()));
    row(
        card,
        "most",
        0,
        MOST_CUSTOMERS,
        PoolSettings::most,
        (s, n) -> new PoolSettings(s.quietDays(), s.warnDays(), n, s.waitDays()));
    row(
        card,
        "wait",
        0,
        MOST_DAYS,
        PoolSettings::waitDays,
        (s, n) -> new PoolSettings(s.quietDays(), s.warnDays(), s.most(), n));
    node = new VBox(16, card);
    node.getStyleClass().add("rb-settings-section");
  }

  private void row(
      Card card,
      String name,
      int least,
      int most,
      ToIntFunction<PoolSettings> reader,
      BiFunction<PoolSettings, Integer, PoolSettings> writer) {
    Spinner<Integer> number = new Spinner<>(least, most, reader.applyAsInt(settings.pool()));
    number.setId("pool-" + name);
    number.setEditable(true);
    number.setPrefWidth(104);
    number.accessibleTextProperty().bind(language.text("customer.pool." + name));
    number
        .valueProperty()
        .addListener(
            (o, was, now) -> {
              if (now != null) {
                settings.changePool(writer.apply(settings.pool(), now));
              }
            });
    card.row(
        Card.caption(
            language.text("customer.pool." + name),
            language.text("customer.pool." + name + "_why")),
        number);
  }

  @Override
  public String id() {
    return "pool";
  }

  @Override
  public String titleKey() {
    return "customer.pool.title";
  }

  @Override
  public Feather icon() {
    return Feather.USERS;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void shown() {}
}
