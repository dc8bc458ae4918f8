package app.ringbook.lead;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The steps of a lead's life, each inside a transaction and written into its history. */
final class LeadSteps {
  private final LeadHistory history;
  private final AppClock clock;

  LeadSteps(LeadHistory history, AppClock clock) {
    this.history = history;
    this.clock = clock;
  }

  /**
   * The lead as it is stored now.
   *
   * @throws ProblemException if it is gone
   */
  static Lead existing(Transaction tx, long id) {
    Lead lead = tx.mapper(LeadMapper.class).byId(id);
    if (lead == null) {
      throw new ProblemException("lead.problem.gone");
    }
    return lead;
  }

  /** Changes columns; writes no history. */
  Lead update(Transaction tx, Lead lead, Consumer<Row.Builder> columns) {
    Row.Builder row = LeadRows.changed(lead, clock.now());
    columns.accept(row);
    tx.update(row.build());
    return existing(tx, lead.id());
  }

  /** Replaces what is known; another next contact is told apart from the other facts. */
  Lead edit(Transaction tx, Lead read, NewLead now) {
    boolean moved = !Objects.equals(read.nextContactAt(), now.nextContactAt());
    String changes = LeadRules.changes(read, now);
    if (!moved || !changes.isEmpty() || read.doNotCall() != now.doNotCall()) {
      history.note(tx, read.id(), LeadEntry.Kind.EDITED, changes);
    }
    if (moved) {
      noteNextContact(tx, read, now.nextContactAt());
    }
    return update(tx, read, row -> LeadRows.facts(row, now));
  }

  /** Moves a lead into a state. */
  Lead to(
      Transaction tx, Lead lead, Lead.State state, LeadEntry.Kind what, @Nullable String reason) {
    LeadRules.checkChangeable(lead);
    history.note(tx, lead.id(), what, reason);
    return update(tx, lead, row -> row.set("state", state.name()).set("reason", reason));
  }

  /** Gives leads to somebody; null for nobody. */
  List<Lead> assign(Transaction tx, List<Long> ids, @Nullable String person) {
    List<Lead> done = new ArrayList<>();
    for (long id : ids) {
      Lead lead = changeable(tx, id);
      history.note(tx, id, LeadEntry.Kind.ASSIGNED, person);
      done.add(update(tx, lead, row -> row.set("owner", person)));
    }
    return done;
  }

  /** Says when leads are contacted next; those of which that is said already stay as they are. */
  List<Lead> nextContact(Transaction tx, List<Long> ids, @Nullable Instant at) {
    List<Lead> done = new ArrayList<>();
    for (long id : ids) {
      Lead lead = changeable(tx, id);
      if (!Objects.equals(lead.nextContactAt(), at)) {
        noteNextContact(tx, lead, at);
        done.add(update(tx, lead, row -> row.set("next_contact_at", at)));
      }
    }
    return done;
  }

  private void noteNextContact(Transaction tx, Lead lead, @Nullable Instant at) {
    history.note(tx, lead.id(), LeadEntry.Kind.NEXT_CONTACT, at == null ? null : at.toString());
  }

  private static Lead changeable(Transaction tx, long id) {
    Lead lead = existing(tx, id);
    LeadRules.checkChangeable(lead);
    return lead;
  }
}
