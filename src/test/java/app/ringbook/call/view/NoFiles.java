package app.ringbook.call.view;

import app.ringbook.ui.FileChoice;
import java.nio.file.Path;
import java.util.Optional;

/** Chooses a file to read at once, and one to write where the test said so. */
final class NoFiles implements FileChoice {
  private final Optional<Path> target;

  NoFiles() {
    this(Optional.empty());
  }

  NoFiles(Optional<Path> target) {
    this.target = target;
  }

  @Override
  public Optional<Path> open(String title, Filter... filters) {
    return Optional.of(Path.of("/elsewhere.wav"));
  }

  @Override
  public Optional<Path> save(String title, String proposedName, Filter... filters) {
    return target;
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.empty();
  }
}
