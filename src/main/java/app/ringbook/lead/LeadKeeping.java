package app.ringbook.lead;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import app.ringbook.store.trash.Trash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes new leads; one that is there already is completed instead. */
final class LeadKeeping {
  private final Database database;
  private final LeadHistory history;
  private final AppClock clock;

  LeadKeeping(Database database, LeadHistory history, AppClock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
  }

  /** The lead with this number: an open one, else the latest that became no customer. */
  static Optional<Lead> known(LeadMapper mapper, PhoneNumber number) {
    List<Lead> found =
        mapper.withNumber(number.suffix8(), number.e164()).stream()
            .filter(lead -> lead.state() != Lead.State.CONVERTED)
            .toList();
    return found.stream()
        .filter(Lead::open)
        .findFirst()
        .or(() -> found.isEmpty() ? Optional.empty() : Optional.of(found.getLast()));
  }

  /** Keeps a lead, or completes the open one with its number; returns its id. */
  long keep(Transaction tx, NewLead fresh) {
    PhoneNumber number = fresh.number();
    if (number != null && !number.suffix8().isEmpty()) {
      Optional<Lead> same = known(tx.mapper(LeadMapper.class), number).filter(Lead::open);
      if (same.isPresent()) {
        complete(tx, same.get(), fresh);
        return same.get().id();
      }
    }
    return insertAll(tx, List.of(fresh)).getFirst();
  }

  /** Keeps many as they are; returns their ids in the order given. */
  List<Long> insertAll(Transaction tx, List<NewLead> fresh) {
    if (fresh.isEmpty()) {
      return List.of();
    }
    Instant now = clock.now();
    long first = tx.nextIds(LeadRows.LEADS, fresh.size());
    long entry = tx.nextIds(LeadRows.ENTRIES, fresh.size());
    List<Row> rows = new ArrayList<>();
    List<Row> entries = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      NewLead one = fresh.get(i);
      ids.add(first + i);
      rows.add(LeadRows.fresh(first + i, one, now));
      entries.add(
          LeadRows.entry(
              entry + i, first + i, now, LeadEntry.Kind.KEPT, one.source(), database.actor()));
    }
    rows.addAll(entries);
    tx.insertAll(rows);
    return ids;
  }

  private void complete(Transaction tx, Lead lead, NewLead more) {
    NewLead full = LeadRules.completed(lead, more);
    if (full.equals(LeadRules.of(lead))) {
      return;
    }
    String note = LeadRows.words(more.note(), Integer.MAX_VALUE);
    boolean noted = note != null && !note.equals(lead.note());
    history.note(
        tx,
        lead.id(),
        noted ? LeadEntry.Kind.NOTED : LeadEntry.Kind.COMPLETED,
        noted ? note : more.source());
    tx.update(LeadRows.facts(LeadRows.changed(lead, clock.now()), full).build());
  }

  /** Puts leads into the trash, each with what happened to it; returns how many there were. */
  int delete(Transaction tx, List<Long> ids, Trash trash) {
    LeadMapper mapper = tx.mapper(LeadMapper.class);
    int deleted = 0;
    for (long id : ids) {
      Lead lead = mapper.byId(id);
      if (lead != null) {
        int first = tx.writtenRows();
        mapper.entryKeys(id).forEach(e -> tx.delete(LeadRows.ENTRIES, e.id(), e.version()));
        tx.delete(LeadRows.LEADS, id, lead.version());
        trash.put(tx, first, LeadRows.LEADS, id, lead.title(), lead.company());
        deleted++;
      }
    }
    return deleted;
  }
}
