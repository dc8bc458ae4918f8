package app.ringbook.lead.view;

import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadSource;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Badge;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A lead in one line: who, the number, how they came and when, what can be done. */
class LeadCell extends ListCell<Lead> {
  private static final double NAME_WIDTH = 140;
  private static final double FIRM_WIDTH = 96;
  private static final double NEXT_WIDTH = 104;
  private final LeadActs acts;
  private final PhoneNumbers numbers;
  private final Language language;
  private final Formats formats;

  LeadCell(LeadActs acts, PhoneNumbers numbers, Language language, Formats formats) {
    this.acts = acts;
    this.numbers = numbers;
    this.language = language;
    this.formats = formats;
    getStyleClass().addAll("call-row", "lead-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Lead lead, boolean empty) {
    super.updateItem(lead, empty);
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    if (empty || lead == null) {
      return;
    }
    Label name = new Label(shownName(lead));
    name.getStyleClass().add("strong");
    name.setMinWidth(0);
    name.setPrefWidth(NAME_WIDTH);
    String company = lead.company();
    Label firm = new Label(company == null || lead.name().isBlank() ? "" : company);
    firm.getStyleClass().add("muted");
    firm.setMinWidth(0);
    firm.setPrefWidth(FIRM_WIDTH);
    Label number = new Label(shownNumber(lead));
    number.getStyleClass().add("muted");
    number.setMinWidth(150);
    String reason = lead.reason();
    String said = reason != null ? reason : lead.note() == null ? "" : firstLine(lead.note());
    Label note = new Label(said);
    note.getStyleClass().add("secondary");
    note.setPrefWidth(0);
    note.setMinWidth(0);
    note.setMaxWidth(Double.MAX_VALUE);
    if (!said.isEmpty()) {
      note.setTooltip(new Tooltip(reason != null ? reason : lead.note()));
    }
    HBox.setHgrow(note, Priority.ALWAYS);
    Label since = new Label(formats.day(lead.createdAt()));
    since.setTooltip(new Tooltip(formats.moment(lead.createdAt())));
    since.getStyleClass().add("muted");
    since.setMinWidth(USE_PREF_SIZE);
    Label owner = new Label(lead.owner() == null ? "" : lead.owner());
    owner.getStyleClass().add("muted");
    owner.setMinWidth(0);
    HBox line =
        new HBox(
            name,
            firm,
            number,
            next(lead),
            note,
            owner,
            new Badge(Badge.Kind.NEUTRAL, LeadSource.words(lead.source(), language.texts())),
            since);
    line.getStyleClass().add("line");
    line.setAlignment(Pos.CENTER_LEFT);
    addButtons(line, lead);
    setGraphic(line);
    setAccessibleText(
        language.now(
            lead.nextContactAt() == null ? "lead.row.spoken" : "lead.row.spoken_next",
            shownName(lead),
            shownNumber(lead),
            LeadSource.words(lead.source(), language.texts()),
            formats.moment(lead.createdAt()),
            lead.nextContactAt() == null ? "" : formats.due(lead.nextContactAt())));
  }

  /** When it is due, late ones in red; a click on it changes that while the lead is open. */
  private Button next(Lead lead) {
    Instant at = lead.nextContactAt();
    Button next = new Button();
    next.getStyleClass().addAll("flat", "small", "lead-due");
    next.setFocusTraversable(false);
    next.setMinWidth(NEXT_WIDTH);
    next.setPrefWidth(NEXT_WIDTH);
    next.setText(at == null ? "—" : formats.due(at));
    next.setDisable(!lead.open());
    next.setAccessibleText(
        at == null
            ? language.now("lead.next.title")
            : language.now("lead.next.spoken", formats.due(at)));
    Tooltip tooltip =
        new Tooltip(at == null ? language.now("lead.next.title") : formats.moment(at));
    next.setTooltip(tooltip);
    if (at != null && lead.open() && formats.daysLate(at) > 0) {
      next.setGraphic(Icons.of(Feather.CLOCK, "danger"));
      next.getStyleClass().add("late");
    }
    next.setOnAction(e -> acts.nextContact(lead, next));
    return next;
  }

  private void addButtons(HBox line, Lead lead) {
    if (!lead.numberRaw().isBlank()) {
      Button call = icon(Feather.PHONE, "lead.act.call", acts::call, lead);
      call.setGraphic(Icons.of(Feather.PHONE, "success"));
      line.getChildren().add(call);
    }
    switch (lead.state()) {
      case NEW, CONTACTED -> {
        line.getChildren().add(icon(Feather.USER_CHECK, "lead.act.convert", acts::convert, lead));
        line.getChildren().add(icon(Feather.X, "lead.act.reject", acts::reject, lead));
      }
      case REJECTED -> line.getChildren().add(small("lead.act.reopen", () -> acts.reopen(lead)));
      case CONVERTED -> {
        if (lead.customerId() != null) {
          line.getChildren().add(small("lead.act.open", () -> acts.open(lead)));
        }
      }
    }
  }

  private Button icon(Feather icon, String key, Consumer<Lead> act, Lead lead) {
    Button button = Icons.button(icon, language.text(key), () -> act.accept(lead));
    button.setFocusTraversable(false);
    return button;
  }

  private Button small(String key, Runnable act) {
    Button button = new Button(language.now(key));
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setOnAction(e -> act.run());
    return button;
  }

  private String shownName(Lead lead) {
    String company = lead.company();
    if (!lead.name().isBlank()) {
      return lead.name();
    }
    return company != null ? company : language.now("lead.row.unknown");
  }

  private String shownNumber(Lead lead) {
    return lead.numberRaw().isBlank() ? "" : numbers.shown(numbers.parse(lead.numberToDial()));
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }
}
