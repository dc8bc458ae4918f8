package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.platform.AppClock;
import app.ringbook.telephony.Call;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * A trial of the whole line in four steps: it rings, the number comes, both voices are heard, the
 * recording plays. Follows what really happens on the line and says where it stops. Used on the
 * window's thread; {@link #tick} several times a second while it runs.
 */
public final class TestCallModel {
  /** How long people are asked to speak. */
  static final Duration SPEAK = Duration.ofSeconds(5);

  /** Loudness 0 to 1 under which a voice is too quiet to be understood. */
  static final float QUIET = 0.35f;

  private final LineModel line;
  private final AppClock clock;
  private final Map<Step, State> states = new EnumMap<>(Step.class);
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper watched = new ReadOnlyBooleanWrapper(false);
  private final float[] loudest = new float[2];
  private boolean running;
  private boolean shown;
  private boolean helpWanted;
  private int rings;
  private String number = "";
  private long talkSince;
  private @Nullable CallRecord saved;

  /** What is tried, in this order. */
  public enum Step {
    /** The line rings. */
    RING(1),
    /** The exchange's number of the caller comes. */
    NUMBER(2),
    /** Both voices move the meter. */
    SPEAK(3),
    /** The recording is there to be played. */
    PLAY(4);

    private final int place;

    Step(int place) {
      this.place = place;
    }

    /** Its place in the order, from 1. */
    public int place() {
      return place;
    }
  }

  /** How a step stands. */
  public enum State {
    /** Not yet its turn. */
    WAITING,
    /** Something is to be done now. */
    NOW,
    /** It works. */
    DONE,
    /** It does not work; the advice says what to try. */
    FAILED
  }

  /**
   * @param line what happens on the line
   */
  public TestCallModel(LineModel line, AppClock clock) {
    this.line = line;
    this.clock = clock;
    reset();
    line.callProperty().addListener((o, was, now) -> changed());
    line.events()
        .addListener(
            (ListChangeListener<LineEvent>)
                change -> {
                  while (change.next()) {
                    List.copyOf(change.getAddedSubList()).reversed().forEach(this::heard);
                  }
                });
  }

  /** Whether somebody can see the steps. */
  void shown(boolean now) {
    shown = now;
    changed();
  }

  /** True while the trial runs and somebody follows its steps: nothing may lie over them. */
  public ReadOnlyBooleanProperty watchedProperty() {
    return watched.getReadOnlyProperty();
  }

  /** Begins anew. */
  public void start() {
    reset();
    running = true;
    states.put(Step.RING, State.NOW);
    changed();
  }

  /** Ends the trial where it is. */
  public void stop() {
    running = false;
    changed();
  }

  /** Shows the advice for the step that is due. */
  public void help() {
    helpWanted = true;
    changed();
  }

  /** Lets time pass while people speak. */
  public void tick() {
    if (!running || states.get(Step.SPEAK) != State.NOW) {
      return;
    }
    float[] now = line.levels().ends();
    for (int end = 0; end < now.length && end < loudest.length; end++) {
      loudest[end] = Math.max(loudest[end], now[end]);
    }
    if (spoken().compareTo(SPEAK) >= 0 && quietEnd().isEmpty()) {
      states.put(Step.SPEAK, State.DONE);
      states.put(Step.PLAY, State.NOW);
    }
    changed();
  }

  /** A call was filed: the recording of the trial, if it has one. */
  public void saved(CallRecord call) {
    if (!running || states.get(Step.PLAY) != State.NOW || line.callProperty().get() != null) {
      return;
    }
    saved = call;
    states.put(Step.PLAY, call.recordingFile() == null ? State.FAILED : State.DONE);
    running = false;
    changed();
  }

  private void reset() {
    for (Step step : Step.values()) {
      states.put(step, State.WAITING);
    }
    loudest[0] = 0;
    loudest[1] = 0;
    rings = 0;
    number = "";
    saved = null;
    helpWanted = false;
  }

  private void heard(LineEvent event) {
    if (!running) {
      return;
    }
    helpWanted = false;
    switch (event.kind()) {
      case RING -> rang(event.detail());
      case NUMBER -> came(event.detail());
      case ANSWERED -> answered();
      case ENDED, MISSED -> over();
      case KIT_LOST -> fail();
      case KIT_READY, LIFTED, SOUND_LOST, STORED -> {}
    }
    changed();
  }

  private void rang(String from) {
    states.put(Step.RING, State.DONE);
    if (states.get(Step.NUMBER) == State.WAITING) {
      states.put(Step.NUMBER, State.NOW);
    }
    came(from);
  }

  private void came(String from) {
    if (!from.isBlank() && states.get(Step.RING) == State.DONE) {
      number = from;
      states.put(Step.NUMBER, State.DONE);
      if (states.get(Step.SPEAK) == State.WAITING) {
        states.put(Step.SPEAK, State.NOW);
        talkSince = -1;
      }
    }
  }

  private void answered() {
    if (states.get(Step.RING) != State.DONE) {
      return;
    }
    if (states.get(Step.NUMBER) != State.DONE) {
      states.put(Step.NUMBER, State.FAILED);
    }
    states.put(Step.SPEAK, State.NOW);
    talkSince = clock.nanoTime();
  }

  private void over() {
    if (states.get(Step.SPEAK) == State.NOW) {
      boolean heardSomething = loudest[0] >= QUIET || loudest[1] >= QUIET;
      states.put(Step.SPEAK, heardSomething ? State.DONE : State.FAILED);
      states.put(Step.PLAY, State.NOW);
    } else if (states.get(Step.NUMBER) == State.NOW) {
      states.put(Step.NUMBER, State.FAILED);
    }
  }

  private void fail() {
    current().ifPresent(step -> states.put(step, State.FAILED));
  }

  private void changed() {
    watched.set(running && shown);
    if (!running) {
      revision.set(revision.get() + 1);
      return;
    }
    Call call = line.callProperty().get();
    rings = call == null ? rings : Math.max(rings, call.rings());
    revision.set(revision.get() + 1);
  }

  /** The step at which something is to be done now. */
  public Optional<Step> current() {
    return states.entrySet().stream()
        .filter(entry -> entry.getValue() == State.NOW)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The step that failed or, once help was asked for, the one that is due; empty if none. */
  public Optional<Step> advised() {
    Optional<Step> failed =
        states.entrySet().stream()
            .filter(entry -> entry.getValue() == State.FAILED)
            .map(Map.Entry::getKey)
            .findFirst();
    return failed.isPresent() || !helpWanted ? failed : current();
  }

  /** How a step stands. */
  public State state(Step step) {
    return states.getOrDefault(step, State.WAITING);
  }

  /** True from {@link #start} to the last step or {@link #stop}. */
  public boolean running() {
    return running;
  }

  /** Rings so far. */
  public int rings() {
    return rings;
  }

  /** The caller's number; may be empty. */
  public String number() {
    return number;
  }

  /** How long people have been speaking. */
  public Duration spoken() {
    return states.get(Step.SPEAK) == State.WAITING || talkSince <= 0
        ? Duration.ZERO
        : Duration.ofNanos(clock.nanoTime() - talkSince);
  }

  /** Loudness 0 to 1 of an end: 0 is this end, 1 the caller. */
  public float loudest(int end) {
    return loudest[end];
  }

  /** The end that is too quiet, 0 or 1; a kit with one channel has one end only. */
  public Optional<Integer> quietEnd() {
    for (int end = 0; end < line.levels().channels(); end++) {
      if (loudest[end] < QUIET) {
        return Optional.of(end);
      }
    }
    return Optional.empty();
  }

  /** The recording of the trial once {@link Step#PLAY} is done. */
  public Optional<CallRecord> recording() {
    return Optional.ofNullable(saved).filter(call -> call.recordingFile() != null);
  }

  /** Changes with everything above. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }
}
