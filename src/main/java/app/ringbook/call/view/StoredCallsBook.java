package app.ringbook.call.view;

import app.ringbook.call.CallDrafts;
import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.call.CallRecords;
import app.ringbook.call.care.KeptRecordings;
import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.marks.CallMark;
import app.ringbook.call.marks.CallMarks;
import app.ringbook.call.share.RecordingCopies;
import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerMatcher;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.Match;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import app.ringbook.store.Database;
import app.ringbook.telephony.recorder.RecordingFolder;
import app.ringbook.telephony.recorder.vault.KeyFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls as they are kept: rows in the database, recordings in their folder. */
public final class StoredCallsBook implements CallsBook {
  private static final int HITS = 6;
  private static final int SHOWN_HISTORY = 20;
  private final Database database;
  private final CallRecords records;
  private final CallDrafts drafts;
  private final Customers customers;
  private final CustomerMatcher matcher;
  private final CustomerSearch search;
  private final PhoneNumbers numbers;
  private final RecordingFolder folder;
  private final CallMarks marks;
  private final KeptRecordings kept;
  private final LeadSlot leads;
  private final RecordingCopies copies;
  private final AppClock clock;
  private final Listeners<Long> keptLeads = new Listeners<>();

  /** Reads and writes through these doors. */
  public StoredCallsBook(
      Database database,
      CallRecords records,
      CallDrafts drafts,
      Customers customers,
      CustomerMatcher matcher,
      CustomerSearch search,
      PhoneNumbers numbers,
      RecordingFolder folder,
      CallMarks marks,
      KeptRecordings kept,
      LeadSlot leads,
      RecordingCopies copies,
      AppClock clock) {
    this.database = database;
    this.records = records;
    this.drafts = drafts;
    this.customers = customers;
    this.matcher = matcher;
    this.search = search;
    this.numbers = numbers;
    this.folder = folder;
    this.marks = marks;
    this.kept = kept;
    this.leads = leads;
    this.copies = copies;
    this.clock = clock;
  }

  @Override
  public List<CallRecord> page(CallFilter filter, CallRecords.@Nullable Key before, int limit) {
    return records.page(filter, before, limit);
  }

  @Override
  public Map<String, LeadSlot.Known> leads(List<CallRecord> calls) {
    Map<String, LeadSlot.Known> known = new HashMap<>();
    calls.stream()
        .filter(call -> call.customerId() == null)
        .map(CallRecord::numberToDial)
        .distinct()
        .forEach(
            number ->
                leads.known(numbers.parse(number)).ifPresent(lead -> known.put(number, lead)));
    return known;
  }

  @Override
  public CallFilter.Counts counts(CallFilter filter, Progress progress) {
    return records.counts(filter, progress);
  }

  @Override
  public List<String> people() {
    return records.people();
  }

  @Override
  public long result(CallRecord call, @Nullable String result) {
    return records.saveResult(call.id(), result).sequence();
  }

  @Override
  public Optional<CallRecord> byId(long id) {
    return records.byId(id);
  }

  @Override
  public String draft(CallRecord call) {
    return drafts.of(call.callKey()).map(CallDrafts.Draft::note).orElse("");
  }

  @Override
  public long link(CallRecord call, @Nullable Long customerId, @Nullable Long contactId) {
    return records.link(call.id(), customerId, contactId).sequence();
  }

  @Override
  public long note(CallRecord call, String note) {
    long sequence = records.saveNote(call.id(), note, null).sequence();
    drafts.keep(call.callKey(), "", null, null);
    return sequence;
  }

  @Override
  public long settle(CallRecord call) {
    return records.markReviewed(call.id()).sequence();
  }

  @Override
  public long handle(CallRecord call, String reason) {
    return records.markHandled(call.id(), reason).sequence();
  }

  @Override
  public List<CallRecord> history(CallRecord call) {
    return records.ofSameNumber(call, SHOWN_HISTORY);
  }

  @Override
  public long share(CallRecord call, Path target, RecordingCopies.Format format) {
    Path file = file(call);
    if (file == null) {
      throw new ProblemException("call.player.none");
    }
    return copies.copy(call, file, folder.named(file), target, format);
  }

  @Override
  public void undo(long sequence) {
    database.undo(sequence);
  }

  @Override
  public List<Match.Candidate> likely(CallRecord call) {
    return matcher.match(numbers.parse(call.numberToDial())).candidates();
  }

  @Override
  public List<CustomerSearch.Hit> find(String text) {
    return search.find(text, HITS);
  }

  @Override
  public Optional<Target> target(CallRecord call) {
    PhoneNumber number = numbers.parse(call.numberToDial());
    Long customer = call.customerId();
    boolean refused =
        customer != null && customers.byId(customer).map(Customer::doNotCall).orElse(false);
    boolean leadRefused =
        customer == null && leads.known(number).map(LeadSlot.Known::doNotCall).orElse(false);
    return number.dialable()
        ? Optional.of(new Target(number, refused || leadRefused))
        : Optional.empty();
  }

  @Override
  public RecordingSound open(CallRecord call) {
    Path file = file(call);
    if (file == null) {
      throw new ProblemException("call.player.none");
    }
    return PlayedRecording.open(file, folder.named(file), call.gaps(), folder.vault(), clock);
  }

  @Override
  public @Nullable Path file(CallRecord call) {
    String relative = call.recordingFile();
    return relative == null ? null : folder.path().resolve(relative);
  }

  /** The checksum says whether it is the recording; one without a checksum must only be sound. */
  @Override
  public Found found(CallRecord call, Path elsewhere, boolean anyway) throws IOException {
    Path place = file(call);
    if (place == null) {
      throw new ProblemException("call.player.none");
    }
    String known = call.recordingSha256();
    String its = sha256(elsewhere);
    boolean same = its.equals(known);
    long millis = 0;
    if (!same) {
      try (PlayedRecording sound =
          PlayedRecording.open(elsewhere, elsewhere.toString(), List.of(), folder.vault(), clock)) {
        millis = sound.durationMillis();
      }
      if (known != null && !anyway) {
        return Found.OTHER;
      }
    }
    Path parent = place.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.copy(elsewhere, place, StandardCopyOption.REPLACE_EXISTING);
    Path key = KeyFiles.beside(elsewhere);
    if (Files.exists(key) && !Files.exists(KeyFiles.beside(place))) {
      Files.copy(key, KeyFiles.beside(place));
    }
    if (!same) {
      records.recordingFound(call.id(), millis, Files.size(place), its);
    }
    return Found.PUT_BACK;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DigestInputStream bytes = new DigestInputStream(in, digest)) {
        bytes.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public long keepLead(CallRecord call) {
    long kept =
        leads.keep(
            numbers.parse(call.numberToDial()), call.callerName(), call.note(), call.missed());
    keptLeads.tell(kept);
    return kept;
  }

  @Override
  public List<CallMark> marks(CallRecord call) {
    return marks.list(call.callKey());
  }

  @Override
  public long mark(CallRecord call, CallMark.Kind kind, long positionMillis, String note) {
    return marks.mark(call.callKey(), kind, positionMillis, note).sequence();
  }

  @Override
  public long noteMark(CallMark mark, String note) {
    return marks.note(mark.id(), note).sequence();
  }

  @Override
  public long unmark(CallMark mark) {
    return marks.remove(mark.id()).sequence();
  }

  @Override
  public KeptRecordings.Kept kept(CallRecord call) {
    return kept.of(call.callKey(), call.at());
  }

  @Override
  public long consent(CallRecord call, RecordingCare.Consent answer) {
    return kept.consent(call.callKey(), answer);
  }

  @Override
  public void erase(CallRecord call) {
    kept.erase(call.callKey());
  }

  @Override
  public long hold(CallRecord call, boolean held) {
    return kept.hold(call.callKey(), held);
  }

  @Override
  public Subscription changes(Runnable listener) {
    Subscription calls = records.changes().add(ids -> listener.run());
    Subscription marked = marks.changes().add(keys -> listener.run());
    Subscription lead = keptLeads.add(entry -> listener.run());
    return () -> {
      calls.close();
      lead.close();
      marked.close();
    };
  }
}
