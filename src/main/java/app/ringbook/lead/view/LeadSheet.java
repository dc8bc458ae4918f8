package app.ringbook.lead.view;

import app.ringbook.customer.view.Sheet;
import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadEntry;
import app.ringbook.lead.LeadSource;
import app.ringbook.lead.NewLead;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a lead, to be written down or changed, with what happened to it; a name or a
 * number is enough. A lead that became a customer is only shown.
 */
final class LeadSheet extends Sheet {
  private static final double HISTORY = 132;
  private final LeadsModel model;
  private final Language language;
  private final Formats formats;
  private final TextField name = new TextField();
  private final TextField company = new TextField();
  private final TextField job = new TextField();
  private final TextField number = new TextField();
  private final TextField email = new TextField();
  private final ComboBox<String> source = new ComboBox<>();
  private final ComboBox<String> owner = new ComboBox<>();
  private final TextArea note = new TextArea();
  private final CheckBox doNotCall = new CheckBox();
  private final ObjectProperty<@Nullable Instant> nextContact = new SimpleObjectProperty<>();
  private final VBox history = new VBox(4);

  /**
   * @param lead the lead to be changed, or null for a new one
   */
  LeadSheet(
      @Nullable Lead lead,
      LeadsModel model,
      LeadNext next,
      PhoneNumbers numbers,
      Language language,
      Formats formats) {
    super(language, lead == null ? "lead.new.title" : "lead.edit.title", "lead.new.save");
    this.model = model;
    this.language = language;
    this.formats = formats;
    note.setPrefRowCount(3);
    note.setWrapText(true);
    source.setEditable(true);
    owner.setEditable(true);
    source.setMaxWidth(Double.MAX_VALUE);
    owner.setMaxWidth(Double.MAX_VALUE);
    doNotCall.textProperty().bind(language.text("lead.field.do_not_call"));
    add(pair(field("lead.field.name", name), field("lead.field.company", company)));
    add(pair(field("lead.field.number", number), field("lead.field.email", email)));
    add(pair(field("lead.field.job", job), field("lead.field.owner", owner)));
    add(field("lead.field.source", source));
    add(field("lead.next.title", next.picker(nextContact)));
    add(field("lead.field.note", note));
    add(doNotCall);
    fillChoices();
    if (lead != null) {
      fill(lead);
      add(happened());
      model.history(lead, this::fillHistory);
      if (lead.state() == Lead.State.CONVERTED) {
        saveButton().setDisable(true);
        problem(language.now("lead.problem.converted"));
      }
    }
    startAt(name);
    onSave(() -> save(lead, numbers));
  }

  private Field field(String key, Node control) {
    return new Field(language.text(key), control);
  }

  private static HBox pair(Field one, Field other) {
    HBox pair = new HBox(12, one, other);
    for (Field field : List.of(one, other)) {
      HBox.setHgrow(field, Priority.ALWAYS);
      field.setPrefWidth(100);
      field.setMaxWidth(Double.MAX_VALUE);
    }
    return pair;
  }

  private void fillChoices() {
    List<String> sources = new ArrayList<>();
    model
        .sourcesProperty()
        .get()
        .keySet()
        .forEach(one -> sources.add(LeadSource.words(one, language.texts())));
    source.getItems().setAll(sources);
    owner.getItems().setAll(model.owners());
  }

  private void fill(Lead lead) {
    name.setText(lead.name());
    company.setText(words(lead.company()));
    job.setText(words(lead.job()));
    number.setText(lead.numberRaw());
    email.setText(words(lead.email()));
    source.getEditor().setText(LeadSource.words(lead.source(), language.texts()));
    owner.getEditor().setText(words(lead.owner()));
    note.setText(words(lead.note()));
    doNotCall.setSelected(lead.doNotCall());
    nextContact.set(lead.nextContactAt());
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void save(@Nullable Lead lead, PhoneNumbers numbers) {
    NewLead now =
        new NewLead(
            name.getText(),
            company.getText(),
            job.getText(),
            number.getText().isBlank() ? null : numbers.parse(number.getText()),
            email.getText(),
            source(lead),
            owner.getEditor().getText(),
            note.getText(),
            doNotCall.isSelected(),
            nextContact.get());
    saveButton().setDisable(true);
    model.save(
        lead,
        now,
        this::close,
        refused -> {
          saveButton().setDisable(false);
          problem(refused.sentence(language.texts()));
        });
  }

  /** The program's own sources are kept by their names, whatever language they were shown in. */
  private String source(@Nullable Lead lead) {
    String typed = source.getEditor().getText().strip();
    String before = lead == null ? LeadSource.FORM.name() : lead.source();
    if (typed.isEmpty() || typed.equals(LeadSource.words(before, language.texts()))) {
      return before;
    }
    for (LeadSource one : LeadSource.values()) {
      if (typed.equals(LeadSource.words(one.name(), language.texts()))) {
        return one.name();
      }
    }
    return typed;
  }

  private VBox happened() {
    Label title = new Label();
    title.textProperty().bind(language.text("lead.history.title"));
    title.getStyleClass().add("secondary");
    ScrollPane scroll = new ScrollPane(history);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPrefHeight(HISTORY);
    scroll.setMaxHeight(HISTORY);
    scroll.getStyleClass().add("lead-history");
    return new VBox(4, title, scroll);
  }

  private void fillHistory(List<LeadEntry> entries) {
    history.getChildren().clear();
    for (LeadEntry entry : entries) {
      history.getChildren().add(line(entry));
    }
  }

  private HBox line(LeadEntry entry) {
    String detail = entry.detail();
    String shown =
        detail == null
            ? ""
            : switch (entry.kind()) {
              case KEPT, COMPLETED -> LeadSource.words(detail, language.texts());
              case NEXT_CONTACT -> formats.moment(Instant.parse(detail));
              default -> detail;
            };
    Label what =
        new Label(
            shown.isEmpty()
                ? language.now(entry.kind().key())
                : language.now("lead.history.line", language.now(entry.kind().key()), shown));
    what.setWrapText(true);
    what.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(what, Priority.ALWAYS);
    Label when =
        new Label(language.now("lead.history.when", entry.author(), formats.moment(entry.at())));
    when.getStyleClass().addAll("secondary", "muted");
    when.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(12, what, when);
    line.setAlignment(Pos.TOP_LEFT);
    return line;
  }
}
