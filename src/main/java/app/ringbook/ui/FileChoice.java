package app.ringbook.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the user for a file or folder. Called on the window's thread; empty when cancelled. */
public interface FileChoice {
  /**
   * A file to read.
   *
   * @param title in the present language
   * @param filters offered kinds, the first is chosen
   */
  Optional<Path> open(String title, Filter... filters);

  /** A file to write; asks before one is replaced. */
  Optional<Path> save(String title, String proposedName, Filter... filters);

  /** A folder. */
  Optional<Path> folder(String title);

  /**
   * A kind of file.
   *
   * @param name in the present language
   * @param patterns such as {@code *.xlsx}
   */
  record Filter(String name, List<String> patterns) {}

  /** The system's own dialogs, over the window the supplier gives. */
  static FileChoice system(Supplier<Window> owner) {
    return new FileChoice() {
      @Override
      public Optional<Path> open(String title, Filter... filters) {
        return path(chooser(title, filters).showOpenDialog(owner.get()));
      }

      @Override
      public Optional<Path> save(String title, String proposedName, Filter... filters) {
        FileChooser chooser = chooser(title, filters);
        chooser.setInitialFileName(proposedName);
        return path(chooser.showSaveDialog(owner.get()));
      }

      @Override
      public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return path(chooser.showDialog(owner.get()));
      }

      private FileChooser chooser(String title, Filter... filters) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        for (Filter filter : filters) {
          chooser
              .getExtensionFilters()
              .add(new FileChooser.ExtensionFilter(filter.name(), filter.patterns()));
        }
        return chooser;
      }

      private Optional<Path> path(java.io.@org.jspecify.annotations.Nullable File file) {
        return Optional.ofNullable(file).map(java.io.File::toPath);
      }
    };
  }
}
