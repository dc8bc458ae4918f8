package app.ringbook.customer.view.profile;

import app.ringbook.customer.files.KeptFile;
import app.ringbook.customer.view.Parts;
import app.ringbook.ui.Icons;
import app.ringbook.ui.controls.LinkButton;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The customer's files: added by dropping or choosing, opened by a click. */
final class FilesPanel extends Section {
  private final FieldEditor.Kit kit;
  private final Consumer<Path> opener;

  /**
   * @param opener shows a file in the program the system has for it
   */
  FilesPanel(FieldEditor.Kit kit, ProfileModel model, Consumer<Path> opener) {
    super(Place.SIDE, kit.around(), kit.book(), model, "files");
    this.kit = kit;
    this.opener = opener;
    box().setOnDragOver(this::over);
    box().setOnDragExited(e -> box().getStyleClass().remove("drop-target"));
    box().setOnDragDropped(this::dropped);
  }

  @Override
  protected void fill(VBox into, ProfileBook.Known known) {
    Label count =
        Parts.value(
            known.files().isEmpty() ? "" : around.formats().count(known.files().size()),
            "secondary");
    Button add = button(Feather.PLUS, text("customer.files.add"), this::choose);
    add.setId("file-add");
    HBox head = head(text("customer.files.title"), add);
    head.getChildren().add(1, count);
    into.getChildren().setAll(head);
    known.files().forEach(file -> into.getChildren().add(line(file)));
    if (known.files().isEmpty()) {
      Label nothing = Parts.label(text("customer.files.none"), "secondary");
      nothing.setWrapText(true);
      into.getChildren().add(nothing);
    }
  }

  private Node line(KeptFile file) {
    LinkButton name = link(file.name(), () -> open(file));
    name.setGraphic(Icons.of(Feather.FILE_TEXT));
    name.setMinWidth(0);
    name.setTooltip(
        new Tooltip(
            around
                .language()
                .now(
                    "customer.files.tooltip",
                    file.name(),
                    around.formats().bytes(file.bytes()),
                    file.author())));
    HBox space = new HBox(name);
    HBox.setHgrow(space, Priority.ALWAYS);
    space.setMinWidth(0);
    Label day = Parts.value(around.formats().day(file.addedAt()), "secondary");
    day.setMinWidth(Region.USE_PREF_SIZE);
    Button remove =
        button(
            Feather.X,
            text("customer.files.remove", file.name()),
            () ->
                around
                    .changes()
                    .make(() -> book.removeFile(file), "customer.toast.file_removed", file.name()));
    remove.getStyleClass().add("flat");
    HBox line = new HBox(8, space, day, remove);
    line.getStyleClass().add("file");
    return line;
  }

  private void choose() {
    kit.files().open(around.language().now("customer.files.choose_title")).ifPresent(this::add);
  }

  private void add(Path source) {
    ProfileBook.Known known = known();
    if (known != null) {
      long id = known.record().customer().id();
      around
          .changes()
          .make(
              () -> book.addFile(id, source),
              "customer.toast.file",
              String.valueOf(source.getFileName()));
    }
  }

  private void open(KeptFile file) {
    around
        .background()
        .run(progress -> book.toOpen(file))
        .orElse(around.changes()::report)
        .then(opener);
  }

  private void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      if (!box().getStyleClass().contains("drop-target")) {
        box().getStyleClass().add("drop-target");
      }
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    box().getStyleClass().remove("drop-target");
    if (event.getDragboard().hasFiles()) {
      event.getDragboard().getFiles().stream().map(File::toPath).forEach(this::add);
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
