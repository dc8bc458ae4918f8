package app.ringbook.sample;

import app.ringbook.call.CallRecord;
import app.ringbook.call.FinishedCall;
import app.ringbook.customer.Contact;
import app.ringbook.customer.MatchReason;
import app.ringbook.customer.Phone;
import app.ringbook.customer.Portrait;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingInProgress;
import app.ringbook.telephony.simulator.SpeechSound;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Invents calls of the last days, the same ones each time, with recordings of made-up speech. */
final class SampleCalls implements AutoCloseable {
  /** Identity of the kit and beginning of the key of every invented call. */
  static final String KIT = "sample";

  private static final int BLOCK = Codec.SAMPLE_RATE / 10;

  private final PhoneNumbers numbers;
  private final AppClock clock;
  private final Random random = new Random(20260616);
  private final CallRecorder recorder;
  private Instant moment = Instant.EPOCH;

  SampleCalls(
      PhoneNumbers numbers,
      AppClock clock,
      Supplier<Path> recordingFolder,
      CallRecorder.Care care) {
    this.numbers = numbers;
    this.clock = clock;
    this.recorder = new CallRecorder(recordingFolder, new CallClock(), care);
  }

  /** A call with somebody of this customer, or with a stranger for null; every other one kept. */
  FinishedCall call(int index, @Nullable Portrait portrait) {
    moment = moment(index);
    Direction direction = index % 3 == 1 ? Direction.OUTGOING : Direction.INCOMING;
    CallOutcome outcome = outcome(index, direction);
    Phone phone = portrait == null ? null : portrait.phones().get(index % portrait.phones().size());
    PhoneNumber number = phone == null ? stranger(index) : phone.number();
    boolean answered = outcome == CallOutcome.ANSWERED;
    long talk = answered ? 4_000 + random.nextInt(18_000) : 0;
    String key = KIT + ":" + moment.toEpochMilli() + ":" + index;
    Call call =
        new Call(
            key,
            KIT,
            1 + index % 2,
            direction,
            CallState.ENDED,
            number.raw(),
            Presentation.NUMBER,
            null,
            true,
            moment,
            answered ? 2 : 5,
            direction == Direction.INCOMING ? 3_000 + random.nextInt(answered ? 6_000 : 28_000) : 0,
            talk,
            outcome,
            0);
    Recording recording = answered && index % 8 != 3 ? recording(key, talk) : null;
    return new FinishedCall(
        call,
        number,
        CallRecord.Source.SAMPLE,
        true,
        portrait == null ? null : portrait.customer().id(),
        contact(portrait, phone),
        portrait == null ? null : MatchReason.EXACT.name(),
        recording);
  }

  @Override
  public void close() {
    recorder.close();
  }

  private static @Nullable Long contact(@Nullable Portrait portrait, @Nullable Phone phone) {
    if (portrait == null || phone == null) {
      return null;
    }
    Long id = phone.contactId();
    return id != null ? id : portrait.mainContact().map(Contact::id).orElse(null);
  }

  private static CallOutcome outcome(int index, Direction direction) {
    if (index % 5 == 3) {
      return direction == Direction.INCOMING ? CallOutcome.MISSED : CallOutcome.NO_ANSWER;
    }
    return index % 17 == 16 && direction == Direction.OUTGOING
        ? CallOutcome.BUSY
        : CallOutcome.ANSWERED;
  }

  private PhoneNumber stranger(int index) {
    return numbers.parse(
        index % 2 == 0 ? "+1 212-555-018" + index % 10 : "0512-5555-019" + index % 10);
  }

  /** Six calls a day in working hours, the newest first, none in the future. */
  private Instant moment(int index) {
    LocalDate day = clock.today().minusDays(index / 6);
    LocalTime time = LocalTime.of(17 - index % 6, random.nextInt(60), random.nextInt(60));
    Instant at = day.atTime(time).atZone(clock.zone()).toInstant();
    Instant latest = clock.now().minus(Duration.ofMinutes(3L * (index + 1)));
    return at.isAfter(latest) ? latest : at;
  }

  private @Nullable Recording recording(String key, long millis) {
    RecordingInProgress recording = recorder.start(key, Codec.ALAW, 2);
    long samples = millis * Codec.SAMPLE_RATE / 1000;
    long offset = random.nextInt(100_000);
    for (long first = 0; first < samples; first += BLOCK) {
      int count = (int) Math.min(BLOCK, samples - first);
      byte[] near = SpeechSound.made(0, offset + first, count);
      byte[] far = SpeechSound.made(1, offset + first, count);
      byte[] both = new byte[2 * count];
      for (int i = 0; i < count; i++) {
        both[2 * i] = near[i];
        both[2 * i + 1] = far[i];
      }
      recording.append(new AudioBlock(first, Codec.ALAW, 2, count, both));
    }
    return recording.finish().orElse(null);
  }

  /** Files are named by the moment of the invented call. */
  private final class CallClock implements AppClock {
    @Override
    public Instant now() {
      return moment;
    }

    @Override
    public ZoneId zone() {
      return clock.zone();
    }

    @Override
    public long nanoTime() {
      return clock.nanoTime();
    }
  }
}
