package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.customer.names.NameKeys;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.Fills;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.ImportRun;
import app.ringbook.spreadsheet.kind.KindPass;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the customer of each row and the person there, or adds the person. */
final class ContactPass implements KindPass {
  private final DuplicatePolicy policy;
  private final Fills fills;
  private final Map<Long, Integer> people = new HashMap<>();

  private record Planned(List<RowResult> results, Set<WorkingCustomer> changed)
      implements KindPass.Block {
    @Override
    public void write(Transaction transaction, ImportRun run, Instant now) {
      BlockWriter.change(transaction, List.copyOf(changed), now);
    }
  }

  ContactPass(ImportOptions options) {
    this.policy = options.policy();
    this.fills = options.filling();
  }

  @Override
  public KindPass.Block plan(List<RowDraft> drafts, Reading reading) {
    Planned planned = new Planned(new ArrayList<>(), new LinkedHashSet<>());
    OwnCustomers own = OwnCustomers.of(drafts, reading);
    for (RowDraft draft : drafts) {
      reading.giveWay();
      planned.results.add(
          draft.refusal() != null ? RowResult.refused(draft) : one(draft, own, planned));
    }
    return planned;
  }

  private RowResult one(RowDraft draft, OwnCustomers own, Planned planned) {
    KnownCustomers.Found found = own.find(draft);
    RowDraft.Person said = draft.person();
    if (found == null || said == null) {
      return RowResult.refused(OwnCustomers.missing(draft));
    }
    WorkingCustomer customer = found.customer();
    String name = customer.customer().name();
    Integer earlier = people.putIfAbsent(key(customer, draft, said), draft.number());
    boolean there = customer.hasPerson(draft);
    boolean leave = policy == DuplicatePolicy.SKIP && (there || earlier != null);
    boolean more = !leave && customer.takePerson(draft, fills);
    if (more) {
      planned.changed.add(customer);
    }
    if (earlier != null) {
      return RowResult.of(draft, Outcome.DUPLICATE, found.why(), said.name(), earlier, false);
    }
    Outcome outcome =
        leave ? Outcome.DUPLICATE : !there ? Outcome.NEW : more ? Outcome.UPDATED : Outcome.SAME;
    return RowResult.of(draft, outcome, found.why(), name, 0, false);
  }

  @Override
  public void replay(List<RowDraft> drafts, Reading reading, Instant begun) {
    OwnCustomers own = OwnCustomers.of(drafts, reading);
    for (RowDraft draft : drafts) {
      reading.giveWay();
      KnownCustomers.Found found = draft.refusal() == null ? own.find(draft) : null;
      RowDraft.Person said = draft.person();
      if (found != null && said != null) {
        people.putIfAbsent(key(found.customer(), draft, said), draft.number());
      }
    }
  }

  /** Two people of one name are two if the rows say so by their keys. */
  private static long key(WorkingCustomer customer, RowDraft draft, RowDraft.Person said) {
    long own = customer.ownContact(draft);
    String who = own == 0 ? NameKeys.fold(said.name()) : "#" + own;
    return LongIntMap.hash(customer.customer().id() + " " + who);
  }
}
