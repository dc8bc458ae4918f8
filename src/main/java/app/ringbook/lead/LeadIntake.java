package app.ringbook.lead;

import app.ringbook.customer.CustomerMatcher;
import app.ringbook.lead.LeadCleaning.Kind;
import app.ringbook.lead.LeadCleaning.Row;
import app.ringbook.lead.LeadCleaning.Verdict;
import app.ringbook.platform.AppClock;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes in many leads at once: cleaned first, written in one change that can be undone as one. Not
 * for the window's thread.
 */
public final class LeadIntake {
  private final Database database;
  private final Leads leads;
  private final CustomerMatcher matcher;
  private final AppClock clock;

  /** Writes through these doors. */
  public LeadIntake(Database database, Leads leads, CustomerMatcher matcher, AppClock clock) {
    this.database = database;
    this.leads = leads;
    this.matcher = matcher;
    this.clock = clock;
  }

  /**
   * A file leads come from.
   *
   * @param name as a person knows it
   * @param sha256 checksum of its content in hex
   */
  public record Origin(String name, String sha256) {}

  /**
   * What became of rows.
   *
   * @param added ids of the new leads
   * @param duplicates rows of people who were there already, with the twin
   * @param invalid rows of people nobody could reach
   */
  public record Taken(List<Long> added, List<Verdict> duplicates, List<Verdict> invalid) {
    /** Copies the lists. */
    public Taken {
      added = List.copyOf(added);
      duplicates = List.copyOf(duplicates);
      invalid = List.copyOf(invalid);
    }
  }

  /** Judges rows one after the other against what is stored now; for rehearsals and imports. */
  public LeadCleaning cleaning() {
    return new LeadCleaning(
        number ->
            database.read(LeadMapper.class, m -> m.withNumber(number.suffix8(), number.e164())),
        email -> database.read(LeadMapper.class, m -> m.withEmail(email)),
        matcher);
  }

  /** What would become of the rows; writes nothing. */
  public List<Verdict> rehearse(List<Row> rows) {
    LeadCleaning cleaning = cleaning();
    return rows.stream().map(cleaning::judge).toList();
  }

  /** True if a file with this content was taken in, and that was not undone. */
  public boolean knows(Origin file) {
    return database.read(LeadMapper.class, m -> m.filesTaken(file.sha256())) > 0;
  }

  /**
   * Takes the rows in that become leads.
   *
   * @param subject what the change is called in the list of changes, such as the file's name
   * @param file the file they come from, or null; remembered so that it is taken in once
   */
  public Database.Done<Taken> take(List<Row> rows, String subject, @Nullable Origin file) {
    return database.inTransaction(
        Change.of("lead.change.taken", subject),
        tx -> {
          LeadMapper mapper = tx.mapper(LeadMapper.class);
          LeadCleaning cleaning =
              new LeadCleaning(
                  number -> mapper.withNumber(number.suffix8(), number.e164()),
                  mapper::withEmail,
                  matcher);
          List<NewLead> fresh = new ArrayList<>();
          List<Verdict> duplicates = new ArrayList<>();
          List<Verdict> invalid = new ArrayList<>();
          for (Row row : rows) {
            Verdict verdict = cleaning.judge(row);
            switch (verdict.kind()) {
              case FRESH -> fresh.add(row.lead());
              case DUPLICATE -> duplicates.add(verdict);
              case UNREACHABLE -> invalid.add(verdict);
            }
          }
          Taken taken = new Taken(leads.insertAllIn(tx, fresh), duplicates, invalid);
          if (file != null) {
            tx.insert(LeadRows.intake(tx.nextId(LeadRows.INTAKES), file, clock.now(), taken));
          }
          return taken;
        });
  }

  /** How many verdicts are of a kind. */
  public static long count(List<Verdict> verdicts, Kind kind) {
    return verdicts.stream().filter(one -> one.kind() == kind).count();
  }
}
