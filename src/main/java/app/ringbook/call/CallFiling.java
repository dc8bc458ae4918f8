package app.ringbook.call;

import app.ringbook.call.choice.NumberChoices;
import app.ringbook.call.results.CallResult;
import app.ringbook.customer.Customers;
import app.ringbook.platform.AppClock;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.timeline.NewEntry;
import app.ringbook.timeline.Timeline;
import app.ringbook.timeline.TimelineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a finished call where it belongs: the row, what was typed while it went on, the timeline,
 * the customer's last and next contact, and earlier missed calls that it answers.
 */
final class CallFiling {
  private static final int MOST_NEXT_NOTE = 200;
  private static final Duration SAME_BEGIN = Duration.ofSeconds(5);
  private static final Duration MINUTE_BEFORE = Duration.ofSeconds(30);
  private static final Duration MINUTE_AFTER = Duration.ofSeconds(75);
  private static final long SAME_TALK_MILLIS = 2_000;
  private final Customers customers;
  private final Timeline timeline;
  private final NumberChoices choices;
  private final Supplier<String> actor;
  private final AppClock clock;
  private final List<CallRecords.Follower> followers = new CopyOnWriteArrayList<>();

  CallFiling(
      Customers customers,
      Timeline timeline,
      NumberChoices choices,
      Supplier<String> actor,
      AppClock clock) {
    this.choices = choices;
    this.actor = actor;
    this.clock = clock;
    this.customers = customers;
    this.timeline = timeline;
  }

  void follow(CallRecords.Follower follower) {
    followers.add(follower);
  }

  CallRecord saveIn(Transaction tx, FinishedCall call) {
    CallMapper mapper = tx.mapper(CallMapper.class);
    CallRecord before = mapper.byKey(call.call().key());
    if (before == null && call.source() == CallRecord.Source.STORED) {
      before = heardBefore(mapper, call);
    }
    CallRecord after = before == null ? first(tx, mapper, call) : again(tx, mapper, before, call);
    Long customer = after.customerId();
    if (customer != null && after.answered() && (before == null || !before.answered())) {
      customers.touchIn(tx, customer, after.at());
    }
    if (before == null && after.answered()) {
      settleMissed(tx, mapper, after);
    }
    if (after.answered() && (before == null || !before.answered())) {
      followers.forEach(follower -> follower.talked(tx, after));
    }
    if (before == null && after.missed() && !after.handled() && answeredSince(mapper, after)) {
      tx.update(Row.of(CallRows.CALLS, after.id(), after.version()).set("handled", true).build());
      return read(mapper, after.id());
    }
    return after;
  }

  /**
   * The call of a kit's memory as it was heard while it happened: kits do not keep one identity for
   * both. Same line, way and number, same begin as exactly as the kit tells it, same talk where
   * that was heard to its end.
   */
  private static @Nullable CallRecord heardBefore(CallMapper mapper, FinishedCall stored) {
    Call call = stored.call();
    Instant begun = call.startedAt();
    if (!stored.timeCertain()) {
      return null;
    }
    boolean wholeMinutes = begun.getNano() == 0 && begun.getEpochSecond() % 60 == 0;
    CallMapper.Heard wanted =
        new CallMapper.Heard(
            call.line(),
            call.direction().name(),
            stored.number().suffix8(),
            begun.minus(wholeMinutes ? MINUTE_BEFORE : SAME_BEGIN),
            begun.plus(wholeMinutes ? MINUTE_AFTER : SAME_BEGIN));
    Instant middle = wholeMinutes ? begun.plusSeconds(30) : begun;
    return mapper.heard(wanted).stream()
        .filter(before -> sameKit(before.kit(), call.kit()) && sameTalk(before, call))
        .min(Comparator.comparing(before -> Duration.between(before.at(), middle).abs()))
        .orElse(null);
  }

  /** A kit may have moved to another port since; its kind stays. */
  private static boolean sameKit(String one, String other) {
    return one.replaceFirst(":.*", "").equals(other.replaceFirst(":.*", ""));
  }

  private static boolean sameTalk(CallRecord before, Call call) {
    return guessed(before)
        || before.source() == CallRecord.Source.HAND
        || Math.abs(before.talkMillis() - call.talkMillis()) <= SAME_TALK_MILLIS;
  }

  private static boolean heardLive(CallRecord.Source source) {
    return source == CallRecord.Source.LIVE || source == CallRecord.Source.HAND;
  }

  /** Its end was not heard. */
  private static boolean guessed(CallRecord call) {
    return call.outcome() == CallOutcome.DEVICE_LOST || call.source() == CallRecord.Source.REPAIRED;
  }

  /**
   * A call was linked to somebody else: it becomes their last contact, and is no longer that of the
   * customer it was taken for, who gets back the one before.
   */
  void contactMoved(Transaction tx, CallRecord before, CallRecord after) {
    if (!after.answered()) {
      return;
    }
    Long was = before.customerId();
    Long now = after.customerId();
    if (was != null && !was.equals(now)) {
      Instant last = tx.mapper(CallMapper.class).lastAnswered(was);
      customers.editIn(
          tx,
          was,
          c -> after.at().equals(c.lastContactAt()) ? c.change().lastContactAt(last).build() : c);
    }
    if (now != null) {
      customers.touchIn(tx, now, after.at());
    }
  }

  /** Sets a customer's next contact, with the first words of the note. */
  void nextContact(Transaction tx, long customerId, Instant at, @Nullable String note) {
    String line = note == null || note.isBlank() ? null : note.strip().lines().findFirst().get();
    if (line != null && line.length() > MOST_NEXT_NOTE) {
      line = line.substring(0, MOST_NEXT_NOTE);
    }
    customers.setNextContactIn(tx, customerId, at, line);
  }

  /** Who asked not to be called any more is marked so. */
  void heed(Transaction tx, @Nullable Long customer, @Nullable String result) {
    if (customer != null && CallResult.DO_NOT_CALL.name().equals(result)) {
      customers.editIn(tx, customer, c -> c.change().doNotCall(true).build());
    }
  }

  private CallRecord first(Transaction tx, CallMapper mapper, FinishedCall call) {
    FinishedCall known = withLivingCustomer(call);
    long id = tx.nextId(CallRows.CALLS);
    tx.insert(CallRows.fresh(id, known, actor.get(), clock.now()));
    CallRecord fresh = read(mapper, id);
    CallDrafts.Draft draft = mapper.draft(call.call().key());
    if (draft != null && draft.saved()) {
      fresh = withDraft(tx, mapper, fresh, draft);
    }
    follow(tx, null, fresh);
    return fresh;
  }

  private CallRecord withDraft(
      Transaction tx, CallMapper mapper, CallRecord call, CallDrafts.Draft draft) {
    Row.Builder row =
        Row.of(CallRows.CALLS, call.id(), call.version())
            .set("note", draft.note().isBlank() ? null : draft.note().strip())
            .set("to_review", false)
            .set("handled", call.handled() || draft.result() != null)
            .set("result", draft.result());
    Long chosen = draft.customerId();
    if (chosen != null && customers.byId(chosen).isPresent()) {
      row.set("customer_id", chosen)
          .set("contact_id", draft.contactId())
          .set("match_reason", CallRecord.CHOSEN);
    }
    tx.update(row.build());
    tx.delete(CallRows.DRAFTS, draft.id(), draft.version());
    CallRecord noted = read(mapper, call.id());
    Long customer = noted.customerId();
    Instant next = draft.nextContactAt();
    if (customer != null && next != null) {
      nextContact(tx, customer, next, draft.note());
    }
    heed(tx, customer, draft.result());
    return noted;
  }

  /** The same call once more: what is known is completed, never replaced by less. */
  private CallRecord again(
      Transaction tx, CallMapper mapper, CallRecord before, FinishedCall call) {
    Row.Builder row = Row.of(CallRows.CALLS, before.id(), before.version());
    boolean heardLive = heardLive(before.source());
    boolean better = heardLive(call.source()) || !heardLive || guessed(before);
    boolean changed = false;
    if (better && differs(before, call)) {
      CallRows.course(row, call.call());
      if (heardLive(call.source()) && (heardLive || guessed(before))) {
        row.set("source", call.source().name());
      }
      if (!before.answered() && CallRows.answered(call.call())) {
        row.set("to_review", before.note() == null && before.result() == null);
      }
      changed = true;
    }
    if (better && before.numberRaw().isEmpty() && !call.number().raw().isEmpty()) {
      CallRows.number(row, call.call(), call.number());
      changed = true;
    }
    if (longer(call.recording(), before.recordingMillis())) {
      CallRows.recording(row, call.recording());
      changed = true;
    }
    if (before.customerId() == null && call.customerId() != null) {
      FinishedCall known = withLivingCustomer(call);
      row.set("customer_id", known.customerId())
          .set("contact_id", known.contactId())
          .set("match_reason", known.matchReason());
      changed |= known.customerId() != null;
    }
    if (!changed) {
      return before;
    }
    tx.update(row.build());
    CallRecord after = read(mapper, before.id());
    follow(tx, before, after);
    return after;
  }

  /** A match found while it rang may have been deleted since. */
  private FinishedCall withLivingCustomer(FinishedCall call) {
    Long customer = call.customerId();
    if (customer == null || customers.byId(customer).isPresent()) {
      return call;
    }
    return new FinishedCall(
        call.call(),
        call.number(),
        call.source(),
        call.timeCertain(),
        null,
        null,
        null,
        call.recording());
  }

  /** People talked, so earlier calls nobody took are dealt with. */
  private static void settleMissed(Transaction tx, CallMapper mapper, CallRecord call) {
    Map<Long, CallRecord> settled = new LinkedHashMap<>();
    if (!call.numberSuffix8().isEmpty()) {
      mapper.missedBefore(key(call), call.at()).forEach(one -> settled.put(one.id(), one));
    }
    Long customer = call.customerId();
    if (customer != null) {
      mapper.missedOfCustomer(customer, call.at()).forEach(one -> settled.put(one.id(), one));
    }
    for (CallRecord missed : settled.values()) {
      tx.update(Row.of(CallRows.CALLS, missed.id(), missed.version()).set("handled", true).build());
    }
  }

  /** A missed call fetched from the kit's memory may have been answered since. */
  private static boolean answeredSince(CallMapper mapper, CallRecord missed) {
    return !missed.numberSuffix8().isEmpty() && mapper.answeredAfter(key(missed), missed.at()) > 0;
  }

  private static CallMapper.NumberKey key(CallRecord call) {
    return new CallMapper.NumberKey(call.numberE164(), call.numberSuffix8());
  }

  private static boolean differs(CallRecord before, FinishedCall call) {
    CallOutcome outcome = call.call().outcome();
    return outcome != null
        && (before.outcome() != outcome
            || before.ringMillis() != call.call().ringMillis()
            || before.talkMillis() != call.call().talkMillis());
  }

  private static boolean longer(@Nullable Recording now, @Nullable Long before) {
    return now != null && (before == null || now.millis() > before);
  }

  private static CallRecord read(CallMapper mapper, long id) {
    CallRecord call = mapper.byId(id);
    if (call == null) {
      throw new IllegalStateException("The call just written is gone");
    }
    return call;
  }

  /**
   * Keeps the one timeline entry of a call in step with its row: writes, moves, rewrites or takes
   * it away.
   *
   * @param before the call as it was, or null if it is new
   */
  void follow(Transaction transaction, @Nullable CallRecord before, CallRecord after) {
    learn(transaction, before, after);
    Long was = before == null ? null : before.customerId();
    CallMapper.Entry entry =
        was == null ? null : transaction.mapper(CallMapper.class).entry(was, after.id());
    Long now = after.customerId();
    if (now == null) {
      if (entry != null) {
        transaction.delete(CallRows.ENTRIES, entry.id(), entry.version());
      }
    } else if (entry == null) {
      append(transaction, now, after);
    } else if (before == null || differs(before, after)) {
      transaction.update(
          Row.of(CallRows.ENTRIES, entry.id(), entry.version())
              .set("customer_id", now)
              .set("contact_id", after.contactId())
              .set("detail", CallEntry.of(after).write())
              .build());
    }
  }

  /** What a person chose is remembered for the next call with this number. */
  private void learn(Transaction tx, @Nullable CallRecord before, CallRecord after) {
    Long chosen = after.customerId();
    boolean same =
        before != null
            && CallRecord.CHOSEN.equals(before.matchReason())
            && Objects.equals(before.customerId(), chosen)
            && Objects.equals(before.contactId(), after.contactId());
    if (chosen != null && CallRecord.CHOSEN.equals(after.matchReason()) && !same) {
      choices.rememberIn(tx, after.numberToDial(), after.at(), chosen, after.contactId());
    }
  }

  private void append(Transaction transaction, long customerId, CallRecord call) {
    timeline.appendIn(
        transaction,
        new NewEntry(
            customerId,
            call.contactId(),
            TimelineKind.CALL,
            call.at(),
            "",
            CallEntry.of(call).write(),
            null,
            call.source() == CallRecord.Source.SAMPLE ? NewEntry.SAMPLE : NewEntry.BY_LINE,
            call.id()));
  }

  private static boolean differs(CallRecord before, CallRecord after) {
    return !Objects.equals(before.customerId(), after.customerId())
        || !Objects.equals(before.contactId(), after.contactId())
        || !CallEntry.of(before).equals(CallEntry.of(after));
  }
}
