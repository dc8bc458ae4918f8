package app.ringbook.call.view;

import app.ringbook.call.marks.CallMark;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Badge;
import app.ringbook.ui.controls.KeyCap;
import app.ringbook.ui.controls.LinkButton;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The marks and comments under the player: the place, which plays from shortly before it; the kind
 * and the words; of a comment who wrote it and when.
 */
final class MarksBox extends VBox {
  private final CallMarksModel model;
  private final Language language;
  private final Formats formats;

  MarksBox(CallMarksModel model, Language language, Formats formats) {
    this.model = model;
    this.language = language;
    this.formats = formats;
    getStyleClass().addAll("section", "marks");
    model.marks().addListener((ListChangeListener<CallMark>) change -> fill());
    model.writingProperty().addListener((o, was, now) -> fill());
    language.follow(this, this::fill);
    fill();
  }

  private void fill() {
    Label title = new Label();
    title.textProperty().bind(language.text("call.marks.title"));
    title.getStyleClass().add("strong");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, space, new KeyCap("M"));
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(head);
    CallMarksModel.Writing writing = model.writingProperty().get();
    CallMark edited = writing == null ? null : writing.mark();
    for (CallMark mark : model.marks()) {
      getChildren()
          .add(
              writing != null && edited != null && edited.id() == mark.id()
                  ? writer(writing)
                  : row(mark));
    }
    if (writing != null && edited == null) {
      getChildren().add(writer(writing));
    } else if (model.marks().isEmpty()) {
      Label none = new Label(language.now("call.marks.none"));
      none.getStyleClass().add("secondary");
      none.setWrapText(true);
      getChildren().add(none);
    }
  }

  private MarkWriter writer(CallMarksModel.Writing writing) {
    MarkWriter writer = new MarkWriter(model, writing, language, formats);
    Fx.later(writer::focusWords);
    return writer;
  }

  private Node row(CallMark mark) {
    LinkButton at =
        new LinkButton(
            new SimpleStringProperty(formats.clock(mark.positionMillis())), () -> model.play(mark));
    at.getStyleClass().add("mark-place-text");
    at.setAccessibleText(
        language.now("call.marks.play", formats.clock(mark.positionMillis()), said(mark)));
    Label words = new Label(said(mark));
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    VBox text = new VBox(words);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    if (mark.kind() == CallMark.Kind.COMMENT) {
      Label who =
          new Label(language.now("call.marks.by", mark.author(), formats.moment(mark.createdAt())));
      who.getStyleClass().add("secondary");
      text.getChildren().add(who);
    }
    HBox row = new HBox(at, text);
    if (mark.note() != null && isTyped(mark.kind())) {
      row.getChildren()
          .add(new Badge(Badge.Kind.NEUTRAL, language.now(MarkWriter.keyOf(mark.kind()))));
    }
    row.getChildren()
        .addAll(
            small(Feather.EDIT_2, "call.marks.edit", () -> model.edit(mark)),
            small(Feather.X, "call.marks.remove", () -> model.remove(mark)));
    row.getStyleClass().add("mark-row");
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private Node small(Feather icon, String key, Runnable act) {
    var button = Icons.button(icon, language.text(key), act);
    button.getStyleClass().addAll("small", "on-hover");
    return button;
  }

  /** The words, or of a mark without any what kind it is. */
  private String said(CallMark mark) {
    String note = mark.note();
    return note == null ? language.now(MarkWriter.keyOf(mark.kind())) : note;
  }

  private static boolean isTyped(CallMark.Kind kind) {
    return kind != CallMark.Kind.COMMENT && kind != CallMark.Kind.NOTE;
  }
}
