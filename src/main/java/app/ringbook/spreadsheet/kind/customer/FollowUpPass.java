package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.spreadsheet.kind.ImportRun;
import app.ringbook.spreadsheet.kind.KindPass;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.store.Transaction;
import app.ringbook.timeline.NewEntry;
import app.ringbook.timeline.Timeline;
import app.ringbook.timeline.TimelineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the customer of each row and writes down what was said, unless it stands there already. */
final class FollowUpPass implements KindPass {
  private static final int TITLE = 500;
  private final Timeline timeline;
  private final Map<Long, Integer> rows = new HashMap<>();

  private record Planned(
      FollowUpPass pass,
      List<RowResult> results,
      List<NewEntry> entries,
      Set<WorkingCustomer> changed)
      implements KindPass.Block {
    @Override
    public void write(Transaction transaction, ImportRun run, Instant now) {
      pass.timeline.appendAllIn(
          transaction, entries.stream().map(e -> e.withRef(run.id())).toList());
      BlockWriter.change(transaction, List.copyOf(changed), now);
    }
  }

  FollowUpPass(Timeline timeline) {
    this.timeline = timeline;
  }

  @Override
  public KindPass.Block plan(List<RowDraft> drafts, Reading reading) {
    Planned planned =
        new Planned(this, new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
    OwnCustomers own = OwnCustomers.of(drafts, reading);
    Set<Long> stored = stored(own, reading);
    Map<Long, KnownMapper.EntryRow> entries = entries(drafts, reading);
    for (RowDraft draft : drafts) {
      reading.giveWay();
      planned.results.add(
          draft.refusal() != null
              ? RowResult.refused(draft)
              : one(
                  draft, own, stored, entries.get(draft.ownKey(FollowUpKind.ENTRY_KEY)), planned));
    }
    return planned;
  }

  private static Set<Long> stored(OwnCustomers own, Reading reading) {
    Set<Long> keys = new HashSet<>();
    List<Long> ids = List.copyOf(own.all().keySet());
    for (int from = 0; from < ids.size(); from += 500) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + 500));
      reading
          .read(KnownMapper.class, m -> m.notes(some))
          .forEach(note -> keys.add(key(note.customerId(), note.at(), note.title())));
    }
    return keys;
  }

  /** Entries of this house of which rows of an export tell. */
  private static Map<Long, KnownMapper.EntryRow> entries(List<RowDraft> drafts, Reading reading) {
    List<Long> ids =
        drafts.stream()
            .map(draft -> draft.ownKey(FollowUpKind.ENTRY_KEY))
            .filter(id -> id != 0)
            .distinct()
            .toList();
    Map<Long, KnownMapper.EntryRow> entries = new HashMap<>();
    for (int from = 0; from < ids.size(); from += 500) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + 500));
      reading.read(KnownMapper.class, m -> m.entries(some)).forEach(e -> entries.put(e.id(), e));
    }
    return entries;
  }

  /** A sheet may tell moments to the minute only. */
  private static boolean agrees(KnownMapper.EntryRow entry, long customerId, Instant at) {
    return entry.customerId() == customerId
        && Duration.between(entry.at(), at).abs().compareTo(Duration.ofMinutes(1)) < 0;
  }

  private RowResult one(
      RowDraft draft,
      OwnCustomers own,
      Set<Long> stored,
      KnownMapper.@Nullable EntryRow known,
      Planned planned) {
    KnownCustomers.Found found = own.find(draft);
    Instant at = draft.moments().get(FollowUpKind.AT);
    if (found == null || at == null) {
      return RowResult.refused(OwnCustomers.missing(draft));
    }
    WorkingCustomer customer = found.customer();
    String name = customer.customer().name();
    if (known != null && agrees(known, customer.customer().id(), at)) {
      return RowResult.of(draft, Outcome.SAME, RowResult.Why.KEY, name, 0, false);
    }
    if (draft.text(FollowUpKind.TEXT.key()) == null) {
      return RowResult.refused(draft.refused(ProblemKind.NO_TEXT, ""));
    }
    NewEntry entry = entry(draft, customer, at);
    long key = key(entry.customerId(), at, entry.title());
    Integer earlier = rows.putIfAbsent(key, draft.number());
    if (earlier != null) {
      return RowResult.of(draft, Outcome.DUPLICATE, found.why(), name, earlier, false);
    }
    if (stored.contains(key)) {
      return RowResult.of(draft, Outcome.SAME, found.why(), name, 0, false);
    }
    planned.entries.add(entry);
    if (customer.contacted(at)) {
      planned.changed.add(customer);
    }
    return RowResult.of(draft, Outcome.NEW, found.why(), name, 0, false);
  }

  private static NewEntry entry(RowDraft draft, WorkingCustomer customer, Instant at) {
    String kind = draft.text("followUpKind");
    String said = String.valueOf(draft.text(FollowUpKind.TEXT.key()));
    String text = kind == null ? said : kind + " · " + said;
    String first = text.lines().findFirst().orElse("").strip();
    String title = first.length() <= TITLE ? first : first.substring(0, TITLE);
    RowDraft.Person person = draft.person();
    return new NewEntry(
        customer.customer().id(),
        person == null ? null : customer.contactId(person),
        TimelineKind.NOTE,
        at,
        title,
        text.equals(title) ? null : text,
        draft.text("followUpAuthor"),
        NewEntry.BY_IMPORT,
        null);
  }

  private static long key(long customerId, Instant at, String title) {
    return LongIntMap.hash(customerId + " " + at.toEpochMilli() + " " + title);
  }

  @Override
  public void replay(List<RowDraft> drafts, Reading reading, Instant begun) {
    OwnCustomers own = OwnCustomers.of(drafts, reading);
    for (RowDraft draft : drafts) {
      reading.giveWay();
      KnownCustomers.Found found = draft.refusal() == null ? own.find(draft) : null;
      Instant at = draft.moments().get(FollowUpKind.AT);
      if (found != null && at != null && draft.text(FollowUpKind.TEXT.key()) != null) {
        NewEntry entry = entry(draft, found.customer(), at);
        rows.putIfAbsent(key(entry.customerId(), at, entry.title()), draft.number());
      }
    }
  }
}
