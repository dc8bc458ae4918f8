package app.ringbook.telephony.recorder;

import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.recorder.vault.SystemKeys;
import app.ringbook.telephony.recorder.vault.Vault;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where recordings are kept, how much room they take, and how they move to another folder. Not for
 * the window's thread but for {@link #path}.
 */
public final class RecordingFolder {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingFolder.class);
  private static final Pattern STAMPED = Pattern.compile("(\\d{8})-\\d{6}-");
  private final Settings settings;
  private final AppFolders folders;
  private final Vault vault;

  /** The folder that the settings name, else the one in the data folder. */
  public RecordingFolder(Settings settings, AppFolders folders) {
    this.settings = settings;
    this.folders = folders;
    this.vault =
        new Vault(
            this::path,
            () -> SystemKeys.best(folders.root().resolve("keys")),
            () -> settings.recording().encrypt());
  }

  /**
   * A restored backup puts its recordings into the data folder, while its settings may name another
   * one: they go there if it is there and takes them, else the data folder is used from now on. To
   * be called at start, before anything is recorded or played; does nothing without a restore.
   *
   * @return this
   */
  public RecordingFolder afterRestore() {
    Path restored = folders.recordings().toAbsolutePath().normalize();
    Path named = path().toAbsolutePath().normalize();
    try {
      if (!Files.exists(folders.restoredRecordings())) {
        return this;
      }
      if (!named.equals(restored) && !(Files.isDirectory(named) && fetched(restored, named))) {
        LOG.warn("{} is not used any more: restored recordings are in {}", named, restored);
        settings.changePhone(phone -> with(phone, null));
      }
      Files.deleteIfExists(folders.restoredRecordings());
    } catch (IOException e) {
      LOG.error("Restored recordings stay in {}", restored, e);
    }
    return this;
  }

  /** Every file is there before any is deleted here. */
  private static boolean fetched(Path source, Path to) {
    Set<Path> copied = new LinkedHashSet<>();
    try {
      room(source, to);
      copy(source, to, copied, Progress.NONE);
    } catch (IOException | ProblemException e) {
      LOG.warn("{} does not take the restored recordings: {}", to, e.toString());
      return false;
    }
    copied.forEach(RecordingFolder::delete);
    return true;
  }

  /** The keys of what is sealed in it. */
  public Vault vault() {
    return vault;
  }

  /** What a recorder into this folder has to heed. */
  public CallRecorder.Care care() {
    return new CallRecorder.Care(vault, () -> settings.recording().leastFreeBytes());
  }

  /**
   * Room taken and left.
   *
   * @param recordings number of recordings
   * @param bytes what they take
   * @param freeBytes what is left where they lie
   * @param days bytes by the day on which they were recorded, as far as the names tell it
   */
  public record Space(
      long recordings, long bytes, long freeBytes, SortedMap<LocalDate, Long> days) {}

  /** Where recordings go now. */
  public Path path() {
    String chosen = settings.phone().recordingFolder();
    return chosen == null || chosen.isBlank() ? folders.recordings() : Path.of(chosen);
  }

  /**
   * How a person is told where a file is: from the data folder on where it lies in it, else whole.
   */
  public String named(Path file) {
    Path root = folders.root().toAbsolutePath().normalize();
    Path whole = file.toAbsolutePath().normalize();
    return whole.startsWith(root) ? root.relativize(whole).toString() : whole.toString();
  }

  /** Counts what is there. */
  public Space space() {
    long count = 0;
    long bytes = 0;
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    for (Path file : files(path())) {
      try {
        long size = Files.size(file);
        bytes += size;
        day(file).ifPresent(day -> days.merge(day, size, Long::sum));
        count += file.toString().endsWith(".wav") ? 1 : 0;
      } catch (IOException e) {
        LOG.debug("{} went away while it was counted", file);
      }
    }
    return new Space(count, bytes, freeBytes(path()), days);
  }

  /** The name tells it; the time of the file is another once it was sealed or moved. */
  private static Optional<LocalDate> day(Path file) {
    Matcher name = STAMPED.matcher(String.valueOf(file.getFileName()));
    if (!name.lookingAt()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(name.group(1), DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Moves all recordings and uses the new folder from then on. Every file is copied before any is
   * deleted, and the setting is switched in between: whatever stops it, each recording is in the
   * folder that is in use. A recording that goes on meanwhile ends in the old folder and is fetched
   * at the end, or found there by hand.
   *
   * @throws ProblemException if the folder can't be written or has too little room
   */
  public void moveTo(Path target, Progress progress) {
    Path source = path().toAbsolutePath().normalize();
    Path to = target.toAbsolutePath().normalize();
    if (to.equals(source)) {
      return;
    }
    if (to.startsWith(source) || source.startsWith(to)) {
      throw new ProblemException("call.folder.inside", to.toString());
    }
    Set<Path> copied = new LinkedHashSet<>();
    try {
      Files.createDirectories(to);
      room(source, to);
      copy(source, to, copied, progress);
      settings.changePhone(phone -> with(phone, to.toString()));
      copy(source, to, copied, Progress.NONE);
    } catch (IOException e) {
      throw new ProblemException(e, "call.folder.failed", to.toString());
    }
    for (Path file : copied) {
      delete(file);
    }
  }

  private static void room(Path source, Path to) throws IOException {
    long needed = 0;
    for (Path file : files(source)) {
      needed += Files.size(file);
    }
    if (needed > freeBytes(to)) {
      throw new ProblemException("call.folder.full", to.toString());
    }
  }

  private static void copy(Path source, Path to, Set<Path> copied, Progress progress)
      throws IOException {
    List<Path> files = files(source);
    long done = 0;
    for (Path file : files) {
      progress.check();
      progress.at(done++, files.size());
      if (file.toString().endsWith(".part") || copied.contains(file)) {
        continue;
      }
      Path fresh = to.resolve(source.relativize(file).toString());
      Path parent = fresh.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Path coming = fresh.resolveSibling(fresh.getFileName() + ".coming");
      Files.copy(file, coming, StandardCopyOption.REPLACE_EXISTING);
      Files.move(coming, fresh, StandardCopyOption.REPLACE_EXISTING);
      copied.add(file);
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).toList());
    } catch (IOException e) {
      LOG.warn("{} can't be read", folder, e);
      return List.of();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} was copied and could not be deleted", file, e);
    }
  }

  private static long freeBytes(Path folder) {
    for (Path there = folder; there != null; there = there.getParent()) {
      if (Files.exists(there)) {
        return usable(there);
      }
    }
    return 0;
  }

  private static long usable(Path there) {
    try {
      FileStore store = Files.getFileStore(there);
      return store.getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  static PhoneSettings with(PhoneSettings p, @Nullable String folder) {
    return new PhoneSettings(
        p.kits(),
        p.region(),
        p.areaCode(),
        p.outsidePrefix(),
        p.ownNumbers(),
        p.ringTimeoutMillis(),
        p.recordCalls(),
        folder);
  }
}
