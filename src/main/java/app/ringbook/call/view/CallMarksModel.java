package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.marks.CallMark;
import app.ringbook.customer.view.Problems;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The marks and comments in the recording that is open: heard from shortly before, written at the
 * place that is played, changed, taken away. Used on the window's thread.
 */
public final class CallMarksModel {
  private final CallsBook book;
  private final Background background;
  private final CallPlayerModel player;
  private final ObservableList<CallMark> marks = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Writing> writing =
      new ReadOnlyObjectWrapper<>(null);
  private OpenCallModel.Changed changed = (key, subject, sequence) -> {};
  private Consumer<ProblemException> failed = problem -> {};
  private @Nullable CallRecord call;

  /**
   * What is being written.
   *
   * @param positionMillis place in the recording
   * @param mark the mark whose words are changed, or null for a new one
   */
  public record Writing(long positionMillis, @Nullable CallMark mark) {}

  /**
   * Shows nothing before {@link #show}.
   *
   * @param player plays the recording in which the marks lie
   */
  public CallMarksModel(CallsBook book, Background background, CallPlayerModel player) {
    this.book = book;
    this.background = background;
    this.player = player;
  }

  /** Tells changes and failures to these. */
  public void tell(OpenCallModel.Changed whenChanged, Consumer<ProblemException> whenFailed) {
    changed = whenChanged;
    failed = whenFailed;
  }

  /** Reads the marks of a call; none for null. What is being written stays for the same call. */
  public void show(@Nullable CallRecord now) {
    CallRecord was = call;
    call = now;
    if (was == null || now == null || was.id() != now.id()) {
      writing.set(null);
      marks.clear();
    }
    if (now != null) {
      background
          .run(progress -> book.marks(now))
          .orElse(this::problem)
          .then(
              read -> {
                if (isOpen(now) && !List.copyOf(marks).equals(read)) {
                  marks.setAll(read);
                }
              });
    }
  }

  private boolean isOpen(CallRecord of) {
    CallRecord now = call;
    return now != null && now.id() == of.id();
  }

  /** Begins a mark at the place that is played; nothing without a recording. */
  public void begin() {
    if (call != null && player.stateProperty().get() == CallPlayerModel.State.READY) {
      writing.set(new Writing(player.positionProperty().get(), null));
    }
  }

  /** Begins to change the words of a mark. */
  public void edit(CallMark mark) {
    writing.set(new Writing(mark.positionMillis(), mark));
  }

  /** Writes nothing. */
  public void cancel() {
    writing.set(null);
  }

  /**
   * Keeps what was written.
   *
   * @param kind what a new mark says; the kind of an old one stays
   * @param text may be empty
   */
  public void save(CallMark.Kind kind, String text) {
    Writing now = writing.get();
    CallRecord of = call;
    if (now == null || of == null) {
      return;
    }
    writing.set(null);
    CallMark old = now.mark();
    String words = text.strip();
    if (old == null) {
      change("call.marks.set", of, () -> book.mark(of, kind, now.positionMillis(), words));
    } else {
      change("call.marks.changed", of, () -> book.noteMark(old, words));
    }
  }

  /** Takes a mark away. */
  public void remove(CallMark mark) {
    CallRecord of = call;
    if (of != null) {
      change("call.marks.removed", of, () -> book.unmark(mark));
    }
  }

  /** Plays from shortly before the mark. */
  public void play(CallMark mark) {
    player.playFrom(mark.playFromMillis());
  }

  private interface Act {
    long run() throws Exception;
  }

  private void change(String key, CallRecord of, Act act) {
    background
        .run(progress -> act.run())
        .orElse(this::problem)
        .then(
            sequence -> {
              changed.told(key, OpenCallModel.subject(of), sequence);
              if (isOpen(of)) {
                show(of);
              }
            });
  }

  private void problem(Throwable failure) {
    failed.accept(Problems.known(failure, "call.page.failed"));
  }

  /** The marks, the earliest place first. */
  public ObservableList<CallMark> marks() {
    return marks;
  }

  /** What is being written, or null. */
  public ReadOnlyObjectProperty<@Nullable Writing> writingProperty() {
    return writing.getReadOnlyProperty();
  }
}
