package app.ringbook.spreadsheet.kind.lead;

import app.ringbook.lead.LeadCleaning;
import app.ringbook.lead.Leads;
import app.ringbook.lead.NewLead;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.ImportRun;
import app.ringbook.spreadsheet.kind.KindPass;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cleans the rows of one file; the blocks before are remembered by the cleaning. */
final class LeadPass implements KindPass {
  private final Leads leads;
  private final LeadCleaning cleaning;
  private final boolean all;

  private record Planned(LeadPass pass, List<RowResult> results, List<NewLead> fresh)
      implements KindPass.Block {
    @Override
    public void write(Transaction transaction, ImportRun run, Instant now) {
      pass.leads.insertAllIn(transaction, fresh);
    }
  }

  LeadPass(Leads leads, LeadCleaning cleaning, ImportOptions options) {
    this.leads = leads;
    this.cleaning = cleaning;
    this.all = options.policy() == DuplicatePolicy.NEW;
  }

  @Override
  public KindPass.Block plan(List<RowDraft> drafts, Reading reading) {
    Planned planned = new Planned(this, new ArrayList<>(), new ArrayList<>());
    for (RowDraft draft : drafts) {
      reading.giveWay();
      planned.results.add(draft.refusal() != null ? RowResult.refused(draft) : one(draft, planned));
    }
    return planned;
  }

  private RowResult one(RowDraft draft, Planned planned) {
    NewLead lead = LeadKind.lead(draft);
    LeadCleaning.Verdict verdict = cleaning.judge(new LeadCleaning.Row(draft.number(), lead));
    LeadCleaning.Twin twin = verdict.twin();
    if (verdict.kind() == LeadCleaning.Kind.UNREACHABLE) {
      return RowResult.refused(draft.refused(ProblemKind.NO_CONTACT, ""));
    }
    if (twin == null || all) {
      planned.fresh.add(lead);
      return RowResult.of(draft, Outcome.NEW, RowResult.Why.NONE, null, 0, false);
    }
    int row = twin.what() == LeadCleaning.Twin.What.ROW ? (int) twin.id() : 0;
    RowResult.Why why =
        LeadCleaning.callable(lead.number()) ? RowResult.Why.PHONE : RowResult.Why.EMAIL;
    return RowResult.of(draft, Outcome.DUPLICATE, why, twin.name(), row, false);
  }

  /** The leads that are stored are found there; only their rows are to be remembered. */
  @Override
  public void replay(List<RowDraft> drafts, Reading reading) {
    for (RowDraft draft : drafts) {
      reading.giveWay();
      if (draft.refusal() == null) {
        cleaning.judge(new LeadCleaning.Row(draft.number(), LeadKind.lead(draft)));
      }
    }
  }
}
