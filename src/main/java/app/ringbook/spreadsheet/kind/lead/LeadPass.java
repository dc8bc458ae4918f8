package app.ringbook.spreadsheet.kind.lead;

import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadCleaning;
import app.ringbook.lead.Leads;
import app.ringbook.lead.NewLead;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.ImportRun;
import app.ringbook.spreadsheet.kind.KindPass;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    Lead own = own(draft, lead);
    if (own != null) {
      Outcome outcome = has(own, lead) ? Outcome.SAME : Outcome.DUPLICATE;
      return RowResult.of(draft, outcome, RowResult.Why.KEY, own.title(), 0, false);
    }
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

  /** The stored lead whose own key stands in a row, if the row names or numbers the same one. */
  private @Nullable Lead own(RowDraft draft, NewLead said) {
    long id = draft.ownKey(CustomerFields.OWN_KEY);
    if (all || id == 0) {
      return null;
    }
    return leads.byId(id).filter(lead -> agrees(lead, said)).orElse(null);
  }

  /** By name, else by number; without a number both have none. */
  private static boolean agrees(Lead lead, NewLead said) {
    if (!said.name().isBlank() && said.name().equals(lead.name())) {
      return true;
    }
    PhoneNumber number = said.number();
    return (number == null || number.suffix8().isEmpty())
        ? lead.numberRaw().isBlank()
        : number.suffix8().equals(lead.numberSuffix8());
  }

  /** True if a lead has everything that a row says. */
  private static boolean has(Lead lead, NewLead said) {
    PhoneNumber number = said.number();
    return (said.name().isBlank() || said.name().equals(lead.name()))
        && within(said.company(), lead.company())
        && within(said.job(), lead.job())
        && within(said.email(), lead.email())
        && within(said.owner(), lead.owner())
        && within(said.note(), lead.note())
        && (said.nextContactAt() == null || said.nextContactAt().equals(lead.nextContactAt()))
        && (number == null || number.suffix8().equals(lead.numberSuffix8()));
  }

  private static boolean within(@Nullable String said, @Nullable String stored) {
    return said == null || (stored != null && said.strip().equals(stored.strip()));
  }

  /** The leads that are stored are found there; only their rows are to be remembered. */
  @Override
  public void replay(List<RowDraft> drafts, Reading reading, Instant begun) {
    for (RowDraft draft : drafts) {
      reading.giveWay();
      if (draft.refusal() == null) {
        cleaning.judge(new LeadCleaning.Row(draft.number(), LeadKind.lead(draft)));
      }
    }
  }
}
