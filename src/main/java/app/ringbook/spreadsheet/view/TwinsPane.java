package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.kind.Decision;
import app.ringbook.spreadsheet.kind.Decision.Choice;
import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A row and the customer it may be about side by side, with the three answers: 1 leaves it out, 2
 * fills that customer, 3 makes another one and asks why.
 */
final class TwinsPane extends VBox {
  private final Deciding deciding;
  private final Language language;
  private final Formats formats;
  private final HBox cards = new HBox();
  private final CheckBox alike = new CheckBox();
  private final TextField reason = new TextField();
  private final Button another;
  private final Runnable decided;

  /**
   * @param decided run after each answer
   */
  TwinsPane(Deciding deciding, Language language, Formats formats, Runnable decided) {
    this.deciding = deciding;
    this.language = language;
    this.formats = formats;
    this.decided = decided;
    getStyleClass().addAll("row-preview", "twins-pane");
    cards.getStyleClass().add("twins-cards");
    Button skip = button(1, Choice.SKIP, () -> decide(Decision.SKIPPED));
    Button update = button(2, Choice.UPDATE, () -> decide(Decision.UPDATED));
    another = button(3, Choice.NEW, this::askWhy);
    reason.setId("decide-reason");
    reason.setPromptText(language.now("spreadsheet.decide.reason"));
    reason.setAccessibleText(language.now("spreadsheet.decide.reason"));
    reason.setMinWidth(160);
    reason.setOnAction(e -> askWhy());
    HBox.setHgrow(reason, Priority.ALWAYS);
    alike.setId("decide-alike");
    HBox answers = new HBox(skip, update, another, reason, alike);
    answers.getStyleClass().add("twins-answers");
    getChildren().addAll(cards, answers);
    deciding.pairProperty().addListener((o, before, now) -> show(now));
    show(deciding.pairProperty().get());
  }

  private Button button(int key, Choice choice, Runnable action) {
    Button button =
        new Button(language.now("spreadsheet.decide.button", key, language.now(choice.labelKey())));
    button.setId("decide-" + choice.word());
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  /** Answers by its number; false if there is no such answer now. */
  boolean answer(String key) {
    if (!isVisible()) {
      return false;
    }
    switch (key) {
      case "1" -> decide(Decision.SKIPPED);
      case "2" -> decide(Decision.UPDATED);
      case "3" -> askWhy();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Another customer needs a reason: without one its field gets the keyboard. */
  private void askWhy() {
    if (reason.getText().isBlank()) {
      reason.requestFocus();
    } else {
      decide(Decision.another(reason.getText()));
    }
  }

  private void decide(Decision decision) {
    Deciding.Pair pair = deciding.pairProperty().get();
    if (pair != null) {
      deciding.decide(pair.row(), decision, alike.isSelected());
      decided.run();
    }
  }

  private void show(Deciding.@Nullable Pair pair) {
    setVisible(pair != null);
    setManaged(pair != null);
    if (pair == null) {
      return;
    }
    RowResult row = pair.row();
    Decision known = deciding.of(row);
    reason.setText(known == null || known.reason() == null ? "" : known.reason());
    alike.setSelected(false);
    String why = language.now("spreadsheet.why." + row.why().name().toLowerCase(Locale.ROOT));
    alike.setText(language.now("spreadsheet.decide.alike", why));
    cards
        .getChildren()
        .setAll(
            card("spreadsheet.decide.row", row.number(), pair.draft().name(), said(pair.draft())),
            card("spreadsheet.decide.stored", 0, pair.twin().name(), stored(pair.twin())));
  }

  private Node card(String key, int number, String name, List<String> facts) {
    Label head = new Label(language.now(key, number));
    head.getStyleClass().add("secondary");
    Label title = new Label(name);
    title.getStyleClass().add("strong");
    VBox card = new VBox(head, title);
    for (String fact : facts) {
      Label line = new Label(fact);
      line.getStyleClass().add("muted");
      line.setMinWidth(0);
      card.getChildren().add(line);
    }
    card.getStyleClass().addAll("rb-card", "twins-card");
    card.setMinWidth(0);
    card.setPrefWidth(0);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private List<String> said(RowDraft draft) {
    RowDraft.Person person = draft.person();
    return facts(
        draft.phones().stream().map(p -> p.number().raw()).toList(),
        draft.text("city"),
        draft.text("owner"),
        person == null ? null : person.name(),
        draft.lastContact());
  }

  private List<String> stored(RecordKind.Existing twin) {
    return facts(twin.phones(), twin.city(), twin.owner(), null, twin.lastContactAt());
  }

  private List<String> facts(
      List<String> phones,
      @Nullable String city,
      @Nullable String owner,
      @Nullable String person,
      @Nullable Instant lastContact) {
    List<String> lines = new ArrayList<>();
    String reached =
        String.join(
            " · ",
            Stream.concat(Stream.of(person, city), phones.stream().limit(3))
                .filter(Objects::nonNull)
                .toList());
    if (!reached.isEmpty()) {
      lines.add(reached);
    }
    if (owner != null) {
      lines.add(
          language.now("spreadsheet.preview.fact", language.now("spreadsheet.field.owner"), owner));
    }
    if (lastContact != null) {
      lines.add(
          language.now(
              "spreadsheet.preview.fact",
              language.now("spreadsheet.field.lastContact"),
              formats.moment(lastContact)));
    }
    return lines;
  }
}
