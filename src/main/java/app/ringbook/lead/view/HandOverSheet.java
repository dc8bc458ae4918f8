package app.ringbook.lead.view;

import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Sheet;
import app.ringbook.lead.HandOver;
import app.ringbook.lead.HandOver.Counts;
import app.ringbook.platform.Background;
import app.ringbook.store.history.KeptWords;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.WindowTools;
import app.ringbook.ui.controls.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import javafx.geometry.HPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/**
 * Gives what one person looks after to another: shows what it is, carries it out in one act, and
 * shows the counts of both before and after.
 */
public final class HandOverSheet extends Sheet {
  private static final Map<String, ToLongFunction<Counts>> LINES = new LinkedHashMap<>();

  static {
    LINES.put("lead.handover.customers", Counts::customers);
    LINES.put("lead.handover.contacts", Counts::contacts);
    LINES.put("lead.handover.next_contacts", Counts::nextContacts);
    LINES.put("lead.handover.entries", Counts::entries);
    LINES.put("lead.handover.calls", Counts::calls);
    LINES.put("lead.handover.recordings", Counts::recordings);
    LINES.put("lead.handover.files", Counts::files);
    LINES.put("lead.handover.leads", Counts::leads);
  }

  private final HandOver handOver;
  private final WindowTools tools;
  private final Background background;
  private final Language language;
  private final long @Nullable [] only;
  private final Runnable done;
  private final ComboBox<String> from = new ComboBox<>();
  private final ComboBox<String> to = new ComboBox<>();
  private final GridPane counts = new GridPane();
  private int question;
  private boolean over;

  /**
   * Over the window.
   *
   * @param only these customers, and no leads; null for all that somebody looks after
   * @param done called once it is done
   */
  public HandOverSheet(
      HandOver handOver, WindowTools tools, long @Nullable [] only, Runnable done) {
    super(
        tools.language(),
        only == null ? "lead.handover.title" : "lead.handover.title_chosen",
        "lead.handover.act");
    this.handOver = handOver;
    this.tools = tools;
    this.background = tools.background();
    this.language = tools.language();
    this.only = only == null ? null : only.clone();
    this.done = done;
    from.setId("handover-from");
    from.setMaxWidth(Double.MAX_VALUE);
    to.setId("handover-to");
    to.setEditable(true);
    to.setMaxWidth(Double.MAX_VALUE);
    counts.getStyleClass().add("form");
    counts.setHgap(24);
    add(new Field(language.text("lead.handover.from"), from));
    add(new Field(language.text("lead.handover.to"), to));
    add(counts);
    startAt(from);
    saveButton().setDisable(true);
    from.valueProperty().addListener((o, was, now) -> ask());
    to.getEditor().textProperty().addListener((o, was, now) -> ask());
    onSave(this::carryOut);
    background.run(progress -> handOver.owners()).orElse(this::failed).then(this::offer);
  }

  private void offer(List<String> owners) {
    from.getItems().setAll(owners);
    to.getItems().setAll(owners);
    if (owners.isEmpty()) {
      problem(language.now("lead.handover.nobody"));
    } else if (owners.size() == 1) {
      from.setValue(owners.getFirst());
    }
  }

  private String receiver() {
    String typed = to.getEditor().getText();
    return typed == null ? "" : typed.strip();
  }

  private record Answer(Counts moves, Counts theirs, Counts others) {}

  /** Counts what would change hands, and what both have now. */
  private void ask() {
    String giver = from.getValue();
    String receiver = receiver();
    saveButton().setDisable(true);
    if (giver == null || over) {
      return;
    }
    int mine = ++question;
    background
        .run(
            progress ->
                new Answer(
                    handOver.of(giver, only),
                    handOver.of(giver),
                    receiver.isEmpty() ? Counts.NONE : handOver.of(receiver)))
        .orElse(this::failed)
        .then(
            answer -> {
              if (mine == question) {
                problem("");
                show(answer, null);
                saveButton().setDisable(receiver.isEmpty() || receiver.equals(giver));
              }
            });
  }

  private void show(Answer answer, HandOver.@Nullable Done result) {
    counts.getChildren().clear();
    String receiver = receiver().isEmpty() ? "—" : receiver();
    heading(1, language.now("lead.handover.moves"));
    heading(2, String.valueOf(from.getValue()));
    heading(3, receiver);
    int row = 1;
    for (Map.Entry<String, ToLongFunction<Counts>> line : LINES.entrySet()) {
      ToLongFunction<Counts> of = line.getValue();
      counts.add(new Label(language.now(line.getKey())), 0, row);
      number(1, row, tools.formats().count(of.applyAsLong(answer.moves())));
      number(2, row, before(of, answer.theirs(), result == null ? null : result.left()));
      number(3, row, before(of, answer.others(), result == null ? null : result.held()));
      row++;
    }
  }

  private String before(ToLongFunction<Counts> of, Counts then, @Nullable Counts now) {
    String was = tools.formats().count(of.applyAsLong(then));
    return now == null
        ? was
        : language.now("lead.handover.became", was, tools.formats().count(of.applyAsLong(now)));
  }

  private void heading(int column, String text) {
    Label label = new Label(text);
    label.getStyleClass().add("secondary");
    GridPane.setHalignment(label, HPos.RIGHT);
    counts.add(label, column, 0);
  }

  private void number(int column, int row, String text) {
    Label label = new Label(text);
    GridPane.setHalignment(label, HPos.RIGHT);
    counts.add(label, column, row);
  }

  private record Outcome(Answer before, HandOver.Done result) {}

  private void carryOut() {
    String giver = from.getValue();
    String receiver = receiver();
    saveButton().setDisable(true);
    background
        .run(
            progress -> {
              Counts theirs = handOver.of(giver);
              Counts others = handOver.of(receiver);
              HandOver.Done result = handOver.run(giver, receiver, only, progress);
              return new Outcome(new Answer(result.moved(), theirs, others), result);
            })
        .orElse(this::failed)
        .then(this::finished);
  }

  private void finished(Outcome outcome) {
    over = true;
    from.setDisable(true);
    to.setDisable(true);
    show(outcome.before(), outcome.result());
    over(language, "lead.handover.close");
    done.run();
    Counts moved = outcome.result().moved();
    String group = outcome.result().group();
    tools
        .toasts()
        .show(
            Toast.success(
                    language.now(
                        "lead.handover.done", moved.customers(), moved.leads(), receiver()))
                .with(language.now("lead.page.undo"), () -> undo(group)));
  }

  private void undo(String group) {
    background
        .run(progress -> handOver.undo(group))
        .orElse(e -> tools.toasts().show(Toast.error(Problems.sentence(e, language.texts()))))
        .then(
            kept ->
                tools
                    .toasts()
                    .show(
                        kept.isEmpty()
                            ? Toast.success(language.now("lead.handover.undone"))
                            : Toast.warning(
                                language.now(
                                    "lead.handover.undone_but",
                                    KeptWords.of(kept, language.texts())))));
  }

  private void failed(Throwable failure) {
    problem(Problems.sentence(failure, language.texts()));
    saveButton().setDisable(false);
  }
}
