package app.ringbook.spreadsheet;

import app.ringbook.spreadsheet.file.SheetRow;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.spreadsheet.match.RowReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Real cells of a file before and after their repair, for problems that are repaired. */
public final class RepairExamples {
  private static final int MOST = 2;
  private static final Pattern EXPONENT = Pattern.compile("[eE]\\+?\\d+$");

  private RepairExamples() {}

  /** A cell as it stands in the file, and what is imported. */
  public record Example(String before, String after) {}

  /** The first examples of each problem of a rehearsal; none for those that repair nothing. */
  public static Map<ProblemKind, List<Example>> of(
      SheetRows rows, RowReader reader, Rehearsal rehearsal) {
    Map<ProblemKind, List<Example>> all = new EnumMap<>(ProblemKind.class);
    for (Rehearsal.Problem problem : rehearsal.problems()) {
      List<Example> some = new ArrayList<>();
      for (int number : problem.rows()) {
        int index = rows.indexOf(number);
        if (index >= 0 && some.size() < MOST) {
          examples(problem.kind(), rows.at(index), reader.read(index, rows.at(index)), some);
        }
      }
      all.put(problem.kind(), List.copyOf(some));
    }
    return all;
  }

  private static void examples(
      ProblemKind kind, SheetRow row, RowDraft draft, List<Example> examples) {
    for (RowDraft.CellProblem one : draft.problems()) {
      if (one.kind() == kind && one.column() >= 0 && examples.size() < MOST) {
        String before = row.cell(one.column()).text().strip();
        String after = after(kind, before, draft);
        if (!after.isEmpty() && !after.equals(before)) {
          examples.add(new Example(before, after));
        }
      }
    }
  }

  /** The digits of a number, also of one written like 1.3812345678E+10. */
  private static String digits(String text) {
    return EXPONENT.matcher(text).replaceFirst("").replaceAll("\\D", "");
  }

  private static String after(ProblemKind kind, String before, RowDraft draft) {
    if (kind == ProblemKind.TIER_MAPPED) {
      return RowReader.tier(before).orElse("");
    }
    if (kind != ProblemKind.PHONE_AS_NUMBER) {
      return "";
    }
    for (RowDraft.DraftPhone phone : draft.phones()) {
      String e164 = phone.number().e164();
      boolean same = digits(before).startsWith(digits(phone.number().raw()));
      if (e164 != null && same) {
        return e164;
      }
    }
    return "";
  }
}
