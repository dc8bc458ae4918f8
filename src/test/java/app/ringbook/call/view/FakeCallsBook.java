package app.ringbook.call.view;

import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.call.CallRecords;
import app.ringbook.call.care.KeptRecordings.Kept;
import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.marks.CallMark;
import app.ringbook.call.share.RecordingCopies;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Calls in memory. */
final class FakeCallsBook implements CallsBook {
  final List<CallRecord> calls = new CopyOnWriteArrayList<>();
  final List<String> acts = new CopyOnWriteArrayList<>();
  final List<Match.Candidate> candidates = new ArrayList<>();
  final List<FakeSound> opened = new CopyOnWriteArrayList<>();
  final Listeners<String> changes = new Listeners<>();
  volatile boolean fileMissing;
  volatile boolean otherFound;
  final List<CallMark> marks = new CopyOnWriteArrayList<>();
  volatile Kept kept = Kept.NOTHING;
  volatile int channels = 2;
  final List<String> people = new CopyOnWriteArrayList<>();
  volatile String draft = "";
  volatile Map<String, LeadSlot.Known> leads = Map.of();

  @Override
  public Map<String, LeadSlot.Known> leads(List<CallRecord> of) {
    return leads;
  }

  @Override
  public List<CallRecord> page(CallFilter filter, CallRecords.@Nullable Key before, int limit) {
    return shown(filter).stream()
        .filter(call -> before == null || call.at().isBefore(before.at()))
        .limit(limit)
        .toList();
  }

  private List<CallRecord> shown(CallFilter filter) {
    return calls.stream()
        .filter(call -> filter.since() == null || !call.at().isBefore(filter.since()))
        .filter(call -> fits(call, filter.tab()))
        .filter(call -> call.talkMillis() >= filter.narrow().leastTalkMillis())
        .filter(
            call -> filter.customerId() == null || filter.customerId().equals(call.customerId()))
        .filter(
            call -> filter.text().isEmpty() || (call.customerName() + "").contains(filter.text()))
        .sorted(Comparator.comparing(CallRecord::at).reversed())
        .toList();
  }

  private static boolean fits(CallRecord call, CallFilter.Tab tab) {
    return switch (tab) {
      case ALL -> true;
      case MISSED -> call.missed() && !call.handled();
      case MISSED_EVER -> call.missed();
      case NOT_LINKED -> call.customerId() == null;
      case STORED -> call.source() == CallRecord.Source.STORED;
      case RECORDED -> call.recordingFile() != null;
      case TO_REVIEW -> call.toReview();
    };
  }

  @Override
  public CallFilter.Counts counts(CallFilter filter, Progress progress) {
    return new CallFilter.Counts(
        shown(filter.withTab(CallFilter.Tab.ALL)).size(),
        shown(filter.withTab(CallFilter.Tab.ALL)).stream().filter(CallRecord::answered).count(),
        shown(filter.withTab(CallFilter.Tab.MISSED)).size(),
        shown(filter.withTab(CallFilter.Tab.NOT_LINKED)).size(),
        shown(filter.withTab(CallFilter.Tab.STORED)).size(),
        shown(filter.withTab(CallFilter.Tab.RECORDED)).size(),
        shown(filter.withTab(CallFilter.Tab.TO_REVIEW)).size());
  }

  @Override
  public List<String> people() {
    return people;
  }

  @Override
  public long result(CallRecord call, @Nullable String result) {
    calls.replaceAll(one -> one.id() == call.id() ? Records.resulted(one, result) : one);
    changes.tell("result");
    return act("result " + call.id() + " " + result);
  }

  @Override
  public Optional<CallRecord> byId(long id) {
    return calls.stream().filter(call -> call.id() == id).findFirst();
  }

  @Override
  public String draft(CallRecord call) {
    return draft;
  }

  @Override
  public long link(CallRecord call, @Nullable Long customerId, @Nullable Long contactId) {
    return act("link " + call.id() + " " + customerId + " " + contactId);
  }

  @Override
  public long note(CallRecord call, String note) {
    return act("note " + call.id() + " " + note);
  }

  @Override
  public long settle(CallRecord call) {
    return act("settle " + call.id());
  }

  @Override
  public long handle(CallRecord call, String reason) {
    return act("handle " + call.id() + " " + reason);
  }

  @Override
  public List<CallRecord> history(CallRecord call) {
    return calls.stream()
        .filter(one -> one.customerId() == null && call.customerId() == null)
        .toList();
  }

  @Override
  public long share(CallRecord call, Path target, RecordingCopies.Format format) {
    return act("share " + call.id() + " " + format);
  }

  @Override
  public void undo(long sequence) {
    acts.remove((int) sequence - 1);
  }

  private long act(String what) {
    acts.add(what);
    return acts.size();
  }

  @Override
  public List<Match.Candidate> likely(CallRecord call) {
    return candidates;
  }

  @Override
  public List<CustomerSearch.Hit> find(String text) {
    return List.of();
  }

  @Override
  public Optional<Target> target(CallRecord call) {
    return Optional.of(
        new Target(new PhoneNumber(call.numberRaw(), null, "7135550148", "US", null), false));
  }

  @Override
  public RecordingSound open(CallRecord call) {
    if (fileMissing) {
      throw new ProblemException("call.player.missing", "recordings/" + call.recordingFile());
    }
    FakeSound sound = new FakeSound(call.talkMillis(), channels);
    opened.add(sound);
    return sound;
  }

  @Override
  public Path file(CallRecord call) {
    return Path.of("/data/recordings/" + call.recordingFile());
  }

  @Override
  public Found found(CallRecord call, Path elsewhere, boolean anyway) {
    if (otherFound && !anyway) {
      return Found.OTHER;
    }
    fileMissing = false;
    return Found.PUT_BACK;
  }

  @Override
  public long keepLead(CallRecord call) {
    return act("lead " + call.id());
  }

  @Override
  public List<CallMark> marks(CallRecord call) {
    return List.copyOf(marks);
  }

  @Override
  public long mark(CallRecord call, CallMark.Kind kind, long positionMillis, String note) {
    marks.add(
        new CallMark(
            marks.size() + 1,
            1,
            call.callKey(),
            positionMillis,
            kind,
            note.isEmpty() ? null : note,
            "Nora",
            Cards.NOW));
    return act("mark " + kind + " " + positionMillis + " " + note);
  }

  @Override
  public long noteMark(CallMark mark, String note) {
    return act("mark noted " + mark.id() + " " + note);
  }

  @Override
  public long unmark(CallMark mark) {
    marks.remove(mark);
    return act("unmark " + mark.id());
  }

  @Override
  public Kept kept(CallRecord call) {
    return kept;
  }

  @Override
  public long consent(CallRecord call, RecordingCare.Consent answer) {
    kept = new Kept(answer, Cards.NOW, kept.held(), kept.until());
    return act("consent " + call.id() + " " + answer);
  }

  @Override
  public void erase(CallRecord call) {
    act("erase " + call.id());
  }

  @Override
  public long hold(CallRecord call, boolean held) {
    kept = new Kept(kept.consent(), kept.consentAt(), held, kept.until());
    return act("hold " + call.id() + " " + held);
  }

  @Override
  public Subscription changes(Runnable listener) {
    return changes.add(news -> listener.run());
  }
}
