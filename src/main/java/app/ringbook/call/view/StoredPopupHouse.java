package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallCards;
import app.ringbook.call.CallDesk;
import app.ringbook.call.CallDrafts;
import app.ringbook.call.CallResults;
import app.ringbook.call.care.CallerConsents;
import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.care.RecordingCares;
import app.ringbook.call.marks.CallMark;
import app.ringbook.call.marks.CallMarks;
import app.ringbook.customer.CustomerMatcher;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.settings.CallSettings;
import app.ringbook.store.Database;
import app.ringbook.telephony.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The house as it is: drafts and results in the database, orders to the desk. */
public final class StoredPopupHouse implements PopupHouse {
  private static final int HITS = 5;
  private final Database database;
  private final CallDrafts drafts;
  private final CallResults results;
  private final CallCards cards;
  private final CustomerSearch search;
  private final CustomerMatcher matcher;
  private final CallMarks marks;
  private final LeadSlot leads;
  private final CallerConsents consents;
  private final Supplier<CallSettings> settings;
  private final Supplier<CallDesk> desk;

  /**
   * @param settings the settings of calls as they are now
   * @param desk asked at each order, since the desk is made after the pop-up it shows calls in
   */
  public StoredPopupHouse(
      Database database,
      CallDrafts drafts,
      CallResults results,
      CallCards cards,
      CustomerSearch search,
      CustomerMatcher matcher,
      CallMarks marks,
      LeadSlot leads,
      CallerConsents consents,
      Supplier<CallSettings> settings,
      Supplier<CallDesk> desk) {
    this.matcher = matcher;
    this.marks = marks;
    this.leads = leads;
    this.consents = consents;
    this.settings = settings;
    this.database = database;
    this.drafts = drafts;
    this.results = results;
    this.cards = cards;
    this.search = search;
    this.desk = desk;
  }

  @Override
  public Optional<Draft> draft(String callKey) {
    return drafts.of(callKey).map(d -> new Draft(d.note(), d.nextContactAt(), d.result()));
  }

  @Override
  public void keepDraft(String callKey, Draft draft) {
    drafts.keep(callKey, draft.note(), draft.nextContactAt(), draft.result());
  }

  @Override
  public long save(CallResults.Result result) {
    Database.Done<CallResults.Saved> done = results.save(result);
    Long customer = done.value().customerId();
    if (customer != null) {
      desk.get().choose(result.callKey(), customer, done.value().contactId());
    }
    return done.sequence();
  }

  @Override
  public void undo(long sequence) {
    database.undo(sequence);
  }

  @Override
  public CallCard.Customer choose(String callKey, long customerId, @Nullable Long contactId) {
    desk.get().choose(callKey, customerId, contactId);
    return cards.customer(customerId, contactId);
  }

  @Override
  public List<CustomerSearch.Hit> find(String text) {
    return search.find(text, HITS);
  }

  @Override
  public List<Match.Candidate> likely(PhoneNumber number) {
    return matcher.match(number).candidates();
  }

  @Override
  public Optional<LeadSlot.Known> lead(PhoneNumber number) {
    return leads.known(number);
  }

  @Override
  public CallMark mark(String callKey, CallMark.Kind kind) {
    return marks.mark(callKey, kind, desk.get().position(callKey), null).value();
  }

  @Override
  public void unmark(CallMark mark) {
    marks.remove(mark.id());
  }

  @Override
  public CallSettings settings() {
    return settings.get();
  }

  @Override
  public boolean asksConsent() {
    return consents.asked();
  }

  @Override
  public RecordingCare.@Nullable Consent consent(String callKey) {
    return consents.of(callKey);
  }

  /** A refusal first stops the desk, so that nothing more is written into what is erased. */
  @Override
  public void consent(String callKey, RecordingCare.Consent answer) {
    if (RecordingCares.refuses(answer)) {
      consents.refused(callKey, answer, desk.get().refuse(callKey));
    } else {
      consents.note(callKey, answer);
    }
  }

  @Override
  public void told(Call call, boolean taken) {
    desk.get().told(call, taken);
  }

  @Override
  public void consentAfterwards(String callKey, RecordingCare.Consent answer) {
    consents.note(callKey, answer);
  }

  @Override
  public void eraseRecording(String callKey) {
    consents.erase(callKey);
  }

  @Override
  public void record(String callKey, boolean wanted) {
    desk.get().record(callKey, wanted);
  }
}
