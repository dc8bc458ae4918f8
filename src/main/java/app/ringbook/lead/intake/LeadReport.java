package app.ringbook.lead.intake;

import app.ringbook.lead.LeadCleaning.Twin;
import app.ringbook.lead.LeadCleaning.Verdict;
import app.ringbook.lead.LeadIntake;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Texts;
import app.ringbook.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of rows, in words: counts, and each row that did not become a lead with the why. */
public final class LeadReport {
  private LeadReport() {}

  /** Why a row becomes no lead; empty for one that does. */
  public static String why(Verdict verdict, Texts texts) {
    Twin twin = verdict.twin();
    return switch (verdict.kind()) {
      case FRESH -> "";
      case UNREACHABLE -> texts.text("lead.why.unreachable");
      case DUPLICATE ->
          twin == null
              ? ""
              : texts.text(
                  "lead.why." + twin.what().name().toLowerCase(Locale.ROOT),
                  twin.name(),
                  twin.id());
    };
  }

  /** What was taken in, in one sentence. */
  public static String counts(LeadIntake.Taken taken, Texts texts) {
    return texts.text(
        "lead.intake.counts",
        taken.added().size(),
        taken.duplicates().size(),
        taken.invalid().size());
  }

  /** The whole report of a file. */
  static String text(LeadFolder.Report report, Texts texts) {
    List<String> lines = new ArrayList<>();
    lines.add(report.file());
    ProblemException problem = report.problem();
    if (problem != null) {
      lines.add(problem.sentence(texts));
    }
    Database.Done<LeadIntake.Taken> done = report.done();
    if (done != null) {
      LeadIntake.Taken taken = done.value();
      lines.add(counts(taken, texts));
      List<Verdict> left = new ArrayList<>(taken.duplicates());
      left.addAll(taken.invalid());
      for (Verdict one : left) {
        lines.add(
            texts.text(
                "lead.intake.row", one.row().number(), one.row().lead().title(), why(one, texts)));
      }
    }
    return String.join("\n", lines) + "\n";
  }
}
