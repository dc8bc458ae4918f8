package app.ringbook.telephony.driver.x800;

import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.callerid.DtmfCallerId;
import app.ringbook.telephony.callerid.FskCallerId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Frames of calls to events of calls. A call is known by the kit's boot id and its call id; it
 * outlives a replug as long as the kit was not restarted.
 */
final class X800Calls {
  private static final int MOST_KNOWN = 64;
  private static final Duration SAME_BEGIN = Duration.ofSeconds(5);
  private static final String[] FAULTS = {
    "telephony.line.fault", "telephony.line.noVoltage", "telephony.line.swapped"
  };

  private final Consumer<CallEvent> sink;
  private final X800Clock clock;
  private final Map<Long, Known> known = new LinkedHashMap<>();
  private String boot = "";

  /** What is remembered of a call. */
  static final class Known {
    final String id;
    final long call;
    final int line;
    final Instant begun;
    final X800Sound sound;
    @Nullable String number;
    boolean incoming;
    boolean handsetUp;
    boolean recording;
    boolean ended;

    /** Digits heard, and how many of them the kit told again since it greeted last. */
    final StringBuilder digits = new StringBuilder();

    int digitsAgain;

    /** A kit that greeted tells again what goes on, the digits dialled so far too. */
    boolean toldAgain(char digit, boolean beforeGreeting) {
      boolean again =
          beforeGreeting && digitsAgain < digits.length() && digits.charAt(digitsAgain) == digit;
      digitsAgain += again ? 1 : 0;
      return again;
    }

    Known(String id, long call, Stamp at, Consumer<CallEvent> sink) {
      this.id = id;
      this.call = call;
      this.line = at.line();
      this.begun = at.at();
      this.sound = new X800Sound(id, sink);
    }
  }

  X800Calls(X800Clock clock, Consumer<CallEvent> sink) {
    this.clock = clock;
    this.sink = sink;
  }

  /** A new life of the kit: its earlier calls will not be heard of again. */
  void restarted(long bootId) {
    known.clear();
    boot = HexFormat.of().toHexDigits(bootId);
  }

  /** The kit greeted and may tell again what goes on. */
  void greeted() {
    known.values().forEach(call -> call.digitsAgain = 0);
  }

  /**
   * Goes on with a call of this life of the kit that was heard of before the program was started;
   * false if it is none, or the kit told of it already.
   */
  boolean resume(PhoneDriver.Unended before, Stamp now) {
    long number = numberOf(before);
    if (number < 0 || known.containsKey(number)) {
      return false;
    }
    Known call = call(new Stamp(before.line(), now.hostNanos(), -1, before.startedAt()), number);
    call.incoming = before.direction() == Direction.INCOMING;
    call.handsetUp = before.answeredAt() != null || !call.incoming;
    call.number = before.info().number();
    before.retold(now).forEach(sink);
    return true;
  }

  /** The kit's own number of a call that was heard of before, or -1 if it is of another life. */
  long numberOf(PhoneDriver.Unended before) {
    String start = boot + "-";
    String id = before.call();
    try {
      return id.startsWith(start)
          ? HexFormat.fromHexDigitsToLong(id.substring(start.length()))
          : -1;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }

  /** Calls of a line that are not over. */
  List<Known> goingOn(int line) {
    return known.values().stream().filter(call -> call.line == line && !call.ended).toList();
  }

  /** Calls whose sound was asked for and that are not over. */
  List<Known> recording() {
    List<Known> all = new ArrayList<>(known.values());
    all.removeIf(call -> !call.recording || call.ended);
    return all;
  }

  /** The call of that identity, or null. */
  @Nullable Known byId(String id) {
    for (Known call : known.values()) {
      if (call.id.equals(id)) {
        return call;
      }
    }
    return null;
  }

  /** The live call that an entry of the kit's memory is about, or null. */
  @Nullable Known sameAs(int line, @Nullable String number, Instant begun) {
    for (Known call : known.values()) {
      boolean close = Duration.between(call.begun, begun).abs().compareTo(SAME_BEGIN) <= 0;
      if (call.line == line && close && Objects.equals(call.number, number)) {
        return call;
      }
    }
    return null;
  }

  /** Takes a frame of a call or a line; false if it is none. */
  boolean received(X800Frame frame) {
    X800Reader in = frame.reader();
    Stamp at = clock.stamp(frame.line(), frame.deviceMillis());
    switch (frame.type()) {
      case X800Type.LINE_STATE -> lineState(at, in);
      case X800Type.RING -> ring(at, in);
      case X800Type.CALLER_ID -> callerId(at, in);
      case X800Type.HOOK -> hook(at, in);
      case X800Type.DTMF -> digit(at, in);
      case X800Type.TONE -> tone(at, in);
      case X800Type.CALL_END -> ended(at, in);
      case X800Type.REC_STATE -> recordState(in);
      case X800Type.AUDIO -> audio(at, in);
      case X800Type.AUDIO_GAP -> audioGap(at, in);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void lineState(Stamp at, X800Reader in) {
    int state = in.u8();
    if (state >= 4 && state < 4 + FAULTS.length) {
      sink.accept(new CallEvent.LineState(at, FAULTS[state - 4]));
      return;
    }
    sink.accept(new CallEvent.LineState(at, null));
    if (state == 3) {
      known.values().stream()
          .filter(call -> call.line == at.line() && call.handsetUp && !call.ended)
          .reduce((first, second) -> second)
          .ifPresent(call -> sink.accept(new CallEvent.OffHook(at, call.id, true)));
    }
  }

  private void ring(Stamp at, X800Reader in) {
    Known call = call(at, in.u32());
    int count = in.u8();
    if (!in.cut()) {
      call.incoming = true;
      boolean now = clock.isNow(at);
      sink.accept(new CallEvent.Ringing(at, call.id, Math.max(1, count), now));
    }
  }

  private void callerId(Stamp at, X800Reader in) {
    long number = in.u32();
    CallerInfo info = caller(in);
    if (info.equals(CallerInfo.NOTHING)) {
      sink.accept(new CallEvent.Diagnostic(at, "caller data not understood"));
      return;
    }
    Known call = call(at, number);
    call.incoming = true;
    call.number = call.number == null ? info.number() : call.number;
    sink.accept(new CallEvent.CallerId(clock.readNow(at), call.id, info));
  }

  /** Method, length and data of a caller id, as in CALLER_ID and in stored calls. */
  static CallerInfo caller(X800Reader in) {
    int method = in.u8();
    byte[] data = in.bytes(in.u8());
    return switch (method) {
      case 1 -> FskCallerId.read(data).orElse(CallerInfo.NOTHING);
      case 2 -> DtmfCallerId.read(new String(data, StandardCharsets.ISO_8859_1));
      case 3 -> FskCallerId.readFields(data, true);
      default -> CallerInfo.NOTHING;
    };
  }

  private void hook(Stamp at, X800Reader in) {
    Known call = call(at, in.u32());
    int state = in.u8();
    int how = in.left() > 0 ? in.u8() : 0;
    switch (state) {
      case 0 -> sink.accept(new CallEvent.OnHook(at, call.id));
      case 1 -> {
        boolean farEnd = call.handsetUp && how != 0;
        call.handsetUp = true;
        sink.accept(new CallEvent.OffHook(at, call.id, farEnd));
      }
      case 2 -> sink.accept(new CallEvent.Flash(at, call.id));
      default -> {}
    }
  }

  private void digit(Stamp at, X800Reader in) {
    Known call = call(at, in.u32());
    char digit = (char) in.u8();
    int side = in.u8();
    boolean again = call.toldAgain(digit, clock.beforeGreeting(at));
    if ("0123456789*#ABCD".indexOf(digit) >= 0 && !again) {
      call.digits.append(digit);
      Boolean local = side == 0 ? null : Boolean.valueOf(side == 1);
      sink.accept(new CallEvent.Digit(at, call.id, digit, local));
    }
  }

  private void tone(Stamp at, X800Reader in) {
    Known call = call(at, in.u32());
    int kind = in.u8();
    CallEvent.ToneKind[] kinds = CallEvent.ToneKind.values();
    if (kind < kinds.length) {
      sink.accept(new CallEvent.Tone(at, call.id, kinds[kind]));
    }
  }

  private void ended(Stamp at, X800Reader in) {
    long number = in.u32();
    Known before = known.get(number);
    Known call = call(at, number);
    CallEvent.CallEnded end = end(at, call.id, call.incoming, in, null, CallerInfo.NOTHING);
    if (in.cut()) {
      return;
    }
    call.ended = true;
    call.recording = false;
    if (before == null && end.ringMillis() >= 0) {
      long ago = end.ringMillis() + end.talkMillis();
      end = end(at, end, at.at().minusMillis(ago));
    }
    sink.accept(end);
  }

  /** Direction, cause and durations of a call's end, as in CALL_END and in stored calls. */
  static CallEvent.CallEnded end(
      Stamp at,
      String id,
      boolean surelyIncoming,
      X800Reader in,
      @Nullable Instant begun,
      CallerInfo info) {
    boolean incoming = in.u8() == 0 || surelyIncoming;
    int cause = in.u8();
    long ringMillis = in.u32();
    long talkMillis = in.u32();
    Direction direction = incoming ? Direction.INCOMING : Direction.OUTGOING;
    CallOutcome outcome = outcome(cause, incoming, talkMillis);
    return new CallEvent.CallEnded(
        at, id, info, direction, outcome, begun, -1, ringMillis, talkMillis);
  }

  private static CallEvent.CallEnded end(Stamp at, CallEvent.CallEnded end, Instant begun) {
    return new CallEvent.CallEnded(
        at,
        end.call(),
        end.info(),
        end.direction(),
        end.outcome(),
        begun,
        end.rings(),
        end.ringMillis(),
        end.talkMillis());
  }

  private static CallOutcome outcome(int cause, boolean incoming, long talkMillis) {
    if (talkMillis > 0 && cause <= 1) {
      return CallOutcome.ANSWERED;
    }
    return switch (cause) {
      case 2 -> CallOutcome.BUSY;
      case 3 -> CallOutcome.REFUSED;
      case 4 -> CallOutcome.FAULT;
      default -> incoming ? CallOutcome.MISSED : CallOutcome.NO_ANSWER;
    };
  }

  private void recordState(X800Reader in) {
    Known call = known.get(in.u32());
    int state = in.u8();
    long first = in.u32();
    if (call != null && state != 0 && !in.cut()) {
      call.sound.begins(first);
    }
  }

  private void audio(Stamp at, X800Reader in) {
    Known call = call(at, in.u32());
    long index = in.u32();
    int kind = in.u8();
    int channels = in.u8();
    int samples = in.u16();
    Codec codec = X800Abilities.codec(kind);
    if (in.cut() || codec == null || channels < 1 || channels > 2) {
      sink.accept(new CallEvent.Diagnostic(at, "sound not understood"));
      return;
    }
    int size = samples * channels * codec.bytesPerSample();
    byte[] data = in.bytes(size);
    if (data.length == size && samples > 0) {
      call.sound.audio(at, index, codec, channels, samples, data);
    }
  }

  private void audioGap(Stamp at, X800Reader in) {
    Known call = call(at, in.u32());
    long first = in.u32();
    long count = in.u32();
    if (!in.cut()) {
      call.sound.gap(at, first, count);
    }
  }

  private Known call(Stamp at, long number) {
    Known call = known.get(number);
    if (call == null) {
      String id = boot + "-" + HexFormat.of().toHexDigits((int) number);
      call = new Known(id, number, at, sink);
      known.put(number, call);
      if (known.size() > MOST_KNOWN) {
        forgetOne();
      }
    }
    return call;
  }

  /** The oldest that is over, so that a long call outlives many short ones on other lines. */
  private void forgetOne() {
    long oldest =
        known.values().stream()
            .filter(call -> call.ended)
            .findFirst()
            .orElseGet(() -> known.values().iterator().next())
            .call;
    known.remove(oldest);
  }
}
