package app.ringbook.lead.view;

import app.ringbook.call.view.HitRow;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.customer.catalogue.Completeness;
import app.ringbook.customer.twins.Twin;
import app.ringbook.customer.twins.TwinsFoundException;
import app.ringbook.customer.view.Parts;
import app.ringbook.customer.view.Sheet;
import app.ringbook.customer.view.TwinWords;
import app.ringbook.lead.Lead;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import app.ringbook.ui.controls.Segments;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks whose a lead becomes: a new customer under these names, or a customer there is. */
final class ConvertSheet extends Sheet {
  private static final int MOST = 5;
  private final Lead lead;
  private final LeadsModel model;
  private final LeadLookup lookup;
  private final Background background;
  private final Language language;
  private final TextField person;
  private final TextField company;
  private final TextField search = new TextField();
  private final VBox hits = new VBox(2);
  private final VBox form = new VBox(12);
  private final TextField reason = new TextField();
  private final VBox twins = new VBox(8);
  private final Label missing = new Label();
  private final Formats formats;
  private boolean existing;

  ConvertSheet(
      Lead lead,
      LeadsModel model,
      LeadLookup lookup,
      Background background,
      Language language,
      Formats formats) {
    super(language, "lead.convert.title", "lead.act.convert");
    this.formats = formats;
    reason.setId("convert-reason");
    twins.getStyleClass().add("twins");
    Parts.present(twins, false);
    missing.setId("convert-missing");
    missing.setWrapText(true);
    missing.getStyleClass().add("secondary");
    this.lead = lead;
    this.model = model;
    this.lookup = lookup;
    this.background = background;
    this.language = language;
    person = new TextField(lead.name());
    company = new TextField(lead.company() == null ? "" : lead.company());
    person.textProperty().addListener((o, was, now) -> tellMissing());
    company.textProperty().addListener((o, was, now) -> tellMissing());
    Segments<Boolean> kinds = new Segments<>();
    kinds.add(false, language.text("lead.convert.new"));
    kinds.add(true, language.text("lead.convert.existing"));
    kinds.valueProperty().addListener((o, was, now) -> show(Boolean.TRUE.equals(now)));
    hits.getStyleClass().add("rows");
    search.promptTextProperty().bind(language.text("lead.convert.search"));
    search.accessibleTextProperty().bind(language.text("lead.convert.search"));
    search.textProperty().addListener((o, was, now) -> find(now.strip()));
    add(kinds);
    add(form);
    Label explained = new Label();
    explained.textProperty().bind(language.text("lead.convert.explained"));
    explained.setWrapText(true);
    explained.getStyleClass().add("secondary");
    add(explained);
    startAt(person);
    onSave(this::save);
    show(false);
    likely(kinds);
  }

  private void show(boolean wantsExisting) {
    existing = wantsExisting;
    problem("");
    if (existing) {
      form.getChildren().setAll(search, hits);
      find(search.getText().strip());
    } else {
      form.getChildren()
          .setAll(
              new Field(language.text("lead.field.name"), person),
              new Field(language.text("lead.field.company"), company),
              twins,
              missing);
      tellMissing();
    }
  }

  private void save() {
    if (existing) {
      problem(language.now("lead.convert.pick"));
    } else if (person.getText().isBlank() && company.getText().isBlank()) {
      problem(language.now("lead.problem.name"));
    } else {
      String why = reason.getText().strip();
      model.convert(
          lead,
          person.getText(),
          company.getText(),
          why.isEmpty() ? null : why,
          this::close,
          this::refused);
    }
  }

  /** Names the twins, each with owner and last contact, and asks why this is another one. */
  private void refused(ProblemException failure) {
    problem(failure.sentence(language.texts()));
    if (failure instanceof TwinsFoundException found) {
      twins.getChildren().clear();
      for (Twin twin : found.twins().stream().limit(MOST).toList()) {
        Label line = new Label(TwinWords.named(twin, language.texts(), formats));
        line.setWrapText(true);
        twins.getChildren().add(line);
      }
      twins.getChildren().add(new Field(language.text("customer.new.reason"), reason));
      Parts.present(twins, !existing);
      reason.requestFocus();
    }
  }

  /** What will not be known of the customer when it is made. */
  private void tellMissing() {
    Completeness complete = model.completeness(lead, person.getText(), company.getText());
    missing.setText(
        language.now(
            "lead.convert.missing",
            complete.percent(),
            complete.missing().stream()
                .map(language::now)
                .collect(Collectors.joining(language.now("lead.convert.between")))));
  }

  /** Where a customer has the number already, that one is offered first. */
  private void likely(Segments<Boolean> kinds) {
    background
        .run(progress -> lookup.likely(lead))
        .orElse(e -> {})
        .then(
            found -> {
              if (!found.isEmpty()) {
                kinds.valueProperty().set(true);
                showLikely(found);
              }
            });
  }

  private void find(String text) {
    if (text.isEmpty()) {
      background.run(progress -> lookup.likely(lead)).orElse(e -> {}).then(this::showLikely);
      return;
    }
    background
        .run(progress -> lookup.find(text))
        .orElse(e -> problem(language.now("lead.problem.failed")))
        .then(found -> showHits(text, found));
  }

  private void showLikely(List<Match.Candidate> found) {
    if (search.getText().isBlank()) {
      hits.getChildren()
          .setAll(
              found.stream()
                  .limit(MOST)
                  .map(
                      one ->
                          HitRow.of(one, language, () -> link(one.customerId(), one.contactId())))
                  .toList());
    }
  }

  private void showHits(String text, List<CustomerSearch.Hit> found) {
    if (!text.equals(search.getText().strip())) {
      return;
    }
    hits.getChildren()
        .setAll(
            found.stream()
                .limit(MOST)
                .map(
                    hit ->
                        HitRow.of(
                            hit,
                            () ->
                                link(
                                    hit.customerId(),
                                    hit.kind() == CustomerSearch.Kind.CONTACT ? hit.id() : null)))
                .toList());
    if (found.isEmpty()) {
      Label nothing = new Label(language.now("lead.convert.nothing"));
      nothing.getStyleClass().add("secondary");
      hits.getChildren().setAll(nothing);
    }
  }

  private void link(long customerId, @org.jspecify.annotations.Nullable Long contactId) {
    model.link(lead, customerId, contactId);
    close();
  }
}
