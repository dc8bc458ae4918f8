package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Avatar;
import app.ringbook.ui.controls.TierBadge;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** “Row n becomes”: the customer that one row makes, as a small card. */
final class RowPreview extends HBox {
  private final ImportModel model;
  private final Language language;
  private final Label title = new Label();
  private final Label place = new Label();
  private final HBox card = new HBox();

  RowPreview(ImportModel model, Language language) {
    this.model = model;
    this.language = language;
    getStyleClass().add("row-preview");
    title.getStyleClass().add("strong");
    HBox turn =
        new HBox(
            Icons.button(
                Feather.CHEVRON_LEFT,
                language.text("spreadsheet.preview.before"),
                () -> model.trial().previewBy(-1)),
            place,
            Icons.button(
                Feather.CHEVRON_RIGHT,
                language.text("spreadsheet.preview.next"),
                () -> model.trial().previewBy(1)));
    turn.getStyleClass().add("turn");
    VBox left = new VBox(title, turn);
    left.setMinWidth(USE_PREF_SIZE);
    card.getStyleClass().addAll("rb-card", "preview-card");
    HBox.setHgrow(card, Priority.ALWAYS);
    getChildren().addAll(left, card);
    model.trial().previewProperty().addListener((o, before, now) -> show(now));
    show(model.trial().previewProperty().get());
  }

  private void show(@Nullable RowDraft draft) {
    card.getChildren().clear();
    if (draft == null) {
      title.setText(language.now("spreadsheet.preview.none"));
      place.setText("");
      return;
    }
    title.setText(language.now("spreadsheet.preview.title", draft.number()));
    place.setText(
        language.now("spreadsheet.preview.place", model.trial().previewPlace(), model.rowCount()));
    RowDraft.Refusal refusal = draft.refusal();
    if (refusal != null) {
      Label reason =
          new Label(
              language.now(refusal.kind().reasonKey(), refusal.column(), refusal.limit()),
              Icons.of(Feather.ALERT_CIRCLE, "danger"));
      card.getChildren().add(reason);
      return;
    }
    Label name = new Label(draft.name());
    name.getStyleClass().add("strong");
    Label person = new Label(String.join(", ", reached(draft)));
    person.getStyleClass().add("muted");
    HBox first = new HBox(name, new TierBadge(draft.text("tier")), person);
    first.getStyleClass().add("preview-line");
    Label facts = new Label(String.join(" · ", facts(draft)));
    facts.getStyleClass().add("muted");
    VBox body = new VBox(first, facts);
    HBox.setHgrow(body, Priority.ALWAYS);
    card.getChildren().addAll(Avatar.company(draft.name(), 32), body);
  }

  private static List<String> reached(RowDraft draft) {
    List<String> parts = new ArrayList<>();
    RowDraft.Person person = draft.person();
    if (person != null) {
      parts.add(person.name());
    }
    draft.phones().stream()
        .limit(2)
        .map(p -> p.number().e164() == null ? p.number().raw() : String.valueOf(p.number().e164()))
        .forEach(parts::add);
    return parts;
  }

  private List<String> facts(RowDraft draft) {
    List<String> parts = new ArrayList<>();
    draft
        .texts()
        .forEach(
            (field, text) -> {
              if (parts.size() < 4 && !field.key().equals("tier")) {
                String plain = text.replaceAll("\\s+", " ");
                parts.add(
                    language.now(
                        "spreadsheet.preview.fact",
                        field.label(language.texts()),
                        plain.length() > 40 ? plain.substring(0, 40) + "…" : plain));
              }
            });
    if (draft.problems().stream().anyMatch(p -> p.kind() == ProblemKind.PHONE_DOUBTFUL)) {
      parts.add(language.now("spreadsheet.problems.phoneDoubtful"));
    }
    return parts;
  }
}
