package app.ringbook.call.view;

import app.ringbook.call.outside.FoundAudio;
import app.ringbook.call.outside.OutsideAudio;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Taking in the recordings of a folder: look first, then take what is wanted. One job at a time,
 * with progress and cancel. Used on the window's thread.
 */
public final class OutsideModel {
  private final OutsideAudio outside;
  private final Background background;
  private final ObservableList<FoundAudio> found = FXCollections.observableArrayList();
  private final ObservableList<FoundAudio> readOnlyFound =
      FXCollections.unmodifiableObservableList(found);
  private final ReadOnlyObjectWrapper<@Nullable Path> folder = new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private Background.@Nullable Job<?> job;

  /** What was done. */
  public record Done(int taken, int failed) {}

  /**
   * @param outside finds and takes in files
   */
  public OutsideModel(OutsideAudio outside, Background background) {
    this.outside = outside;
    this.background = background;
  }

  /** Looks through a folder; what was found before is dropped. */
  public void look(Path chosen, Consumer<Throwable> failed) {
    if (busy.get()) {
      return;
    }
    folder.set(chosen);
    begin(background.run(p -> outside.look(chosen, p)), files -> found.setAll(files), failed);
  }

  /**
   * Takes in every file that can be taken in, one after the other; a file that fails does not stop
   * the others.
   */
  public void take(Consumer<Done> done, Consumer<Throwable> failed) {
    List<FoundAudio> wanted = wanted();
    Path chosen = folder.get();
    if (busy.get() || wanted.isEmpty() || chosen == null) {
      return;
    }
    begin(
        background.run(
            p -> {
              int taken = 0;
              int broken = 0;
              for (FoundAudio file : wanted) {
                p.check();
                p.at(taken + broken, wanted.size());
                try {
                  outside.take(file);
                  taken++;
                } catch (ProblemException e) {
                  broken++;
                }
              }
              return new Done(taken, broken);
            }),
        result -> {
          done.accept(result);
          look(chosen, failed);
        },
        failed);
  }

  /** Files that can be taken in. */
  public List<FoundAudio> wanted() {
    return found.stream().filter(FoundAudio::wanted).toList();
  }

  /** Ends the job that runs; what was taken in stays. */
  public void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  private <T> void begin(Background.Job<T> running, Consumer<T> then, Consumer<Throwable> failed) {
    job = running;
    busy.set(true);
    progress.set(-1);
    running
        .onProgress((done, total) -> progress.set(total <= 0 ? -1 : (double) done / total))
        .ifCancelled(() -> busy.set(false))
        .orElse(
            failure -> {
              busy.set(false);
              failed.accept(failure);
            })
        .then(
            result -> {
              busy.set(false);
              then.accept(result);
            });
  }

  /** What was found, in the order of the names. */
  public ObservableList<FoundAudio> found() {
    return readOnlyFound;
  }

  /** The folder that was looked through, or null. */
  public ReadOnlyObjectProperty<@Nullable Path> folderProperty() {
    return folder.getReadOnlyProperty();
  }

  /** True while a job runs. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** How far it is, 0 to 1, or -1 while that is not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }
}
