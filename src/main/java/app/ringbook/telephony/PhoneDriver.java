package app.ringbook.telephony;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.serial.LineSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A kind of phone kit. A driver knows only bytes and {@link CallEvent}s: no thread, no port, no
 * window, no database.
 */
public interface PhoneDriver {

  /** The name in settings and on the command line, for example {@code x800}. */
  String name();

  /** What kits of this kind can do at best. */
  Caps caps();

  /** How its port is set. */
  LineSettings lineSettings();

  /** How long to wait before each new try to open the line; the last one for ever. */
  default List<Integer> backOffMillis() {
    return List.of(500, 1_000, 2_000, 5_000);
  }

  /** True if the kit only holds the line it dialled on until a person lifts the handset. */
  default boolean liftAfterDialling() {
    return false;
  }

  /** Regions this kind of kit can be set to, as in ISO 3166; empty if it needs none. */
  default List<String> countries() {
    return List.of();
  }

  /**
   * True if what kits of this kind keep is a log that never forgets and may go back for years; else
   * they forget what was taken from them.
   */
  default boolean keepsLog() {
    return false;
  }

  /**
   * A fresh conversation with one kit. It outlives the port: after a loss it is opened again on a
   * new one, so that a call going on can be continued.
   *
   * @param sink where events go, called on the thread that calls the session
   */
  Session session(AppClock clock, Consumer<CallEvent> sink);

  /**
   * What a kit can do.
   *
   * @param callerId tells who calls
   * @param hook tells when the handset is lifted and put down
   * @param recording sends sound
   * @param twoChannels sends both ends of the call apart
   * @param dial dials for us
   * @param hangUp hangs up for us
   * @param storedCalls keeps calls while the program is away
   */
  record Caps(
      boolean callerId,
      boolean hook,
      boolean recording,
      boolean twoChannels,
      boolean dial,
      boolean hangUp,
      boolean storedCalls) {}

  /**
   * Switches that a kit keeps in itself and that other programs may rely on: changed only after a
   * person agreed.
   *
   * @param present how they stand, in the kit's own letters
   * @param wanted how this program likes them best, with the switches it leaves alone
   * @param before how they stood before this program changed them, or {@code present}
   */
  record Switches(String present, String wanted, String before) {

    /** The letters that would change to reach a set, in its order. */
    public static String changes(String from, String to) {
      StringBuilder changes = new StringBuilder();
      for (int i = 0; i < to.length(); i++) {
        char letter = to.charAt(i);
        char other =
            Character.isUpperCase(letter)
                ? Character.toLowerCase(letter)
                : Character.toUpperCase(letter);
        if (from.indexOf(other) >= 0) {
          changes.append(letter);
        }
      }
      return changes.toString();
    }
  }

  /**
   * A call that went on when the program last heard of it, and may still.
   *
   * @param call the driver's identity of it
   * @param line the kit's line
   * @param info who it was, as far as that was known
   * @param rings rings counted so far
   * @param answeredAt since when people talked, or null
   */
  record Unended(
      String call,
      int line,
      Direction direction,
      CallerInfo info,
      int rings,
      Instant startedAt,
      @Nullable Instant answeredAt) {

    /** A call as it was told last; its key begins with the name of its kit. */
    public static Unended of(Call call) {
      boolean talked = call.state() == CallState.TALKING || call.talkMillis() > 0;
      return new Unended(
          call.key().substring(call.kit().length() + 1),
          call.line(),
          call.direction(),
          new CallerInfo(call.number(), call.presentation(), call.callerName(), call.verified()),
          call.rings(),
          call.startedAt(),
          talked ? call.startedAt().plusMillis(call.ringMillis()) : null);
    }

    /** What a kit tells of such a call until it is where it was, each event at its own moment. */
    public List<CallEvent> retold(Stamp now) {
      List<CallEvent> events = new ArrayList<>();
      Stamp began = stamp(now, startedAt);
      String number = info.number();
      if (direction == Direction.INCOMING) {
        events.add(new CallEvent.Ringing(began, call, Math.max(1, rings), false));
        if (!info.equals(CallerInfo.NOTHING)) {
          Stamp told = new Stamp(line, now.hostNanos(), -1, startedAt);
          events.add(new CallEvent.CallerId(told, call, info));
        }
      } else {
        events.add(new CallEvent.OffHook(began, call, false));
        if (number != null) {
          events.add(new CallEvent.Dialled(began, call, number));
        }
      }
      if (answeredAt != null) {
        boolean farEnd = direction == Direction.OUTGOING;
        events.add(new CallEvent.OffHook(stamp(now, answeredAt), call, farEnd));
      }
      return events;
    }

    private Stamp stamp(Stamp now, Instant moment) {
      long ago = Math.max(0, Duration.between(moment, now.at()).toNanos());
      return new Stamp(line, now.hostNanos() - ago, -1, moment);
    }
  }

  /** Takes bytes to be written, without waiting. */
  @FunctionalInterface
  interface Outbox {
    /** Queues the bytes; the array may be kept. */
    void write(byte[] bytes);

    /**
     * Sets the port to another speed at once, where it is a serial one; to be called on the thread
     * that feeds the session.
     */
    default void speed(int baud) {}
  }

  /**
   * A conversation with one kit. Not safe for several threads: the owner holds a lock around every
   * call. Nothing here waits or throws, whatever the bytes are.
   */
  interface Session {

    /** What the user decided about this kit: told before each {@link #opened}, and when changed. */
    default void choose(KitChoices choices) {}

    /**
     * Calls that went on when the program ended or lost the kit, told once before the first {@link
     * #opened}: one that the kit still has is told again from its beginning.
     */
    default void unended(List<Unended> calls) {}

    /** Calls of the kit's log that were left out for their age. */
    default int leftOut() {
      return 0;
    }

    /** A port was opened: say hello. */
    void opened(Outbox out);

    /** The next {@code length} bytes were read; the array is only valid during the call. */
    void received(byte[] data, int length);

    /** Time passed: called at least every 250 ms while open, also when no byte comes. */
    void tick();

    /** The port is gone or closed; {@link #opened} may follow. */
    void closed();

    /** Bytes kept until the rest of their record comes: at most 8 kB, whatever is received. */
    default int waitingBytes() {
      return 0;
    }

    /** What this very kit can do; before it answered, what its kind can do at best. */
    Caps caps();

    /** Whether recordings that begin from now on are to be heard as beeps; ignored by others. */
    default void beep(boolean wanted) {}

    /** Starts or stops the sound of a call; ignored by kits without recording. */
    default void record(String call, boolean wanted) {}

    /** The entry of the kit's memory is saved and may be forgotten. */
    default void confirmStored(long id) {}

    /** Dials on a line; ignored by kits that cannot. */
    default void dial(int line, String digits) {}

    /** Hangs up a line; ignored by kits that cannot. */
    default void hangUp(int line) {}

    /** Sets the kit's clock to the present. */
    default void setClock() {}

    /** The kit's own switches; empty while they are not known or if it has none. */
    default Optional<Switches> switches() {
      return Optional.empty();
    }

    /** Sets the kit's own switches, those that differ; a person must have agreed. */
    default void setSwitches(String wanted) {}

    /** Asks for calls kept in the kit's memory once more; that is done by itself at the start. */
    default void readMemory() {}
  }
}
