package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.share.RecordingCopies;
import app.ringbook.customer.view.Problems;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The call that is open beside the list: its recording, its note, whose it is. Every change is
 * reported with the journal entry by which it can be undone. Used on the window's thread.
 */
public final class OpenCallModel {
  private final CallsBook book;
  private final Background background;
  private final CallPlayerModel player;
  private final CallMarksModel marks;
  private final CallCareModel care;
  private final LinkingModel linking;
  private final Supplier<List<String>> results;
  private final ReadOnlyObjectProperty<@Nullable CallRecord> call;
  private final StringProperty note = new SimpleStringProperty("");
  private final BooleanProperty fromDraft = new SimpleBooleanProperty();
  private final ObservableList<CallRecord> history = FXCollections.observableArrayList();
  private Changed changed = (key, subject, sequence) -> {};
  private Consumer<ProblemException> failed = problem -> {};

  /** Hears of changes made here. */
  @FunctionalInterface
  public interface Changed {
    /**
     * A change is durable.
     *
     * @param key text key of the sentence that says so
     * @param subject who or what it was done to
     * @param sequence journal entry by which it can be undone
     */
    void told(String key, String subject, long sequence);
  }

  /**
   * Shows the call of {@code list}.
   *
   * @param results what a call may come to, in the order of the keys 1 to 9; asked at each use
   */
  public OpenCallModel(
      CallsModel list, CallsBook book, Supplier<List<String>> results, Background background) {
    this.book = book;
    this.results = results;
    this.background = background;
    this.player = new CallPlayerModel(background);
    this.marks = new CallMarksModel(book, background, player);
    this.care = new CallCareModel(book, background);
    this.call = list.openProperty();
    this.linking = new LinkingModel(book, background, call, this::problem, this::link);
    call.addListener((o, was, now) -> changedTo(was, now));
  }

  /** Tells changes and failures to these. */
  public void tell(Changed whenChanged, Consumer<ProblemException> whenFailed) {
    changed = whenChanged;
    failed = whenFailed;
    marks.tell(whenChanged, whenFailed);
    care.tell(whenChanged, whenFailed);
  }

  private void changedTo(@Nullable CallRecord was, @Nullable CallRecord now) {
    marks.show(now);
    care.show(now);
    readHistory(now);
    if (now == null) {
      player.clear();
      note.set("");
      linking.askingProperty().set(false);
      return;
    }
    if (was == null || was.id() != now.id()) {
      linking.askingProperty().set(false);
      readNote(now);
      reload();
      return;
    }
    if (!Objects.equals(was.note(), now.note())) {
      readNote(now);
    }
    if (!Objects.equals(was.recordingFile(), now.recordingFile())) {
      reload();
    }
  }

  private void readNote(CallRecord of) {
    String saved = of.note();
    note.set(saved == null ? "" : saved);
    fromDraft.set(false);
    if (saved == null) {
      background
          .run(progress -> book.draft(of))
          .then(
              draft -> {
                if (!draft.isBlank() && isOpen(of) && note.get().isEmpty()) {
                  note.set(draft);
                  fromDraft.set(true);
                }
              });
    }
  }

  private boolean isOpen(CallRecord of) {
    CallRecord now = call.get();
    return now != null && now.id() == of.id();
  }

  /** Opens the recording again, for example after its file was put back. */
  public void reload() {
    CallRecord now = call.get();
    if (now == null || now.recordingFile() == null) {
      player.clear();
    } else {
      player.load(() -> book.open(now));
    }
  }

  /** Saves the note if it changed. */
  public void saveNote() {
    CallRecord now = call.get();
    if (now == null) {
      return;
    }
    String saved = now.note() == null ? "" : now.note();
    String typed = note.get().strip();
    if (!typed.equals(saved)) {
      fromDraft.set(false);
      change("call.page.noted", now, () -> book.note(now, typed));
    }
  }

  /** The call was looked at; a missed one needs a reason, see {@link #settle(String)}. */
  public void settle() {
    CallRecord now = call.get();
    if (now != null && now.toReview()) {
      change("call.page.settled", now, () -> book.settle(now));
    }
  }

  /** The missed call needs no call-back, for this reason. */
  public void settle(String reason) {
    CallRecord now = call.get();
    if (now != null && now.missed() && !now.handled()) {
      change("call.page.settled", now, () -> book.handle(now, reason));
    }
  }

  /** What a call may come to, in the order of the keys 1 to 9. */
  public List<String> results() {
    return results.get();
  }

  /** Says by a key from 1 on what a call came to of which nobody said so yet. */
  public void resultByKey(int key) {
    CallRecord now = call.get();
    List<String> known = results.get();
    if (now != null
        && now.result() == null
        && ResultBox.wanted(now)
        && key >= 1
        && key <= known.size()) {
      result(known.get(key - 1));
    }
  }

  /** Says what the call came to; null takes it back. */
  public void result(@Nullable String result) {
    CallRecord now = call.get();
    if (now != null && !Objects.equals(now.result(), result)) {
      change("call.page.resulted", now, () -> book.result(now, result));
    }
  }

  /** Writes the recording to a file for others. */
  public void share(Path target, RecordingCopies.Format format) {
    CallRecord now = call.get();
    if (now != null) {
      background
          .run(progress -> book.share(now, target, format))
          .orElse(this::problem)
          .then(sequence -> changed.told("call.share.done", target.toString(), 0));
    }
  }

  /** Calls with the number of a missed call, the newest first. */
  public ObservableList<CallRecord> history() {
    return history;
  }

  private void readHistory(@Nullable CallRecord of) {
    if (of == null || !of.missed()) {
      history.clear();
      return;
    }
    background
        .run(progress -> book.history(of))
        .orElse(this::problem)
        .then(
            read -> {
              if (isOpen(of)) {
                history.setAll(read);
              }
            });
  }

  private void link(@Nullable Long customerId, @Nullable Long contactId) {
    CallRecord now = call.get();
    if (now != null) {
      change(
          customerId == null ? "call.page.unlinked" : "call.page.linked",
          now,
          () -> book.link(now, customerId, contactId));
    }
  }

  /** Keeps whoever is at the other end as a lead, if nobody said whose call it was. */
  public void keepLead() {
    CallRecord now = call.get();
    if (now != null && now.customerId() == null && !now.numberToDial().isEmpty()) {
      change("call.page.lead_kept", now, () -> book.keepLead(now));
    }
  }

  /** Takes a change back. */
  public void undo(long sequence) {
    background
        .run(
            progress -> {
              book.undo(sequence);
              return sequence;
            })
        .orElse(this::problem)
        .then(done -> care.again());
  }

  /** A change; returns its journal entry. */
  private interface Act {
    long run() throws Exception;
  }

  private void change(String key, CallRecord of, Act act) {
    LongConsumer done = sequence -> changed.told(key, subject(of), sequence);
    background.run(progress -> act.run()).orElse(this::problem).then(done::accept);
  }

  private void problem(Throwable failure) {
    failed.accept(Problems.known(failure, "call.page.failed"));
  }

  /** Whom a call was with, as a change is named. */
  static String subject(CallRecord of) {
    String contact = of.contactName();
    String customer = of.customerName();
    return contact != null ? contact : customer != null ? customer : of.numberRaw();
  }

  /**
   * Puts a file found elsewhere in the recording's place and opens it.
   *
   * @param ask asks whether another file than the one that was kept is wanted; runs what it is
   *     given if so
   */
  public void found(Path elsewhere, Consumer<Runnable> ask) {
    found(elsewhere, false, ask);
  }

  private void found(Path elsewhere, boolean anyway, Consumer<Runnable> ask) {
    CallRecord now = call.get();
    if (now == null) {
      return;
    }
    background
        .run(progress -> book.found(now, elsewhere, anyway))
        .orElse(this::problem)
        .then(
            found -> {
              if (found == CallsBook.Found.OTHER) {
                ask.accept(() -> found(elsewhere, true, ask));
              } else {
                reload();
              }
            });
  }

  /** What to dial to call back, told on the window's thread; nothing if there is no number. */
  public void target(CallRecord of, Consumer<CallsBook.Target> then) {
    background
        .run(progress -> book.target(of))
        .orElse(this::problem)
        .then(target -> target.ifPresent(then));
  }

  /** Where the recording of the open call is or should be, or null. */
  public @Nullable Path file() {
    CallRecord now = call.get();
    return now == null ? null : book.file(now);
  }

  /** The call, or null. */
  public ReadOnlyObjectProperty<@Nullable CallRecord> callProperty() {
    return call;
  }

  /** Plays its recording. */
  public CallPlayerModel player() {
    return player;
  }

  /** Marks and comments in its recording. */
  public CallMarksModel marks() {
    return marks;
  }

  /** How its recording is kept. */
  public CallCareModel care() {
    return care;
  }

  /** The note as typed. */
  public StringProperty noteProperty() {
    return note;
  }

  /** True while the note is what was typed into the pop-up and never saved. */
  public BooleanProperty fromDraftProperty() {
    return fromDraft;
  }

  /** Asks whose call it was. */
  public LinkingModel linking() {
    return linking;
  }
}
