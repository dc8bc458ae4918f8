package app.ringbook.lead.view;

import app.ringbook.customer.view.Sheet;
import app.ringbook.settings.LeadSettings;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Chooses the folder from which files become leads, and what these leads get. */
final class FolderSheet extends Sheet {
  FolderSheet(LeadIntakeModel model, FileChoice files, Language language) {
    super(language, "lead.watch.title", "lead.watch.save");
    LeadSettings now = model.folder();
    TextField folder = new TextField(now.folder() == null ? "" : now.folder());
    TextField source = new TextField(now.source());
    TextField owner = new TextField(now.owner());
    folder.setId("lead-folder");
    Button choose = new Button();
    choose.textProperty().bind(language.text("lead.watch.choose"));
    choose.setGraphic(Icons.of(Feather.FOLDER));
    choose.setMinWidth(USE_PREF_SIZE);
    choose.setOnAction(
        e ->
            files
                .folder(language.now("lead.watch.title"))
                .ifPresent(path -> folder.setText(path.toString())));
    Field field = new Field(language.text("lead.watch.folder"), folder);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line = new HBox(8, field, choose);
    line.setAlignment(Pos.BOTTOM_LEFT);
    add(line);
    add(new Field(language.text("lead.field.source"), source));
    add(new Field(language.text("lead.field.owner"), owner));
    Label explained = new Label();
    explained.textProperty().bind(language.text("lead.watch.explained"));
    explained.setWrapText(true);
    explained.getStyleClass().add("secondary");
    add(explained);
    if (now.folder() != null) {
      Button stop = new Button();
      stop.textProperty().bind(language.text("lead.watch.stop"));
      stop.getStyleClass().add("flat");
      stop.setOnAction(
          e -> {
            LeadSettings none = new LeadSettings(null, now.source(), now.owner());
            model.watch(none, this::close, refused -> {});
          });
      addAtLeft(stop);
    }
    startAt(folder);
    onSave(
        () -> {
          if (folder.getText().isBlank()) {
            field.problem(language.now("lead.watch.choose_one"));
            return;
          }
          model.watch(
              new LeadSettings(folder.getText().strip(), source.getText(), owner.getText()),
              this::close,
              refused -> field.problem(refused.sentence(language.texts())));
        });
  }
}
