package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.PhoneDriver;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Commands and their answers, one at a time. A command that gets no answer is given up after its
 * patience; a little later the next one follows, so that a late answer is not taken for its own.
 */
final class AtDialogue {
  /** How long most commands may take: some modems think for more than a second. */
  static final long PATIENCE_MILLIS = 4_000;

  private static final long REST_NANOS = 400_000_000L;
  private static final int MOST_CHARACTERS = 4_096;
  private static final int MOST_WAITING = 64;

  private final AppClock clock;
  private final Deque<Command> waiting = new ArrayDeque<>();
  private final List<String> lines = new ArrayList<>();
  private PhoneDriver.@Nullable Outbox out;
  private @Nullable Command asked;
  private long askedNanos;
  private long restUntilNanos;
  private int unanswered;
  private boolean held;
  private final ByteArrayOutputStream heldBytes = new ByteArrayOutputStream();

  /** How a command ended. */
  enum Result {
    /** Done. */
    OK,
    /** Not understood or not possible. */
    ERROR,
    /** Sound follows. */
    CONNECT,
    /** The other end is engaged. */
    BUSY,
    /** No dial tone, or no answer. */
    NO_WAY,
    /** Nothing came. */
    NOTHING
  }

  /**
   * An answer.
   *
   * @param lines what came before the result
   */
  record Answer(Result result, List<String> lines) {
    boolean ok() {
      return result == Result.OK;
    }
  }

  private record Command(String text, long patienceMillis, Consumer<Answer> then) {}

  AtDialogue(AppClock clock) {
    this.clock = clock;
    this.restUntilNanos = clock.nanoTime();
  }

  void opened(PhoneDriver.Outbox outbox) {
    closed();
    out = outbox;
    restUntilNanos = clock.nanoTime();
  }

  void closed() {
    out = null;
    waiting.clear();
    lines.clear();
    asked = null;
    unanswered = 0;
    held = false;
    heldBytes.reset();
  }

  /** Asks behind what is still to be asked. */
  void ask(String text, Consumer<Answer> then) {
    ask(text, PATIENCE_MILLIS, then);
  }

  /**
   * Asks with another patience.
   *
   * @param text the command without its end; empty to await the result of something sent before
   */
  void ask(String text, long patienceMillis, Consumer<Answer> then) {
    if (out != null && waiting.size() < MOST_WAITING) {
      waiting.addLast(new Command(text, patienceMillis, then));
      next();
    }
  }

  /** Sends bytes beside all commands. */
  void send(byte[] bytes) {
    PhoneDriver.Outbox outbox = out;
    if (held) {
      heldBytes.writeBytes(bytes);
    } else if (outbox != null) {
      outbox.write(bytes);
    }
  }

  /** Nothing is sent from now on: what was read is to be read to its end first. */
  void hold() {
    held = true;
  }

  /** Sends what was held back. */
  void release() {
    held = false;
    byte[] bytes = heldBytes.toByteArray();
    heldBytes.reset();
    next();
    if (bytes.length > 0) {
      send(bytes);
    }
  }

  /** True while an answer is awaited. */
  boolean asking() {
    return asked != null;
  }

  /** True if nothing is asked and nothing is to be asked. */
  boolean idle() {
    return asked == null && waiting.isEmpty();
  }

  /** Commands in a row that got no answer. */
  int unanswered() {
    return unanswered;
  }

  /** Characters of the answer that is coming. */
  int size() {
    return lines.stream().mapToInt(String::length).sum();
  }

  /** A line that is not about a call; may be part of the answer. */
  void line(String text) {
    Command command = asked;
    if (command == null || isEcho(text, command)) {
      return;
    }
    Result result = result(text, command);
    if (result == null) {
      if (size() + text.length() <= MOST_CHARACTERS) {
        lines.add(text);
      }
    } else {
      unanswered = 0;
      answered(command, result);
    }
  }

  void tick() {
    Command command = asked;
    long now = clock.nanoTime();
    if (command != null && now - askedNanos >= command.patienceMillis * 1_000_000) {
      unanswered++;
      restUntilNanos = now + REST_NANOS;
      answered(command, Result.NOTHING);
    }
    next();
  }

  private void answered(Command command, Result result) {
    Answer answer = new Answer(result, List.copyOf(lines));
    asked = null;
    lines.clear();
    command.then.accept(answer);
    next();
  }

  private void next() {
    long now = clock.nanoTime();
    if (held || asked != null || waiting.isEmpty() || now - restUntilNanos < 0) {
      return;
    }
    Command command = waiting.removeFirst();
    asked = command;
    askedNanos = now;
    if (!command.text.isEmpty()) {
      send((command.text + "\r").getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static boolean isEcho(String text, Command command) {
    return !command.text.isEmpty() && text.equalsIgnoreCase(command.text);
  }

  private static @Nullable Result result(String text, Command command) {
    String word = text.toUpperCase(Locale.ROOT);
    boolean voice = command.text.startsWith("AT+VRX");
    return switch (word) {
      case "OK", "VCON" -> Result.OK;
      case "ERROR", "FAIL" -> Result.ERROR;
      case "BUSY" -> Result.BUSY;
      case "NO CARRIER", "NO DIALTONE", "NO DIAL TONE", "NO ANSWER" -> Result.NO_WAY;
      // A modem set to answer in digits; the commands that have no other answer than these.
      case "0" -> bare(command) ? Result.OK : null;
      case "4" -> bare(command) ? Result.ERROR : null;
      default -> {
        if (voice && word.startsWith("CONNECT")) {
          yield Result.CONNECT;
        }
        yield word.startsWith("+CME ERROR") ? Result.ERROR : null;
      }
    };
  }

  private static boolean bare(Command command) {
    return command.text.equals("AT") || command.text.equals("ATZ") || command.text.equals("ATV1");
  }
}
