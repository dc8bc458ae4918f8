package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.ColumnValues;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.LinkButton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Values of the file that are not known, such as tiers and owners, and what each of them means. */
final class ValueQuestions extends VBox {
  private static final int SHOWN = 5;
  private final Matching matching;
  private final Language language;
  private final Set<Integer> whole = new HashSet<>();

  /** Null as the text means: as it is written. */
  private record Meaning(@Nullable String text, boolean open) {}

  ValueQuestions(Matching matching, Language language) {
    this.matching = matching;
    this.language = language;
    matching.questionsProperty().addListener((o, before, now) -> fill());
    fill();
  }

  private void fill() {
    getChildren().setAll(matching.questionsProperty().get().stream().map(this::question).toList());
  }

  private Node question(ColumnValues.Question question) {
    Label title = new Label(language.now("spreadsheet.values.title", question.column().title()));
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Label count = new Label(language.now("spreadsheet.problems.cells", question.cells()));
    count.getStyleClass().add("secondary");
    count.setMinWidth(Region.USE_PREF_SIZE);
    Label text = new Label(language.now("spreadsheet.values.text", question.unknown().size()));
    text.getStyleClass().add("secondary");
    text.setWrapText(true);
    VBox body = new VBox(new HBox(title, count), text);
    body.getStyleClass().add("date-question");
    HBox.setHgrow(body, Priority.ALWAYS);
    int column = question.column().index();
    boolean all = whole.contains(column) || question.unknown().size() <= SHOWN;
    question.unknown().stream()
        .limit(all ? Long.MAX_VALUE : SHOWN)
        .forEach(one -> body.getChildren().add(line(question, one)));
    if (!all) {
      body.getChildren()
          .add(
              new LinkButton(
                  language.text("spreadsheet.values.all"),
                  () -> {
                    whole.add(column);
                    fill();
                  }));
    }
    HBox box = new HBox(Icons.of(Feather.ALERT_TRIANGLE, "warning"), body);
    box.getStyleClass().add("problem");
    return box;
  }

  private Node line(ColumnValues.Question question, ColumnValues.Unknown one) {
    Label value = new Label(language.now("spreadsheet.values.value", one.text(), one.cells()));
    value.setTooltip(new Tooltip(value.getText()));
    value.setMinWidth(0);
    value.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(value, Priority.ALWAYS);
    ComboBox<Meaning> box = new ComboBox<>();
    box.getStyleClass().add("repair");
    box.setMinWidth(120);
    box.setMaxWidth(120);
    List<Meaning> choices = new ArrayList<>();
    choices.add(new Meaning(null, question.open()));
    choices.add(new Meaning("", question.open()));
    question.known().forEach(known -> choices.add(new Meaning(known, question.open())));
    box.getItems().setAll(choices);
    box.setConverter(new Words());
    Map<String, String> said =
        matching
            .optionsProperty()
            .get()
            .rules()
            .values()
            .getOrDefault(question.field().key(), Map.of());
    box.setValue(new Meaning(said.get(one.text()), question.open()));
    box.setAccessibleText(language.now("spreadsheet.values.meaning", one.text()));
    box.valueProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) {
                matching.means(question.field(), one.text(), now.text());
              }
            });
    HBox line = new HBox(value, box);
    line.getStyleClass().add("value-line");
    return line;
  }

  private final class Words extends StringConverter<Meaning> {
    @Override
    public String toString(@Nullable Meaning meaning) {
      if (meaning == null) {
        return "";
      }
      String text = meaning.text();
      if (text == null) {
        return language.now(meaning.open() ? "spreadsheet.values.keep" : "spreadsheet.values.note");
      }
      return text.isEmpty() ? language.now("spreadsheet.values.out") : text;
    }

    @Override
    public Meaning fromString(String text) {
      return new Meaning(text, true);
    }
  }
}
