package app.ringbook.call.view;

import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Plays one recording at a time: where it is, how fast it goes, and what to say when its file can't
 * be played. Used on the window's thread; files are opened in the background.
 */
public final class CallPlayerModel {
  /** The speeds a click goes through. */
  public static final List<Double> SPEEDS = List.of(0.75, 1.0, 1.25, 1.5, 2.0);

  private static final long SKIP_MILLIS = 10_000;

  /** About 34 dB below full scale: above the noise of a telephone line. */
  private static final float WHISPER = 0.3f;

  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
  private final ReadOnlyObjectWrapper<@Nullable RecordingSound> sound =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<@Nullable ProblemException> problem =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper();
  private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(1);
  private final BooleanProperty skipSilence = new SimpleBooleanProperty();
  private final List<BooleanProperty> muted =
      List.of(new SimpleBooleanProperty(), new SimpleBooleanProperty());
  private Background.@Nullable Job<RecordingSound> loading;
  private boolean playWhenOpen;
  private long goTo = -1;

  /** What the player has to show. */
  public enum State {
    /** No recording. */
    EMPTY,
    /** The file is being opened. */
    LOADING,
    /** Can be played. */
    READY,
    /** The file is missing or damaged; {@link #problemProperty} says so. */
    BROKEN
  }

  /**
   * @param background opens files
   */
  public CallPlayerModel(Background background) {
    this.background = background;
    skipSilence.addListener((o, was, now) -> ifOpen(open -> open.skipSilence(now)));
    for (int channel = 0; channel < muted.size(); channel++) {
      int its = channel;
      muted.get(channel).addListener((o, was, now) -> ifOpen(open -> open.mute(its, now)));
    }
  }

  private void ifOpen(Consumer<RecordingSound> act) {
    RecordingSound now = sound.get();
    if (now != null) {
      act.accept(now);
    }
  }

  /** Lets the present recording go and opens another one at its start. */
  public void load(Callable<RecordingSound> opening) {
    clear();
    state.set(State.LOADING);
    Background.Job<RecordingSound> job = background.run(progress -> opening.call());
    loading = job;
    job.orElse(e -> opened(job, null, e)).then(fresh -> opened(job, fresh, null));
  }

  /** Lets the present recording go. */
  public void clear() {
    loading = null;
    playWhenOpen = false;
    goTo = -1;
    RecordingSound old = sound.get();
    sound.set(null);
    problem.set(null);
    playing.set(false);
    position.set(0);
    muted.forEach(channel -> channel.set(false));
    state.set(State.EMPTY);
    if (old != null) {
      old.close();
    }
  }

  private void opened(
      Background.Job<RecordingSound> job,
      @Nullable RecordingSound fresh,
      @Nullable Throwable failure) {
    if (loading != job) {
      if (fresh != null) {
        fresh.close();
      }
      return;
    }
    loading = null;
    if (fresh == null) {
      problem.set(
          failure instanceof ProblemException known
              ? known
              : new ProblemException(failure, "call.player.damaged"));
      state.set(State.BROKEN);
      return;
    }
    fresh.speed(speed.get());
    fresh.skipSilence(skipSilence.get());
    sound.set(fresh);
    state.set(State.READY);
    if (goTo >= 0) {
      long millis = goTo;
      goTo = -1;
      playFrom(millis);
    } else if (playWhenOpen) {
      toggle();
    }
  }

  /** Plays or pauses; at the end it starts anew. While the file opens, it plays once it is open. */
  public void toggle() {
    RecordingSound now = sound.get();
    if (now == null) {
      playWhenOpen = state.get() == State.LOADING && !playWhenOpen;
      return;
    }
    if (now.playing()) {
      now.pause();
    } else {
      if (now.positionMillis() >= now.durationMillis()) {
        now.seek(0);
      }
      now.play();
    }
    tick();
  }

  /** Plays from a moment on; while the file opens, as soon as it is open. */
  public void playFrom(long millis) {
    RecordingSound now = sound.get();
    if (now == null) {
      goTo = state.get() == State.LOADING ? millis : -1;
      return;
    }
    now.seek(Math.clamp(millis, 0, now.durationMillis()));
    now.play();
    tick();
  }

  /** Ten seconds back. */
  public void back() {
    seek(position.get() - SKIP_MILLIS);
  }

  /** Ten seconds on. */
  public void forward() {
    seek(position.get() + SKIP_MILLIS);
  }

  /** Goes to a fraction of the whole, 0 to 1. */
  public void seekTo(double fraction) {
    ifOpen(now -> seek(Math.round(fraction * now.durationMillis())));
  }

  private void seek(long millis) {
    ifOpen(
        now -> {
          now.seek(Math.clamp(millis, 0, now.durationMillis()));
          tick();
        });
  }

  /** The next of {@link #SPEEDS}, after the fastest the slowest. */
  public void nextSpeed() {
    int next = (SPEEDS.indexOf(speed.get()) + 1) % SPEEDS.size();
    speed.set(SPEEDS.get(next));
    ifOpen(now -> now.speed(speed.get()));
  }

  /** Reads where the sound is; called on every frame while it plays. */
  public void tick() {
    ifOpen(
        now -> {
          position.set(now.positionMillis());
          playing.set(now.playing());
        });
  }

  /** How far the recording is, 0 to 1. */
  public double fraction() {
    RecordingSound now = sound.get();
    return now == null || now.durationMillis() == 0
        ? 0
        : (double) position.get() / now.durationMillis();
  }

  /**
   * The part of the talking that each channel did, in hundredths; empty with one channel or where
   * nobody talks. A channel talks in a step in which it is louder than a whisper.
   */
  public List<Integer> talkShares() {
    RecordingSound now = sound.get();
    if (now == null || now.lanes().length < 2) {
      return List.of();
    }
    long near = talking(now.lanes()[0]);
    long far = talking(now.lanes()[1]);
    if (near + far == 0) {
      return List.of();
    }
    int share = (int) Math.round(100.0 * near / (near + far));
    return List.of(share, 100 - share);
  }

  private static long talking(float[] lane) {
    long steps = 0;
    for (float level : lane) {
      steps += level > WHISPER ? 1 : 0;
    }
    return steps;
  }

  /** What there is to show. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The open recording, or null. */
  public ReadOnlyObjectProperty<@Nullable RecordingSound> soundProperty() {
    return sound.getReadOnlyProperty();
  }

  /** Why the file can't be played, or null. */
  public ReadOnlyObjectProperty<@Nullable ProblemException> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** True while sound goes on. */
  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /** Where it is, in milliseconds. */
  public ReadOnlyLongProperty positionProperty() {
    return position.getReadOnlyProperty();
  }

  /** True while pauses of more than a second are skipped; stays for the next recording. */
  public BooleanProperty skipSilenceProperty() {
    return skipSilence;
  }

  /**
   * True while one end of a call recorded in two channels is silenced.
   *
   * @param channel 0 for the near end, 1 for the far end
   */
  public BooleanProperty mutedProperty(int channel) {
    return muted.get(channel);
  }

  /** How fast it plays, 1 is as it was spoken. */
  public ReadOnlyDoubleProperty speedProperty() {
    return speed.getReadOnlyProperty();
  }
}
