package app.ringbook.call.outside;

import app.ringbook.call.CallRecord;
import app.ringbook.call.CallRecords;
import app.ringbook.call.FinishedCall;
import app.ringbook.customer.CustomerMatcher;
import app.ringbook.customer.Match;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.G711;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingInProgress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes in recordings that other devices made, such as mobile phones: looks through a folder, finds
 * for each file the call or the customer it belongs to, and makes of it a recording like any other.
 * A file is known again by its content, so taking a folder in twice adds nothing. The files
 * themselves are left as they are.
 *
 * <p>Not for the window's thread.
 */
public final class OutsideAudio {
  /** How far the time in a file's name may be from that of its call. */
  static final Duration NEAR = Duration.ofMinutes(10);

  private static final int MOST_FILES = 10_000;
  private static final int DEPTH = 5;
  private static final int KEY_DIGITS = 32;
  private static final String KEY = "file_";
  private static final long AHEAD_MILLIS = 60_000;
  private static final long WAIT_NANOS = 5_000_000;

  private final Database database;
  private final CallRecords records;
  private final CustomerMatcher matcher;
  private final PhoneNumbers numbers;
  private final CallRecorder recorder;
  private final AppClock clock;

  /**
   * @param recorder writes the recordings, as for calls on the line
   */
  public OutsideAudio(
      Database database,
      CallRecords records,
      CustomerMatcher matcher,
      PhoneNumbers numbers,
      CallRecorder recorder,
      AppClock clock) {
    this.database = database;
    this.records = records;
    this.matcher = matcher;
    this.numbers = numbers;
    this.recorder = recorder;
    this.clock = clock;
  }

  /**
   * Looks through a folder and the folders in it.
   *
   * @throws ProblemException if the folder cannot be read
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  public List<FoundAudio> look(Path folder, Progress progress) {
    List<Path> files = files(folder);
    Set<String> taken = taken();
    List<FoundAudio> found = new ArrayList<>();
    Set<Long> calls = new HashSet<>();
    for (Path file : files) {
      progress.check();
      FoundAudio one = one(file, taken, calls);
      if (one.callId() != null) {
        calls.add(one.callId());
      }
      found.add(one);
      progress.at(found.size(), files.size());
    }
    return found;
  }

  /**
   * Takes a file in: as the recording of its call, or as a call of its own.
   *
   * @throws ProblemException if its sound cannot be read or not be written
   */
  public CallRecord take(FoundAudio file) {
    String key = KEY + file.sha256().substring(0, KEY_DIGITS);
    Recording sound = copy(file.file(), key);
    Long call = file.callId();
    if (call != null) {
      return records.attach(call, sound).value();
    }
    PhoneNumber number = file.number();
    PhoneNumber shown = number == null ? new PhoneNumber("", null, "", null, null) : number;
    Match.Candidate candidate = candidate(shown);
    return records
        .save(
            new FinishedCall(
                call(file, key, shown, sound.millis()),
                shown,
                CallRecord.Source.FILE,
                file.atCertain(),
                file.customerId(),
                file.contactId(),
                candidate == null ? null : candidate.why().name(),
                sound))
        .value();
  }

  private static Call call(FoundAudio file, String key, PhoneNumber number, long millis) {
    Direction direction = file.direction();
    return new Call(
        key,
        "file",
        1,
        direction == null ? Direction.INCOMING : direction,
        CallState.ENDED,
        number.raw().isEmpty() ? null : number.raw(),
        number.raw().isEmpty() ? Presentation.NONE : Presentation.NUMBER,
        null,
        true,
        file.at(),
        0,
        0,
        millis,
        CallOutcome.ANSWERED,
        0);
  }

  private FoundAudio one(Path file, Set<String> taken, Set<Long> calls) {
    AudioName name = AudioName.read(file.getFileName().toString(), clock.zone());
    String sha256;
    Instant written;
    try (AudioDecoder sound = AudioDecoder.open(file)) {
      sha256 = sha256(file);
      written = Files.getLastModifiedTime(file).toInstant();
      if (sound.read(new byte[1024]) <= 0) {
        return found(file, "", FoundAudio.Place.BROKEN, name, null, written);
      }
    } catch (IOException e) {
      return found(file, "", FoundAudio.Place.BROKEN, name, null, clock.now());
    }
    PhoneNumber number =
        name.numbers().stream()
            .map(numbers::parse)
            .filter(PhoneNumber::dialable)
            .findFirst()
            .orElse(null);
    if (taken.contains(sha256.substring(0, KEY_DIGITS))) {
      return found(file, sha256, FoundAudio.Place.TAKEN, name, number, written);
    }
    Long call = number == null || name.at() == null ? null : lacking(number, name.at(), calls);
    if (call != null) {
      CallRecord record = records.byId(call).orElseThrow();
      return new FoundAudio(
          file,
          sha256,
          FoundAudio.Place.CALL,
          number,
          record.at(),
          true,
          record.direction(),
          call,
          record.customerId(),
          record.contactId(),
          record.contactName() == null ? record.customerName() : record.contactName());
    }
    return found(file, sha256, FoundAudio.Place.NOBODY, name, number, written);
  }

  private FoundAudio found(
      Path file,
      String sha256,
      FoundAudio.Place place,
      AudioName name,
      @Nullable PhoneNumber number,
      Instant written) {
    Match.Candidate who = number == null ? null : candidate(number);
    boolean known = who != null && place == FoundAudio.Place.NOBODY;
    Instant at = name.at();
    return new FoundAudio(
        file,
        sha256,
        known ? FoundAudio.Place.CUSTOMER : place,
        number,
        at == null ? written : at,
        at != null,
        name.direction(),
        null,
        who == null ? null : who.customerId(),
        who == null ? null : who.contactId(),
        who == null ? null : who.contactName() == null ? who.customerName() : who.contactName());
  }

  /** The one whose number it surely is. */
  private Match.@Nullable Candidate candidate(PhoneNumber number) {
    return number.raw().isEmpty() || !(matcher.match(number) instanceof Match.One one)
        ? null
        : one.candidate();
  }

  private @Nullable Long lacking(PhoneNumber number, Instant at, Set<Long> given) {
    List<Long> near =
        database.read(
            OutsideMapper.class,
            m -> m.withoutRecording(number.suffix8(), at.minus(NEAR), at.plus(NEAR)));
    List<CallRecord> free =
        near.stream()
            .filter(id -> !given.contains(id))
            .flatMap(id -> records.byId(id).stream())
            .filter(CallRecord::answered)
            .toList();
    return free.stream()
        .min((a, b) -> distance(a, at).compareTo(distance(b, at)))
        .map(CallRecord::id)
        .orElse(null);
  }

  private static Duration distance(CallRecord call, Instant at) {
    return Duration.between(call.at(), at).abs();
  }

  private Set<String> taken() {
    Set<String> keys = new HashSet<>();
    for (String path : database.read(OutsideMapper.class, OutsideMapper::taken)) {
      int at = path.indexOf("-" + KEY) + 1 + KEY.length();
      keys.add(path.substring(at, Math.min(path.length(), at + KEY_DIGITS)));
    }
    return keys;
  }

  private Recording copy(Path file, String key) {
    try (AudioDecoder sound = AudioDecoder.open(file)) {
      RecordingInProgress running = recorder.start(key, Codec.ALAW, sound.channels());
      byte[] second = new byte[Codec.SAMPLE_RATE * 2 * sound.channels()];
      long frame = 0;
      for (int count = sound.read(second); count > 0; count = sound.read(second)) {
        short[] samples = new short[count / 2];
        ByteBuffer.wrap(second, 0, count)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer()
            .get(samples);
        int frames = samples.length / sound.channels();
        running.append(
            new AudioBlock(
                frame, Codec.ALAW, sound.channels(), frames, G711.encode(Codec.ALAW, samples)));
        frame += frames;
        // The writer is for a line that never waits: a file has to wait for it.
        while (running.millis() - running.safeMillis() > AHEAD_MILLIS
            && running.stopped() == null) {
          LockSupport.parkNanos(WAIT_NANOS);
        }
      }
      Recording.Stop stopped = running.stopped();
      Recording made = running.finish().orElse(null);
      if (made == null || stopped != null) {
        throw new ProblemException("call.outside.notWritten", file.getFileName().toString());
      }
      return made;
    } catch (IOException e) {
      throw new ProblemException(e, "call.outside.notRead", file.getFileName().toString());
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      return all.filter(OutsideAudio::sound).sorted().limit(MOST_FILES).toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new ProblemException(e, "call.outside.folder", folder.toString());
    }
  }

  private static boolean sound(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".wav") || name.endsWith(".mp3")) && Files.isRegularFile(file);
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
