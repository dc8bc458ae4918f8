package app.ringbook.spreadsheet;

import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of every row: the same for a rehearsal, which writes nothing, and for the import
 * that follows it.
 */
public final class Rehearsal {
  /** Most rows whose details are kept for each outcome. */
  public static final int DETAILS = 2_000;

  private static final int EXAMPLES = 200;
  private final Outcome[] outcomes;
  private final Map<Outcome, Integer> counts;
  private final Map<Outcome, List<RowResult>> details;
  private final List<Problem> problems;
  private final Map<Integer, RowDraft.Refusal> refusals;

  /**
   * Something wrong with several cells.
   *
   * @param kind what it is
   * @param cells cells it was found in; rows, for what concerns whole rows
   * @param byColumn cells by column, counted from 0; -1 stands for whole rows
   * @param rows numbers of the first rows with it, as the spreadsheet shows them
   */
  public record Problem(
      ProblemKind kind, int cells, Map<Integer, Integer> byColumn, List<Integer> rows) {}

  private Rehearsal(Builder builder) {
    outcomes = Arrays.copyOf(builder.outcomes, builder.read);
    counts = new EnumMap<>(builder.counts);
    details = builder.details;
    refusals = builder.refusals;
    problems =
        builder.problems.values().stream()
            .map(p -> new Problem(p.kind, p.cells, Map.copyOf(p.byColumn), List.copyOf(p.rows)))
            .toList();
  }

  /** Rows read: the sum of all outcomes. */
  public int read() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Rows with an outcome. */
  public int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /** The outcome of each row below the headers, in order. */
  public List<Outcome> outcomes() {
    return List.of(outcomes);
  }

  /** Details of the first rows with an outcome. */
  public List<RowResult> rows(Outcome outcome) {
    return List.copyOf(details.getOrDefault(outcome, List.of()));
  }

  /** Why the row with this place was refused, or null if it was not among the rows of this pass. */
  public RowDraft.@Nullable Refusal refusal(int index) {
    return refusals.get(index);
  }

  /** What is wrong, the worst first. */
  public List<Problem> problems() {
    return problems;
  }

  /** Collects rows in their order. */
  static final class Builder {
    private Outcome[] outcomes = new Outcome[256];
    private int read;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final Map<Outcome, List<RowResult>> details = new EnumMap<>(Outcome.class);
    private final Map<Integer, RowDraft.Refusal> refusals = new HashMap<>();
    private final Map<ProblemKind, Count> problems = new EnumMap<>(ProblemKind.class);

    /** Adds rows of an interrupted import that were counted before. */
    void before(Map<Outcome, Integer> earlier) {
      earlier.forEach((outcome, count) -> counts.merge(outcome, count, Integer::sum));
    }

    void add(RowDraft draft, RowResult result) {
      if (read == outcomes.length) {
        outcomes = Arrays.copyOf(outcomes, read * 2);
      }
      outcomes[read++] = result.outcome();
      counts.merge(result.outcome(), 1, Integer::sum);
      List<RowResult> rows = details.computeIfAbsent(result.outcome(), k -> new ArrayList<>());
      if (rows.size() < DETAILS) {
        rows.add(result);
      }
      problems(draft);
      RowDraft.Refusal refusal = result.refusal();
      if (refusal != null) {
        refusals.put(result.index(), refusal);
        if (draft.refusal() == null) {
          count(refusal.kind(), -1, draft.number());
        }
      }
      if (result.why() == RowResult.Why.SIMILAR) {
        count(ProblemKind.SIMILAR_NAME, -1, draft.number());
      }
      if (result.otherName()) {
        count(ProblemKind.SHARED_PHONE, -1, draft.number());
      }
    }

    /** True while the details of such a row are kept. */
    boolean details(RowResult result) {
      return details.getOrDefault(result.outcome(), List.of()).size() < DETAILS;
    }

    void problems(RowDraft draft) {
      for (RowDraft.CellProblem problem : draft.problems()) {
        count(problem.kind(), problem.column(), draft.number());
      }
    }

    Map<Outcome, Integer> counts() {
      return counts;
    }

    Rehearsal build() {
      return new Rehearsal(this);
    }

    private void count(ProblemKind kind, int column, int row) {
      Count count = problems.computeIfAbsent(kind, Count::new);
      count.cells++;
      count.byColumn.merge(column, 1, Integer::sum);
      if (count.rows.size() < EXAMPLES && !count.seen.get(row)) {
        count.seen.set(row);
        count.rows.add(row);
      }
    }
  }

  private static final class Count {
    private final ProblemKind kind;
    private int cells;
    private final Map<Integer, Integer> byColumn = new HashMap<>();
    private final List<Integer> rows = new ArrayList<>();
    private final BitSet seen = new BitSet();

    private Count(ProblemKind kind) {
      this.kind = kind;
    }
  }
}
