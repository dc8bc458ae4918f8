package app.ringbook.spreadsheet;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.Decisions;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.FillRule;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.ColumnMatcher;
import app.ringbook.spreadsheet.match.DateOrder;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.spreadsheet.match.RowRules;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The whole line of an import in one call, as the command line makes it. */
public final class SheetImports {
  /** Rows named one by one in a result. */
  private static final int LISTED = 1_000;

  private final ImportLine customers;
  private final PhoneNumbers numbers;
  private final AppClock clock;

  /**
   * What somebody asked for.
   *
   * @param kind what rows become: name of a {@link app.ringbook.spreadsheet.kind.RecordKind}
   * @param sheet name of the sheet, or null for the first that is not hidden
   * @param match keys of fields by header, put over what is recognised; empty for that alone
   * @param policy for customers that are stored already
   * @param source where all rows come from, or null
   * @param dates which part comes first in columns of dates that do not say it themselves, or null
   * @param rules words of {@link FillRule} by key of the field, instead of the policy
   * @param decisions about rows that may be stored customers, for {@link DuplicatePolicy#ASK}
   * @param rehearse true to write nothing
   * @param rejects where the refused rows go, or null
   */
  public record Order(
      String kind,
      @Nullable String sheet,
      Map<String, String> match,
      DuplicatePolicy policy,
      @Nullable String source,
      @Nullable DateOrder dates,
      Map<String, String> rules,
      Decisions decisions,
      boolean rehearse,
      @Nullable Path rejects) {

    /** Everything as it is recognised, into the database. */
    public static final Order PLAIN =
        new Order(
            "customers",
            null,
            Map.of(),
            DuplicatePolicy.FILL,
            null,
            null,
            Map.of(),
            Decisions.NONE,
            false,
            null);
  }

  /** Wires the line together. */
  public SheetImports(ImportLine customers, PhoneNumbers numbers, AppClock clock) {
    this.customers = customers;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** The line of an import, step by step. */
  public ImportLine line() {
    return customers;
  }

  /**
   * Imports a file, or rehearses it.
   *
   * @param texts language of the reasons beside refused rows
   * @throws ProblemException with a sentence if the file or an answer in the order is no use
   */
  public ImportResult run(Path path, Order order, Texts texts, Progress progress) {
    long began = clock.nanoTime();
    RecordKind kind = customers.kinds().byWord(order.kind());
    SheetFile file = SheetFile.open(path);
    try (SheetRows rows = file.load(file.sheet(order.sheet()), progress)) {
      ColumnMatch match =
          new ColumnMatcher(numbers, kind.fields()).match(rows).withSaved(order.match());
      if (!kind.enough(match)) {
        throw new ProblemException("spreadsheet.problem.noColumns", rows.sheet().name());
      }
      ImportOptions options = options(order, match);
      Rehearsal result;
      Long importId = null;
      if (order.rehearse()) {
        result = customers.rehearse(rows, match, options, progress);
      } else {
        ImportLine.Done done = customers.commit(rows, match, options, progress);
        if (!done.finished()) {
          throw new CancellationException();
        }
        result = done.rows();
        importId = done.importId();
      }
      Path rejects = null;
      if (order.rejects() != null && result.count(Outcome.REFUSED) > 0) {
        new RefusedRows(texts)
            .write(rows, customers.reader(match, options), result, order.rejects());
        rejects = order.rejects();
      }
      double seconds = (clock.nanoTime() - began) / 1e9;
      return result(order, importId, rows, match, result, texts, rejects, seconds);
    }
  }

  private static ImportResult.Twin twin(RowResult row) {
    String by = row.why().name().toLowerCase(Locale.ROOT);
    return new ImportResult.Twin(row.number(), row.name(), row.twin(), row.twinRow(), by);
  }

  private static ImportResult.Refused refused(RowResult row, Texts texts) {
    RowDraft.Refusal refusal = row.refusal();
    String reason = refusal == null ? "" : new RefusedRows(texts).reason(refusal);
    return new ImportResult.Refused(row.number(), row.name(), reason);
  }

  private static ImportOptions options(Order order, ColumnMatch match) {
    Map<String, DateOrder> orders = new HashMap<>();
    DateOrder said = order.dates();
    if (said != null) {
      match.undated(RowRules.DEFAULT).stream()
          .map(ColumnMatch.Column::field)
          .filter(Objects::nonNull)
          .forEach(field -> orders.put(field.key(), said));
    }
    RowRules rules = RowRules.DEFAULT.withSource(order.source()).withOrders(orders);
    return ImportOptions.DEFAULT
        .withKind(order.kind())
        .withPolicy(order.policy())
        .withRules(rules)
        .withDecisions(order.decisions())
        .withFills(fills(order, match));
  }

  private static Map<String, FillRule> fills(Order order, ColumnMatch match) {
    Map<String, FillRule> fills = new HashMap<>();
    order
        .rules()
        .forEach(
            (key, rule) -> {
              if (match.fields().byKey(key).isEmpty()) {
                String known =
                    String.join(", ", match.fields().all().stream().map(Field::key).toList());
                throw new ProblemException("spreadsheet.problem.noSuchField", key, known);
              }
              fills.put(key, FillRule.byWord(rule));
            });
    return fills;
  }

  private static ImportResult result(
      Order order,
      @Nullable Long importId,
      SheetRows rows,
      ColumnMatch match,
      Rehearsal result,
      Texts texts,
      @Nullable Path rejects,
      double seconds) {
    return new ImportResult(
        importId,
        rows.fileName(),
        rows.sheet().name(),
        order.kind(),
        result.read(),
        result.count(Outcome.NEW),
        result.count(Outcome.UPDATED),
        result.count(Outcome.SAME),
        result.count(Outcome.DUPLICATE),
        result.count(Outcome.REFUSED),
        match.saved().entrySet().stream()
            .filter(e -> !e.getValue().isEmpty())
            .map(e -> new ImportResult.Matched(e.getKey(), e.getValue()))
            .toList(),
        result.problems().stream()
            .map(p -> new ImportResult.Problem(p.kind().key(), p.cells()))
            .toList(),
        result.rows(Outcome.DUPLICATE).stream().limit(LISTED).map(SheetImports::twin).toList(),
        result.rows(Outcome.REFUSED).stream().limit(LISTED).map(r -> refused(r, texts)).toList(),
        rejects,
        seconds);
  }
}
