package app.ringbook.call;

import app.ringbook.platform.Listeners;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.store.Database;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that have no row yet, safe all the same: a small file for each, written when it begins, at
 * each turn and at its end, taken away once the row is durable and the end was heard. Saving is
 * tried again and again until it succeeds; what is left over after a crash becomes a row at the
 * next start. On one thread but for {@link #unsaved}.
 */
final class OpenCalls {
  private static final Logger LOG = LoggerFactory.getLogger(OpenCalls.class);
  private static final String ENDING = ".call";
  private final Path folder;
  private final CallRecords records;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final AtomicInteger unsaved = new AtomicInteger();
  private final Listeners<CallRecord> saved = new Listeners<>();

  private record Waiting(FinishedCall call, Runnable after) {}

  /**
   * A call as it stands.
   *
   * @param call the call
   * @param number the other end's number
   * @param customerId whose call it is as far as known, or null
   * @param contactId the person, or null
   * @param matchReason as in {@link CallRecord}
   * @param recordingFile path from the recording folder on, or null
   * @param earlierFile the recording that this one begins with and is to replace, or null
   * @param paused true if a person paused the recording
   */
  record Note(
      Call call,
      PhoneNumber number,
      @Nullable Long customerId,
      @Nullable Long contactId,
      @Nullable String matchReason,
      @Nullable String recordingFile,
      @Nullable String earlierFile,
      boolean paused) {}

  /** Keeps the files in this folder, made when needed. */
  OpenCalls(Path folder, CallRecords records) {
    this.folder = folder;
    this.records = records;
  }

  /** Writes or replaces the file of a call; a failure is logged, the call goes on. */
  void keep(Note note) {
    try {
      Files.createDirectories(folder);
      StringWriter text = new StringWriter();
      properties(note).store(text, null);
      Path file = file(note.call.key());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.error("Call {} is not safe until it is saved", note.call.key(), e);
    }
  }

  /** The row is durable. */
  void done(String callKey) {
    try {
      Files.deleteIfExists(file(callKey));
    } catch (IOException e) {
      LOG.warn("The file of call {} stays; the next start finds the call saved", callKey, e);
    }
  }

  /** Calls without a row, left by an earlier run, in the order in which they began. */
  List<Note> left() {
    List<Note> notes = new ArrayList<>();
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
        try {
          notes.add(read(file));
        } catch (IOException | RuntimeException e) {
          LOG.error("{} cannot be read as a call", file, e);
        }
      }
    } catch (IOException e) {
      LOG.error("{} cannot be searched for unsaved calls", folder, e);
    }
    notes.sort(java.util.Comparator.comparing(note -> note.call.startedAt()));
    return notes;
  }

  Listeners<CallRecord> saved() {
    return saved;
  }

  int unsaved() {
    return unsaved.get();
  }

  /** Saves a call, then runs {@code after}; if it cannot be saved now both wait. */
  void file(FinishedCall call, Runnable after) {
    if (!save(call, after)) {
      waiting.add(new Waiting(call, after));
      unsaved.set(waiting.size());
    }
  }

  /** Saves what waits, in its order, until one fails again. */
  void tryAgain() {
    for (int left = waiting.size(); left > 0; left--) {
      Waiting next = waiting.remove();
      if (!save(next.call, next.after)) {
        waiting.add(next);
      }
    }
    unsaved.set(waiting.size());
  }

  private boolean save(FinishedCall call, Runnable after) {
    Database.Done<CallRecord> row;
    try {
      row = records.save(call);
    } catch (RuntimeException e) {
      LOG.error("Call {} could not be saved and will be tried again", call.call().key(), e);
      return false;
    }
    if (!mayGoOn(call.call())) {
      done(call.call().key());
    }
    after.run();
    if (row.sequence() != 0) {
      saved.tell(row.value());
    }
    return true;
  }

  /** Nobody heard how it ended: its file stays, so that the next start knows it if it goes on. */
  static boolean mayGoOn(Call call) {
    return !call.ended() || call.outcome() == CallOutcome.DEVICE_LOST;
  }

  private Path file(String key) {
    String name = key.replaceAll("[^A-Za-z0-9._-]+", "_");
    name = name.substring(Math.max(0, name.length() - 80));
    return folder.resolve(name + "-" + Integer.toHexString(key.hashCode()) + ENDING);
  }

  private static Properties properties(Note note) {
    Call call = note.call;
    Properties all = new Properties();
    put(all, "key", call.key());
    put(all, "kit", call.kit());
    put(all, "line", call.line());
    put(all, "direction", call.direction());
    put(all, "state", call.state());
    put(all, "number", call.number());
    put(all, "presentation", call.presentation());
    put(all, "name", call.callerName());
    put(all, "verified", call.verified());
    put(all, "began", call.startedAt());
    put(all, "rings", call.rings());
    put(all, "ring", call.ringMillis());
    put(all, "talk", call.talkMillis());
    put(all, "outcome", call.outcome());
    put(all, "hand", call.byHand());
    put(all, "raw", note.number.raw());
    put(all, "e164", note.number.e164());
    put(all, "national", note.number.national());
    put(all, "customer", note.customerId);
    put(all, "contact", note.contactId);
    put(all, "reason", note.matchReason);
    put(all, "recording", note.recordingFile);
    put(all, "earlier", note.earlierFile);
    put(all, "paused", note.paused);
    return all;
  }

  private static void put(Properties all, String name, @Nullable Object value) {
    if (value != null) {
      all.setProperty(name, value.toString());
    }
  }

  private static Note read(Path file) throws IOException {
    Properties all = new Properties();
    all.load(new StringReader(Files.readString(file)));
    String outcome = all.getProperty("outcome");
    Call call =
        new Call(
            wanted(all, "key"),
            wanted(all, "kit"),
            Integer.parseInt(wanted(all, "line")),
            Direction.valueOf(wanted(all, "direction")),
            CallState.valueOf(wanted(all, "state")),
            all.getProperty("number"),
            Presentation.valueOf(wanted(all, "presentation")),
            all.getProperty("name"),
            Boolean.parseBoolean(wanted(all, "verified")),
            Instant.parse(wanted(all, "began")),
            Integer.parseInt(wanted(all, "rings")),
            Long.parseLong(wanted(all, "ring")),
            Long.parseLong(wanted(all, "talk")),
            outcome == null ? null : CallOutcome.valueOf(outcome),
            0,
            Boolean.parseBoolean(all.getProperty("hand")));
    PhoneNumber number =
        new PhoneNumber(
            wanted(all, "raw"), all.getProperty("e164"), wanted(all, "national"), null, null);
    return new Note(
        call,
        number,
        id(all, "customer"),
        id(all, "contact"),
        all.getProperty("reason"),
        all.getProperty("recording"),
        all.getProperty("earlier"),
        Boolean.parseBoolean(all.getProperty("paused")));
  }

  private static @Nullable Long id(Properties all, String name) {
    String value = all.getProperty(name);
    return value == null ? null : Long.valueOf(value);
  }

  private static String wanted(Properties all, String name) {
    String value = all.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
