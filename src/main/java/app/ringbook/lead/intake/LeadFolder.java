package app.ringbook.lead.intake;

import app.ringbook.lead.LeadCleaning.Row;
import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.LeadSource;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Subscription;
import app.ringbook.platform.Texts;
import app.ringbook.platform.Worker;
import app.ringbook.settings.LeadSettings;
import app.ringbook.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in files that are dropped into a folder, each once: a file is taken when it has stopped
 * growing, remembered by its content in the same change, and moved aside with a report. What cannot
 * be read is moved aside too, and said. Looks by itself on a thread of its own.
 */
public final class LeadFolder {
  private static final Logger LOG = LoggerFactory.getLogger(LeadFolder.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Set<String> KINDS = Set.of("xlsx", "xlsm", "xls", "csv", "tsv", "txt");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private final LeadIntake intake;
  private final LeadReading reading;
  private final Sheets sheets;
  private final Supplier<LeadSettings> settings;
  private final Supplier<Texts> texts;
  private final AppClock clock;
  private final Consumer<Report> told;
  private final Map<Path, String> growing = new HashMap<>();
  private final Set<String> said = new HashSet<>();

  /** Reads files of spreadsheet programs. */
  @FunctionalInterface
  public interface Sheets {
    /**
     * The cells of the first sheet from the top.
     *
     * @throws ProblemException if it cannot be read
     */
    List<List<String>> rows(Path file);
  }

  /**
   * What became of a file.
   *
   * @param file its name
   * @param done what was taken in, and the change by which that can be undone; null if nothing
   * @param problem why it could not be taken in, or what went wrong afterwards; or null
   */
  public record Report(
      String file,
      Database.@Nullable Done<LeadIntake.Taken> done,
      @Nullable ProblemException problem) {}

  /**
   * @param settings asked at each look
   * @param texts words of reports and folders
   * @param told hears of each file, on the folder's thread
   */
  public LeadFolder(
      LeadIntake intake,
      LeadReading reading,
      Sheets sheets,
      Supplier<LeadSettings> settings,
      Supplier<Texts> texts,
      AppClock clock,
      Consumer<Report> told) {
    this.intake = intake;
    this.reading = reading;
    this.sheets = sheets;
    this.settings = settings;
    this.texts = texts;
    this.clock = clock;
    this.told = told;
  }

  /** Looks again and again until the subscription is closed. */
  public Subscription follow() {
    Worker looks = new Worker("lead-folder");
    looks.every(PAUSE, this::look);
    return looks::end;
  }

  /** Looks once. A file is taken at the second look at which it is the same. */
  void look() {
    String chosen = settings.get().folder();
    if (chosen == null) {
      return;
    }
    Path folder = Path.of(chosen);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(LeadFolder::wanted).sorted().toList();
      growing.keySet().retainAll(found);
      said.remove(chosen);
      for (Path file : found) {
        if (settled(file)) {
          take(folder, file);
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The folder of leads cannot be read", e);
      if (said.add(chosen)) {
        told.accept(new Report(chosen, null, new ProblemException(e, "lead.folder.gone", chosen)));
      }
    }
  }

  private static boolean wanted(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String kind = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return KINDS.contains(kind)
        && !name.startsWith(".")
        && !name.startsWith("~$")
        && Files.isRegularFile(file);
  }

  private boolean settled(Path file) throws IOException {
    String state = Files.size(file) + " " + Files.getLastModifiedTime(file);
    return state.equals(growing.put(file, state)) && !said.contains(file + state);
  }

  private void take(Path folder, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    LeadIntake.Origin origin = new LeadIntake.Origin(name, FileMark.sha256(file));
    Report report;
    try {
      report = new Report(name, taken(file, origin), null);
    } catch (ProblemException e) {
      report = new Report(name, null, e);
    } catch (IOException | RuntimeException e) {
      report = new Report(name, null, new ProblemException(e, "lead.folder.unreadable", name));
    }
    told.accept(putAside(folder, file, report));
  }

  private Database.Done<LeadIntake.Taken> taken(Path file, LeadIntake.Origin origin)
      throws IOException {
    if (intake.knows(origin)) {
      throw new ProblemException("lead.folder.again", origin.name());
    }
    LeadSettings now = settings.get();
    String source = now.source().isEmpty() ? LeadSource.FILE.name() : now.source();
    boolean plain = origin.name().toLowerCase(Locale.ROOT).endsWith(".txt");
    List<Row> rows =
        (plain
                ? reading.text(Files.readString(file, StandardCharsets.UTF_8), source)
                : reading.table(sheets.rows(file), source))
            .stream().map(row -> new Row(row.number(), row.lead().ownedBy(now.owner()))).toList();
    if (rows.isEmpty()) {
      throw new ProblemException("lead.folder.empty", origin.name());
    }
    return intake.take(rows, origin.name(), origin);
  }

  /** A file that cannot be moved is not taken again; it is said once that it stays. */
  private Report putAside(Path folder, Path file, Report report) throws IOException {
    String state = Files.size(file) + " " + Files.getLastModifiedTime(file);
    try {
      Texts now = texts.get();
      String aside = now.text(report.done() == null ? "lead.folder.problems" : "lead.folder.done");
      Path place = Files.createDirectories(folder.resolve(aside));
      String stamp = STAMP.format(LocalDateTime.ofInstant(clock.now(), clock.zone()));
      Path target = place.resolve(stamp + " " + report.file());
      Files.writeString(
          place.resolve(stamp + " " + report.file() + ".report.txt"),
          "\uFEFF" + LeadReport.text(report, now));
      Files.move(file, target);
      growing.remove(file);
      return report;
    } catch (IOException e) {
      LOG.warn("{} cannot be moved aside", file, e);
      said.add(file + state);
      return new Report(
          report.file(),
          report.done(),
          new ProblemException(e, "lead.folder.stays", report.file()));
    }
  }
}
