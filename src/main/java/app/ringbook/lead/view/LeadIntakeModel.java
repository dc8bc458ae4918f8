package app.ringbook.lead.view;

import app.ringbook.customer.view.Problems;
import app.ringbook.lead.LeadCleaning.Row;
import app.ringbook.lead.LeadCleaning.Verdict;
import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.LeadSource;
import app.ringbook.lead.intake.LeadReading;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.LeadSettings;
import app.ringbook.settings.Settings;
import app.ringbook.store.Database;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Leads pasted from elsewhere, and the folder that is watched. Used on the window's thread. */
public final class LeadIntakeModel {
  private final LeadIntake intake;
  private final LeadReading reading;
  private final Settings settings;
  private final Background background;
  private final ObservableList<Verdict> verdicts = FXCollections.observableArrayList();
  private int question;

  /** Reads and writes through these doors. */
  public LeadIntakeModel(
      LeadIntake intake, LeadReading reading, Settings settings, Background background) {
    this.intake = intake;
    this.reading = reading;
    this.settings = settings;
    this.background = background;
  }

  private List<Row> rows(String text, String source, @Nullable String owner) {
    String from = source.isBlank() ? LeadSource.PASTE.name() : source.strip();
    return reading.text(text, from).stream()
        .map(row -> new Row(row.number(), row.lead().ownedBy(owner)))
        .toList();
  }

  /** Shows what would become of each row of a text; writes nothing. */
  public void rehearse(String text) {
    int mine = ++question;
    background
        .run(progress -> intake.rehearse(rows(text, "", null)))
        .orElse(e -> verdicts.clear())
        .then(
            judged -> {
              if (mine == question) {
                verdicts.setAll(judged);
              }
            });
  }

  /**
   * Takes in what is new in a text.
   *
   * @param source where it comes from; blank for pasted
   * @param done told what became of the rows, and the change by which it can be undone
   * @param refused told why nothing was written
   */
  public void take(
      String text,
      String source,
      @Nullable String owner,
      Consumer<Database.Done<LeadIntake.Taken>> done,
      Consumer<ProblemException> refused) {
    background
        .run(progress -> intake.take(rows(text, source, owner), source, null))
        .orElse(e -> refused.accept(Problems.known(e, "lead.problem.failed")))
        .then(done);
  }

  /** The folder that is watched, with what its leads get. */
  public LeadSettings folder() {
    return settings.lead();
  }

  /**
   * Watches another folder, or none.
   *
   * @param done called once it is
   * @param refused told why it is not
   */
  public void watch(LeadSettings wanted, Runnable done, Consumer<ProblemException> refused) {
    background
        .run(
            progress -> {
              String folder = wanted.folder();
              if (folder != null && !isFolder(folder)) {
                throw new ProblemException("lead.watch.none", folder);
              }
              settings.changeLead(was -> wanted);
              return wanted;
            })
        .orElse(e -> refused.accept(Problems.known(e, "lead.problem.failed")))
        .then(saved -> done.run());
  }

  private static boolean isFolder(String name) {
    try {
      return Files.isDirectory(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** What would become of the rows of the text shown last. */
  public ObservableList<Verdict> verdicts() {
    return verdicts;
  }
}
