package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallResults;
import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.marks.CallMark;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.settings.CallSettings;
import app.ringbook.telephony.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The house as the pop-up sees it: keeps what it is given, answers what the test prepared. */
final class FakePopupHouse implements PopupHouse {
  final Map<String, Draft> drafts = new HashMap<>();
  final List<CallResults.Result> saved = new CopyOnWriteArrayList<>();
  final List<String> recorded = new CopyOnWriteArrayList<>();
  final List<CustomerSearch.Hit> hits = new ArrayList<>();
  final Map<Long, CallCard.Customer> customers = new HashMap<>();
  final List<CallMark> marks = new CopyOnWriteArrayList<>();
  final List<Match.Candidate> likely = new CopyOnWriteArrayList<>();
  final List<String> consents = new CopyOnWriteArrayList<>();
  final Map<String, RecordingCare.Consent> stored = new ConcurrentHashMap<>();
  final List<String> acts = new CopyOnWriteArrayList<>();
  volatile LeadSlot.@Nullable Known lead;
  volatile boolean asksConsent;
  volatile CallSettings settings = CallSettings.DEFAULT;
  volatile @Nullable RuntimeException failure;

  @Override
  public synchronized Optional<Draft> draft(String callKey) {
    return Optional.ofNullable(drafts.get(callKey));
  }

  @Override
  public synchronized void keepDraft(String callKey, Draft draft) {
    drafts.put(callKey, draft);
  }

  @Override
  public long save(CallResults.Result result) {
    RuntimeException wrong = failure;
    if (wrong != null) {
      throw wrong;
    }
    saved.add(result);
    return saved.size();
  }

  @Override
  public Optional<LeadSlot.Known> lead(PhoneNumber number) {
    return Optional.ofNullable(lead);
  }

  @Override
  public void undo(long sequence) {
    saved.remove((int) sequence - 1);
  }

  @Override
  public CallCard.Customer choose(String callKey, long customerId, @Nullable Long contactId) {
    return java.util.Objects.requireNonNull(customers.get(customerId));
  }

  @Override
  public List<CustomerSearch.Hit> find(String text) {
    return hits.stream().filter(hit -> hit.title().contains(text)).toList();
  }

  @Override
  public List<Match.Candidate> likely(PhoneNumber number) {
    return likely;
  }

  @Override
  public CallMark mark(String callKey, CallMark.Kind kind) {
    CallMark mark =
        new CallMark(marks.size() + 1, 1, callKey, 133_000, kind, null, "me", Cards.NOW);
    marks.add(mark);
    return mark;
  }

  @Override
  public void unmark(CallMark mark) {
    marks.remove(mark);
  }

  @Override
  public CallSettings settings() {
    return settings;
  }

  @Override
  public boolean asksConsent() {
    return asksConsent;
  }

  @Override
  public RecordingCare.@Nullable Consent consent(String callKey) {
    return stored.get(callKey);
  }

  @Override
  public void consentAfterwards(String callKey, RecordingCare.Consent answer) {
    consent(callKey, answer);
    acts.add("kept " + callKey);
  }

  @Override
  public void eraseRecording(String callKey) {
    RuntimeException wrong = failure;
    if (wrong != null) {
      throw wrong;
    }
    acts.add("erased " + callKey);
  }

  @Override
  public void consent(String callKey, RecordingCare.Consent answer) {
    RuntimeException wrong = failure;
    if (wrong != null) {
      throw wrong;
    }
    stored.put(callKey, answer);
    consents.add(callKey + " " + answer);
  }

  @Override
  public void told(Call call, boolean taken) {
    recorded.add(call.key() + (taken ? " taken" : " over"));
  }

  @Override
  public void record(String callKey, boolean wanted) {
    recorded.add(callKey + " " + wanted);
  }
}
