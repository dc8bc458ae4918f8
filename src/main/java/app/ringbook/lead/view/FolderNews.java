package app.ringbook.lead.view;

import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.intake.LeadFolder;
import app.ringbook.lead.intake.LeadReport;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Database;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import java.util.function.LongConsumer;

/** Says what became of files that were dropped into the watched folder. Any thread may tell. */
public final class FolderNews {
  private final Language language;
  private final Toasts toasts;
  private final LongConsumer undo;

  /**
   * @param undo takes the change of a journal entry back; called on the window's thread
   */
  public FolderNews(Language language, Toasts toasts, LongConsumer undo) {
    this.language = language;
    this.toasts = toasts;
    this.undo = undo;
  }

  /** A file was looked at. */
  public void tell(LeadFolder.Report report) {
    Database.Done<LeadIntake.Taken> done = report.done();
    if (done != null) {
      String counts = LeadReport.counts(done.value(), language.texts());
      toasts.show(
          Toast.success(language.now("lead.watch.taken", report.file(), counts))
              .with(language.now("lead.page.undo"), () -> undo.accept(done.sequence())));
    }
    ProblemException problem = report.problem();
    if (problem != null) {
      toasts.show(Toast.error(problem.sentence(language.texts())));
    }
  }
}
