package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.care.KeptRecordings.Kept;
import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.care.RecordingCares;
import app.ringbook.customer.view.Problems;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How the recording that is open is kept, and what the other end said of it. Used on the window's
 * thread.
 */
public final class CallCareModel {
  private final CallsBook book;
  private final Background background;
  private final ReadOnlyObjectWrapper<Kept> kept = new ReadOnlyObjectWrapper<>(Kept.NOTHING);
  private OpenCallModel.Changed changed = (key, subject, sequence) -> {};
  private Consumer<ProblemException> failed = problem -> {};
  private @Nullable CallRecord call;

  /** Shows nothing before {@link #show}. */
  public CallCareModel(CallsBook book, Background background) {
    this.book = book;
    this.background = background;
  }

  /** Tells changes and failures to these. */
  public void tell(OpenCallModel.Changed whenChanged, Consumer<ProblemException> whenFailed) {
    changed = whenChanged;
    failed = whenFailed;
  }

  /** Reads what is known of a call; nothing for null. */
  public void show(@Nullable CallRecord now) {
    CallRecord was = call;
    call = now;
    if (was == null || now == null || was.id() != now.id()) {
      kept.set(Kept.NOTHING);
    }
    if (now != null) {
      background
          .run(progress -> book.kept(now))
          .orElse(this::problem)
          .then(
              read -> {
                if (isOpen(now)) {
                  kept.set(read);
                }
              });
    }
  }

  /** Reads it once more, after something was taken back. */
  void again() {
    show(call);
  }

  /** Says that the recording must be kept whatever the rules say, or takes that back. */
  public void hold(boolean held) {
    CallRecord of = call;
    if (of == null || of.recordingFile() == null) {
      return;
    }
    background
        .run(progress -> book.hold(of, held))
        .orElse(this::problem)
        .then(
            sequence -> {
              changed.told(
                  held ? "call.kept.hold_set" : "call.kept.hold_lifted",
                  OpenCallModel.subject(of),
                  sequence);
              if (isOpen(of)) {
                again();
              }
            });
  }

  /**
   * Notes what the other end says of being recorded. Nothing is erased by that.
   *
   * @param unwelcome told if a recording is kept that the other end does not agree to, with what
   *     erases it for good
   */
  public void consent(RecordingCare.Consent answer, Consumer<Runnable> unwelcome) {
    CallRecord of = call;
    if (of == null) {
      return;
    }
    background
        .run(progress -> book.consent(of, answer))
        .orElse(this::problem)
        .then(
            sequence -> {
              again();
              if (of.recordingFile() != null && RecordingCares.refuses(answer)) {
                unwelcome.accept(() -> erase(of));
              }
            });
  }

  private void erase(CallRecord of) {
    background
        .run(
            progress -> {
              book.erase(of);
              return of;
            })
        .orElse(this::problem)
        .then(done -> changed.told("call.consent.erased", OpenCallModel.subject(of), 0));
  }

  private boolean isOpen(CallRecord of) {
    CallRecord now = call;
    return now != null && now.id() == of.id();
  }

  private void problem(Throwable failure) {
    failed.accept(Problems.known(failure, "call.page.failed"));
  }

  /** What is known of the recording. */
  public ReadOnlyObjectProperty<Kept> keptProperty() {
    return kept.getReadOnlyProperty();
  }
}
