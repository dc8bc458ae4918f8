package app.ringbook.call.view;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.StoredCall;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * What the phone line is doing now, for the line card of the main window and for the settings: its
 * state, the call going on, the last things that happened, and how loud it was.
 *
 * <p>Hears of calls on the call thread and hands them to the front executor; everything a caller
 * reads is read and changes there.
 */
public final class LineModel implements CallListener {
  private static final int EVENTS_KEPT = 20;

  private final AppClock clock;
  private final Executor front;
  private final LineLevels levels;
  private final ReadOnlyObjectWrapper<LineState> state =
      new ReadOnlyObjectWrapper<>(LineState.NO_KIT);
  private final ReadOnlyObjectWrapper<@Nullable LinkStatus> link =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<@Nullable Call> call = new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyIntegerWrapper lines = new ReadOnlyIntegerWrapper(1);
  private final IntegerProperty missed = new SimpleIntegerProperty();
  private final ObservableList<LineEvent> events = FXCollections.observableArrayList();
  private final ObservableList<LineEvent> readOnlyEvents =
      FXCollections.unmodifiableObservableList(events);
  private final Map<String, Call> going = new LinkedHashMap<>();
  private final Map<String, LinkStatus> links = new LinkedHashMap<>();
  private final Map<String, Instant> answeredAt = new LinkedHashMap<>();
  private final Map<String, String> silent = new ConcurrentHashMap<>();
  private final ObservableSet<String> silentKits = FXCollections.observableSet();
  private final ObservableSet<String> readOnlySilentKits =
      FXCollections.unmodifiableObservableSet(silentKits);

  /**
   * @param front the window's thread: {@code Fx::later}; {@code Runnable::run} in tests
   */
  public LineModel(AppClock clock, Executor front) {
    this.clock = clock;
    this.front = front;
    this.levels = new LineLevels(clock);
  }

  /** What the line is doing; of several calls the one in which people talk counts. */
  public ReadOnlyObjectProperty<LineState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The kit heard of last that is not as it should be, otherwise the first; null without a kit. */
  public ReadOnlyObjectProperty<@Nullable LinkStatus> linkProperty() {
    return link.getReadOnlyProperty();
  }

  /** The call of {@link #stateProperty}, or null. */
  public ReadOnlyObjectProperty<@Nullable Call> callProperty() {
    return call.getReadOnlyProperty();
  }

  /** The highest line heard of so far, at least 1. */
  public ReadOnlyIntegerProperty linesProperty() {
    return lines.getReadOnlyProperty();
  }

  /** Missed calls nobody has dealt with; set by the page of calls. */
  public IntegerProperty missedProperty() {
    return missed;
  }

  /**
   * True while digits sent to a line would go into a call: people talk, it rings, or a number was
   * dialled. A handset that was only lifted waits for digits.
   *
   * @param kit see {@link LinkStatus#kit}
   */
  public boolean inUse(String kit, int line) {
    return going.values().stream()
        .filter(one -> one.kit().equals(kit) && one.line() == line)
        .anyMatch(one -> one.state() != CallState.DIALLING || !numberOf(one).isEmpty());
  }

  /** What happened last, newest first, at most 20. */
  public ObservableList<LineEvent> events() {
    return readOnlyEvents;
  }

  /** How loud the last 30 seconds were. */
  public LineLevels levels() {
    return levels;
  }

  /** Kits whose recording is silent although people talk, by {@link LinkStatus#kit}. */
  public ObservableSet<String> silentKits() {
    return readOnlySilentKits;
  }

  /** The recording of a call is silent, or no longer; on any thread. */
  void silent(Call of, boolean now) {
    boolean changed =
        now ? silent.put(of.key(), of.kit()) == null : silent.remove(of.key()) != null;
    if (changed) {
      front.execute(
          () -> {
            Set<String> kits = Set.copyOf(silent.values());
            silentKits.retainAll(kits);
            silentKits.addAll(kits);
          });
    }
  }

  /** State of each kit by {@link LinkStatus#kit}. */
  public Map<String, LinkStatus> links() {
    return Map.copyOf(links);
  }

  /** How long people have been talking in {@link #callProperty}'s call, or empty. */
  public Optional<java.time.Duration> talking() {
    Call now = call.get();
    return Optional.ofNullable(now == null ? null : answeredAt.get(now.key()))
        .map(since -> java.time.Duration.between(since, clock.now()));
  }

  @Override
  public void linkChanged(LinkStatus status) {
    front.execute(() -> heard(status));
  }

  @Override
  public void ringing(Call ringing) {
    boolean incoming = ringing.state() == CallState.RINGING;
    front.execute(
        () ->
            heard(
                ringing,
                incoming ? LineEvent.Kind.RING : LineEvent.Kind.LIFTED,
                numberOf(ringing)));
  }

  @Override
  public void identified(Call identified) {
    front.execute(
        () -> {
          Call before = going.get(identified.key());
          boolean sameNumber =
              before != null && java.util.Objects.equals(before.number(), identified.number());
          heard(identified, sameNumber ? null : LineEvent.Kind.NUMBER, numberOf(identified));
        });
  }

  @Override
  public void answered(Call answered) {
    Instant since = answered.talkingSince(clock.now());
    front.execute(
        () -> {
          answeredAt.put(answered.key(), since);
          heard(answered, LineEvent.Kind.ANSWERED, numberOf(answered));
        });
  }

  @Override
  public void audio(Call of, AudioBlock block) {
    levels.heard(block);
  }

  @Override
  public void audioGap(Call of, long firstSample, long count) {
    front.execute(() -> add(LineEvent.Kind.SOUND_LOST, of.line(), ""));
  }

  @Override
  public void ended(Call ended) {
    front.execute(
        () -> {
          going.remove(ended.key());
          answeredAt.remove(ended.key());
          boolean nobody = ended.outcome() == CallOutcome.MISSED;
          add(nobody ? LineEvent.Kind.MISSED : LineEvent.Kind.ENDED, ended.line(), numberOf(ended));
          settle();
        });
  }

  /** A call that was taken for missed or lost, and went on, ends here a second time. */
  @Override
  public void corrected(Call call) {
    front.execute(
        () -> {
          if (call.ended() && going.containsKey(call.key())) {
            ended(call);
          }
        });
  }

  @Override
  public void stored(StoredCall stored, Runnable confirm) {
    Call kept = stored.call();
    front.execute(() -> add(LineEvent.Kind.STORED, kept.line(), numberOf(kept)));
  }

  private void heard(LinkStatus status) {
    LinkStatus before = links.put(status.kit(), status);
    if (status.state() == LinkStatus.State.CLOSED) {
      links.remove(status.kit());
    }
    if (before == null || before.state() != status.state()) {
      switch (status.state()) {
        case READY -> add(LineEvent.Kind.KIT_READY, 0, status.port());
        case LOST -> add(LineEvent.Kind.KIT_LOST, 0, status.port());
        case OPENING, CLOSED -> {}
      }
    }
    settle();
  }

  private void heard(Call now, LineEvent.@Nullable Kind kind, String detail) {
    going.put(now.key(), now);
    lines.set(Math.max(lines.get(), now.line()));
    if (kind != null) {
      add(kind, now.line(), detail);
    }
    settle();
  }

  private void add(LineEvent.Kind kind, int line, String detail) {
    events.addFirst(new LineEvent(clock.now(), kind, line, detail));
    if (events.size() > EVENTS_KEPT) {
      events.removeLast();
    }
  }

  private void settle() {
    LinkStatus worst = worstLink();
    link.set(worst);
    Call loudest =
        going.values().stream()
            .reduce((one, other) -> rank(other) > rank(one) ? other : one)
            .orElse(null);
    call.set(loudest);
    if (worst != null && worst.state() == LinkStatus.State.LOST) {
      state.set(worst.reasonKey() == null ? LineState.UNPLUGGED : LineState.of(worst));
    } else if (loudest != null) {
      state.set(loudest.state() == CallState.RINGING ? LineState.RINGING : LineState.IN_CALL);
    } else {
      state.set(worst == null ? LineState.NO_KIT : LineState.of(worst));
    }
  }

  private @Nullable LinkStatus worstLink() {
    return links.values().stream()
        .reduce((one, other) -> worse(other) > worse(one) ? other : one)
        .orElse(null);
  }

  private static int worse(LinkStatus status) {
    return switch (status.state()) {
      case LOST -> 2;
      case OPENING -> 1;
      case READY, CLOSED -> 0;
    };
  }

  private static int rank(Call of) {
    return switch (of.state()) {
      case TALKING -> 3;
      case RINGING -> 2;
      case DIALLING -> 1;
      case ENDED -> 0;
    };
  }

  private static String numberOf(Call of) {
    String number = of.number();
    return number == null ? "" : number;
  }
}
