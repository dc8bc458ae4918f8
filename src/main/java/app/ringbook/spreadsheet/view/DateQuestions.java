package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.DateEvidence;
import app.ringbook.spreadsheet.match.DateOrder;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * For each column of dates such as 03/04/2025: what the whole column says about their order, and
 * the question where it says nothing.
 */
final class DateQuestions extends VBox {
  private final Matching matching;
  private final Language language;
  private final Formats formats;

  DateQuestions(Matching matching, Language language, Formats formats) {
    this.matching = matching;
    this.language = language;
    this.formats = formats;
    matching.matchProperty().addListener((o, before, now) -> fill());
    matching.optionsProperty().addListener((o, before, now) -> fill());
    fill();
  }

  private void fill() {
    getChildren().clear();
    ColumnMatch match = matching.matchProperty().get();
    if (match == null) {
      return;
    }
    for (ColumnMatch.Column column : match.columns()) {
      Field field = column.field();
      DateEvidence dates = column.profile().dates();
      if (field != null && field.date() && !dates.example().isEmpty()) {
        getChildren().add(column(column, field, dates));
      }
    }
  }

  private Node column(ColumnMatch.Column column, Field field, DateEvidence dates) {
    DateOrder said = matching.optionsProperty().get().rules().orders().get(field.key());
    DateOrder seen = dates.decided();
    boolean open = said == null && seen == null;
    Label title = new Label(language.now("spreadsheet.dates.title", column.title()));
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    Label count = new Label(language.now("spreadsheet.dates.cells", dates.dates()));
    count.getStyleClass().add("secondary");
    count.setMinWidth(Region.USE_PREF_SIZE);
    Label text = new Label(sentence(dates, said));
    text.getStyleClass().add("secondary");
    text.setWrapText(true);
    VBox body = new VBox(new HBox(title, count), text);
    body.getChildren().addAll(choices(column.index(), field, dates, said == null ? seen : said));
    body.getStyleClass().add("date-question");
    HBox.setHgrow(body, Priority.ALWAYS);
    Node icon =
        open ? Icons.of(Feather.HELP_CIRCLE, "danger") : Icons.of(Feather.CALENDAR, "muted");
    HBox box = new HBox(icon, body);
    box.getStyleClass().add("problem");
    return box;
  }

  private String sentence(DateEvidence dates, @Nullable DateOrder said) {
    DateOrder seen = dates.decided();
    if (said != null) {
      return language.now("spreadsheet.dates.said", language.now(said.labelKey()));
    }
    if (seen != null) {
      return language.now(
          "spreadsheet.dates.decided",
          dates.deciding(),
          dates.dates(),
          language.now(seen.labelKey()));
    }
    return dates.deciding() > 0
        ? language.now(
            "spreadsheet.dates.torn", dates.dayFirst(), dates.monthFirst(), dates.example())
        : language.now("spreadsheet.dates.ask", dates.example());
  }

  /** The readings of the example, each once. */
  private List<Node> choices(
      int column, Field field, DateEvidence dates, @Nullable DateOrder present) {
    ToggleGroup group = new ToggleGroup();
    Set<LocalDate> shown = new HashSet<>();
    List<Node> buttons = new ArrayList<>();
    for (DateOrder order : DateOrder.values()) {
      LocalDate day = dates.reading(order).orElse(null);
      if (day == null || !shown.add(day)) {
        continue;
      }
      String name = language.now(order.labelKey());
      RadioButton button =
          new RadioButton(language.now("spreadsheet.dates.reading", name, formats.date(day)));
      button.setId("date-" + column + "-" + order.word());
      button.setToggleGroup(group);
      button.setSelected(order == present);
      button.setOnAction(e -> matching.order(field, order));
      buttons.add(button);
    }
    return buttons;
  }
}
