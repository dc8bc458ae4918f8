package app.ringbook.customer.view.history;

import app.ringbook.customer.fields.Field;
import app.ringbook.customer.history.HistoryLine;
import app.ringbook.customer.history.HistoryLine.OfField;
import app.ringbook.customer.history.HistoryLine.OfPart;
import app.ringbook.customer.view.FieldWords;
import app.ringbook.platform.Texts;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Badge;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was different, then who made it so, when, and by what change. */
class HistoryLineCell extends ListCell<HistoryLine> {
  private static final int LONGEST = 120;
  private final Language language;
  private final Formats formats;
  private final FieldWords words;

  HistoryLineCell(Language language, Formats formats) {
    this.language = language;
    this.formats = formats;
    this.words = new FieldWords(language, formats);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable HistoryLine line, boolean empty) {
    super.updateItem(line, empty);
    setText(null);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String what = sentence(line.what());
    Label first = new Label(what);
    first.getStyleClass().add("strong");
    first.setTooltip(new Tooltip(what));
    first.setMinWidth(0);
    Texts texts = language.texts();
    String change =
        texts.has(line.action()) ? texts.text(line.action(), line.subject()) : line.subject();
    String who =
        texts.text("customer.history.who", line.actor(), formats.moment(line.at()), change);
    Label second = new Label(who);
    second.getStyleClass().add("secondary");
    second.setMinWidth(0);
    HBox top = new HBox(8, first);
    if (line.undone()) {
      top.getChildren().add(new Badge(Badge.Kind.NEUTRAL, texts.text("customer.history.undone")));
    }
    setGraphic(new VBox(2, top, second));
    setAccessibleText(what + " " + who);
  }

  private String sentence(HistoryLine.What what) {
    Texts texts = language.texts();
    return switch (what) {
      case OfField one -> {
        String label = one.field().label(texts);
        String person = one.person();
        yield texts.text(
            "customer.history.changed",
            person == null ? label : texts.text("customer.history.of_person", label, person),
            shown(one.field(), one.before()),
            shown(one.field(), one.after()));
      }
      case OfPart part -> {
        String before = part.before();
        String after = part.after();
        String name = texts.text(part.key());
        yield before == null
            ? texts.text("customer.history.added", name, cut(String.valueOf(after)))
            : after == null
                ? texts.text("customer.history.removed", name, cut(before))
                : texts.text("customer.history.changed", name, cut(before), cut(after));
      }
    };
  }

  private String shown(Field<?> field, @Nullable Object value) {
    String text = words.shown(field, value);
    return text.isEmpty() ? "—" : cut(text);
  }

  private static String cut(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
