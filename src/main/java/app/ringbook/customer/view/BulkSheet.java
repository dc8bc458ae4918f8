package app.ringbook.customer.view;

import app.ringbook.customer.bulk.BulkChange;
import app.ringbook.customer.bulk.BulkEdits;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Asks what becomes of many customers, and shows on the first ones what that means. */
final class BulkSheet extends Sheet {
  private static final Duration PAUSE = Duration.millis(250);

  /** What is done. */
  enum Kind {
    /** They get another owner. */
    ASSIGN,
    /** They get tags. */
    TAG,
    /** They lose tags. */
    UNTAG,
    /** They get a next contact. */
    NEXT_CONTACT,
    /** A field gets a value. */
    EDIT,
    /** They are deleted. */
    DELETE
  }

  /** Carries the change out. */
  interface Run {
    /** The subject says in the user's words what is done. */
    void run(long[] ids, BulkChange change, String subject);
  }

  private final Surroundings around;
  private final ListFields fields;
  private final Kind kind;
  private final long[] ids;
  private final TextField value = new TextField();
  private final ComboBox<String> field = new ComboBox<>();
  private final VBox words = new VBox();
  private final VBox preview = new VBox();
  private final PauseTransition later = new PauseTransition(PAUSE);
  private final NewestOnly looking;

  BulkSheet(Surroundings around, ListFields fields, Kind kind, long[] ids, Run run) {
    super(
        around.language(),
        "customer.bulk.title." + kind.name().toLowerCase(Locale.ROOT),
        "customer.bulk.save." + kind.name().toLowerCase(Locale.ROOT));
    this.around = around;
    this.fields = fields;
    this.kind = kind;
    this.ids = ids.clone();
    this.looking = new NewestOnly(around.background());
    Language language = around.language();
    if (kind == Kind.EDIT) {
      fillFields();
      add(new Field(language.text("customer.builder.field"), field));
    }
    if (kind != Kind.DELETE) {
      value.setId("bulk-value");
      add(
          new Field(
              language.text("customer.bulk.value." + kind.name().toLowerCase(Locale.ROOT)), value));
      add(words);
      startAt(value);
    }
    preview.getStyleClass().add("bulk-preview");
    preview.setId("bulk-preview");
    add(preview);
    later.setOnFinished(e -> look());
    value.textProperty().addListener((at, was, is) -> changed());
    field.setOnAction(
        e -> {
          showWords();
          changed();
        });
    showWords();
    onSave(
        () -> {
          read()
              .ifPresent(
                  change -> {
                    looking.forget();
                    close();
                    run.run(this.ids, change, subject());
                  });
        });
    if (kind == Kind.DELETE || kind == Kind.NEXT_CONTACT || kind == Kind.EDIT) {
      look();
    }
    saveButton().setDisable(unfinished());
  }

  private void fillFields() {
    field.setItems(
        FXCollections.observableArrayList(fields.bulk().stream().map(f -> f.key()).toList()));
    field.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String key) {
            return key == null ? "" : fields.label(key);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    field.setValue("industry");
  }

  private String fieldKey() {
    return switch (kind) {
      case ASSIGN -> "owner";
      case NEXT_CONTACT -> "nextContact";
      case EDIT -> field.getValue();
      case TAG, UNTAG, DELETE -> "tags";
    };
  }

  private CellTyping typing() {
    return new CellTyping(around, fields, fields.byKey(fieldKey()).orElseThrow());
  }

  /** The words of the field, to be chosen with a click. */
  private void showWords() {
    CellTyping typing = typing();
    List<String> all = kind == Kind.EDIT ? typing.choices("") : List.of();
    words.getChildren().clear();
    if (!all.isEmpty()) {
      words
          .getChildren()
          .add(new WordList(all, word -> value.setText(typing.with(value.getText(), word))));
    }
    Parts.present(words, !all.isEmpty());
  }

  private boolean unfinished() {
    return (kind == Kind.TAG || kind == Kind.UNTAG) && tags().isEmpty();
  }

  private void changed() {
    problem("");
    saveButton().setDisable(unfinished());
    later.playFromStart();
  }

  private List<String> tags() {
    return ConditionForm.parts(value.getText());
  }

  private Optional<BulkChange> read() {
    try {
      return unfinished() ? Optional.empty() : Optional.of(change());
    } catch (ProblemException e) {
      problem(e.sentence(around.language().texts()));
      return Optional.empty();
    }
  }

  private BulkChange change() {
    String text = value.getText().strip();
    return switch (kind) {
      case TAG -> new BulkChange.Tag(tags());
      case UNTAG -> new BulkChange.Untag(tags());
      case ASSIGN, EDIT -> {
        CellTyping typing = typing();
        WhenModel when = typing.when();
        if (when != null) {
          when.text().set(text);
        }
        yield BulkActions.edited(
            fields.byKey(fieldKey()).orElseThrow(), typing.value(value.getText()));
      }
      case DELETE -> new BulkChange.Delete();
      case NEXT_CONTACT -> {
        WhenModel when = new WhenModel(around.words()::read);
        when.text().set(text);
        yield new BulkChange.NextContact(when.value());
      }
    };
  }

  private String subject() {
    Language language = around.language();
    String text = value.getText().strip();
    String key = "customer.bulk.subject." + kind.name().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case EDIT -> language.now(key, fields.label(field.getValue()), text);
      case NEXT_CONTACT -> language.now(key, shownMoment(change()));
      default -> language.now(key, text);
    };
  }

  private String shownMoment(BulkChange change) {
    Instant at = change instanceof BulkChange.NextContact next ? next.at() : null;
    return at == null
        ? around.language().now("customer.edit.nothing")
        : around.formats().moment(at);
  }

  /** Shows what the change would do. */
  private void look() {
    Optional<BulkChange> change = read();
    if (change.isEmpty()) {
      preview.getChildren().clear();
      return;
    }
    preview
        .getChildren()
        .setAll(new Label(around.language().now("customer.bulk.looking", ids.length)));
    looking.ask(
        progress -> around.book().bulkPreview(ids, change.get(), progress),
        this::show,
        problem -> problem(Problems.sentence(problem, around.language().texts())));
  }

  private void show(BulkEdits.Preview found) {
    Language language = around.language();
    preview.getChildren().clear();
    Label counts = new Label(language.now("customer.bulk.preview", found.changed(), found.same()));
    counts.setId("bulk-counts");
    counts.getStyleClass().add("strong");
    counts.setWrapText(true);
    preview.getChildren().add(counts);
    for (BulkEdits.Example example : found.examples()) {
      Label line = new Label(line(example));
      line.getStyleClass().add("muted");
      line.setWrapText(true);
      preview.getChildren().add(line);
    }
    saveButton().setDisable(found.changed() == 0);
  }

  private String line(BulkEdits.Example example) {
    return kind == Kind.DELETE
        ? example.before().name()
        : around
            .language()
            .now(
                "customer.bulk.example",
                example.before().name(),
                shown(example.before()),
                shown(example.after()));
  }

  private String shown(CustomerRecord record) {
    String present = fields.byKey(fieldKey()).map(f -> fields.shown(f, f.value(record))).orElse("");
    return present.isEmpty() ? around.language().now("customer.edit.nothing") : present;
  }
}
