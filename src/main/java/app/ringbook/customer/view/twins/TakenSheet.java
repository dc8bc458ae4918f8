package app.ringbook.customer.view.twins;

import app.ringbook.customer.twins.Taken;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Sheet;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.platform.Texts;
import app.ringbook.ui.controls.Field;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks whether somebody works on a company already; the answer is one line and shows no more. */
public final class TakenSheet extends Sheet {
  private final Surroundings around;
  private final TwinsBook book;
  private final TextField text = new TextField();
  private final Label answer = new Label();

  /** Nothing asked yet. */
  public TakenSheet(Surroundings around, TwinsBook book) {
    super(around.language(), "customer.taken.title", "customer.taken.ask");
    this.around = around;
    this.book = book;
    text.setId("taken-text");
    text.promptTextProperty().bind(around.language().text("customer.taken.prompt"));
    answer.setId("taken-answer");
    answer.setWrapText(true);
    answer.getStyleClass().add("strong");
    add(new Field(around.language().text("customer.taken.text"), text));
    add(answer);
    text.textProperty().addListener((o, was, is) -> answer.setText(""));
    saveButton().disableProperty().bind(text.textProperty().map(String::isBlank));
    startAt(text);
    onSave(this::ask);
  }

  private void ask() {
    String asked = text.getText();
    problem("");
    around
        .background()
        .run(progress -> book.taken(asked))
        .orElse(e -> problem(Problems.sentence(e, around.language().texts())))
        .then(
            found -> {
              if (asked.equals(text.getText())) {
                answer.setText(sentence(found));
              }
            });
  }

  private String sentence(Taken.Answer found) {
    Texts texts = around.language().texts();
    String last =
        found.lastContactAt() == null
            ? texts.text("customer.twin.never")
            : texts.text("customer.twin.last", around.formats().day(found.lastContactAt()));
    return switch (found.state()) {
      case FREE -> texts.text("customer.taken.free");
      case POOL -> texts.text("customer.taken.pool", last);
      case OWNED -> texts.text("customer.taken.owned", String.valueOf(found.owner()), last);
    };
  }
}
