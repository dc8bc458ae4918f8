package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.call.CallFilter;
import app.ringbook.call.CallHouse;
import app.ringbook.call.CallRecord;
import app.ringbook.call.FinishedCall;
import app.ringbook.call.care.CallerConsents;
import app.ringbook.call.care.KeptRecordings;
import app.ringbook.call.care.KeptRecordings.Kept;
import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.call.care.RecordingCares;
import app.ringbook.call.care.RecordingErasing;
import app.ringbook.call.care.RecordingRetention;
import app.ringbook.call.marks.CallMarks;
import app.ringbook.call.share.RecordingCopies;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.NewCustomer;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.settings.RecordingSettings;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingFolder;
import app.ringbook.telephony.recorder.RecordingInProgress;
import app.ringbook.telephony.recorder.WavFile;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

class StoredCallsBookStoreTest {

  private static StoredCallsBook book(TestDatabase test, CallHouse house, CustomerSearch search) {
    AppFolders folders = test.folders();
    return new StoredCallsBook(
        house.database,
        house.records,
        house.drafts,
        house.customers,
        house.matcher,
        search,
        house.numbers,
        new RecordingFolder(new Settings(folders.settings()), folders),
        new CallMarks(house.database, house.clock),
        kept(house, folders),
        new NoLeads(),
        new RecordingCopies(house.database, house.clock, WavFile::open),
        house.clock);
  }

  /** Recordings are kept for a year. */
  private static KeptRecordings kept(CallHouse house, AppFolders folders) {
    RecordingCares cares = new RecordingCares(house.database, house.clock);
    RecordingErasing erasing =
        new RecordingErasing(
            house.database, house.records, cares, folders::recordings, folders.root(), house.clock);
    return new KeptRecordings(
        cares,
        new RecordingRetention(
            house.database, erasing, () -> 12, folders::recordings, folders.root(), house.clock),
        new CallerConsents(
            cares, erasing, () -> RecordingSettings.DEFAULT, () -> PhoneSettings.RecordCalls.ALL));
  }

  private static CallRecord saved(
      CallHouse house, String key, CallOutcome outcome, @Nullable Recording recording) {
    Call call = Cards.call(key, 1, CallState.ENDED, outcome);
    return house
        .records
        .save(
            new FinishedCall(
                call,
                house.numbers.parse("+17135550148"),
                CallRecord.Source.LIVE,
                true,
                null,
                null,
                null,
                recording))
        .value();
  }

  private static Recording recorded(CallHouse house) {
    RecordingInProgress running = house.recorder.start("a", Codec.ALAW, 1);
    running.append(new AudioBlock(0, Codec.ALAW, 1, 8000, new byte[8000]));
    return running.finish().orElseThrow();
  }

  @OnBothDatabases
  void aLegalHoldKeepsARecordingForEverUntilItIsTakenBack(TestDatabase test) {
    try (CallHouse house = new CallHouse(test);
        CustomerSearch search = new CustomerSearch(house.database)) {
      StoredCallsBook book = book(test, house, search);
      CallRecord call = saved(house, "k/1", CallOutcome.ANSWERED, recorded(house));
      LocalDate year = LocalDate.ofInstant(call.at(), house.clock.zone()).plusYears(1);
      assertThat(book.kept(call)).isEqualTo(new Kept(null, null, false, year));
      new RecordingCares(house.database, house.clock).consent("k/1", Consent.GIVEN, "SHOWN");
      assertThat(book.kept(call))
          .isEqualTo(new Kept(Consent.GIVEN, house.clock.now(), false, year));
      long held = book.hold(call, true);
      assertThat(book.kept(call).held()).isTrue();
      assertThat(book.kept(call).until()).isNull();
      book.undo(held);
      assertThat(book.kept(call).until()).isEqualTo(year);
    }
  }

  @OnBothDatabases
  void aMissedCallIsSettledLinkedNotedAndTakenBack(TestDatabase test) {
    try (CallHouse house = new CallHouse(test);
        CustomerSearch search = new CustomerSearch(house.database)) {
      StoredCallsBook book = book(test, house, search);
      long customer =
          house
              .customers
              .create(NewCustomer.of("Castellan", List.of(house.numbers.parse("+17135550148"))))
              .value();
      CallRecord call = saved(house, "k/1", CallOutcome.MISSED, null);
      assertThat(book.counts(CallFilter.ALL, Progress.NONE).missed()).isEqualTo(1);
      assertThat(book.likely(call)).extracting(c -> c.customerId()).containsExactly(customer);
      assertThat(book.target(call).orElseThrow().number().e164()).isEqualTo("+17135550148");

      long settled = book.handle(call, "Reached by mail");
      assertThat(book.counts(CallFilter.ALL, Progress.NONE).missed()).isZero();
      book.undo(settled);
      assertThat(book.counts(CallFilter.ALL, Progress.NONE).missed()).isEqualTo(1);

      book.link(call, customer, null);
      assertThat(book.byId(call.id()).orElseThrow().customerName()).isEqualTo("Castellan");
      house.drafts.keep("k/1", "half a sent", null, null);
      assertThat(book.draft(call)).isEqualTo("half a sent");
      book.note(call, "A sentence");
      assertThat(book.byId(call.id()).orElseThrow().note()).isEqualTo("A sentence");
      assertThat(book.draft(call)).isEmpty();
    }
  }

  @OnBothDatabases
  void aLostRecordingIsFoundByItsChecksum(TestDatabase test) throws Exception {
    try (CallHouse house = new CallHouse(test);
        CustomerSearch search = new CustomerSearch(house.database)) {
      StoredCallsBook book = book(test, house, search);
      CallRecord call = saved(house, "k/1", CallOutcome.ANSWERED, recorded(house));
      Path file = Objects.requireNonNull(book.file(call));
      try (RecordingSound sound = book.open(call)) {
        assertThat(sound.durationMillis()).isEqualTo(1000);
      }
      Path elsewhere = test.folders().root().resolve("moved.wav");
      Files.move(file, elsewhere);
      assertThatThrownBy(() -> book.open(call))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e ->
                  assertThat(e.arguments())
                      .containsExactly(test.folders().root().relativize(file).toString()));
      Path other = Files.write(test.folders().root().resolve("other.wav"), new byte[100]);
      assertThatThrownBy(() -> book.found(call, other, true)).isInstanceOf(ProblemException.class);
      assertThat(book.found(call, elsewhere, false)).isEqualTo(CallsBook.Found.PUT_BACK);
      book.open(call).close();
    }
  }

  @OnBothDatabases
  void anotherRecordingTakesThePlaceOnlyAfterAQuestion(TestDatabase test) throws Exception {
    try (CallHouse house = new CallHouse(test);
        CustomerSearch search = new CustomerSearch(house.database)) {
      StoredCallsBook book = book(test, house, search);
      CallRecord call = saved(house, "k/1", CallOutcome.ANSWERED, recorded(house));
      Path file = Objects.requireNonNull(book.file(call));
      Path another = Files.copy(file, test.folders().root().resolve("another.wav"));
      byte[] bytes = Files.readAllBytes(another);
      bytes[bytes.length - 1] ^= 1;
      Files.write(another, bytes);
      Files.delete(file);
      assertThat(book.found(call, another, false)).isEqualTo(CallsBook.Found.OTHER);
      assertThat(file).doesNotExist();
      assertThat(book.found(call, another, true)).isEqualTo(CallsBook.Found.PUT_BACK);
      CallRecord now = book.byId(call.id()).orElseThrow();
      assertThat(now.recordingSha256()).isNotEqualTo(call.recordingSha256());
      book.open(now).close();
    }
  }

  @OnBothDatabases
  void aSharedRecordingIsPlainSoundAndInTheJournal(TestDatabase test) throws Exception {
    try (CallHouse house = new CallHouse(test);
        CustomerSearch search = new CustomerSearch(house.database)) {
      StoredCallsBook book = book(test, house, search);
      CallRecord call = saved(house, "k/1", CallOutcome.ANSWERED, recorded(house));
      Path target = test.folders().root().resolve("shared.wav");
      long sequence = book.share(call, target, RecordingCopies.Format.PCM16);
      assertThat(sequence).isPositive();
      assertThat(test.count("recording_copy")).isEqualTo(1);
      try (WavFile copy = WavFile.open(target);
          WavFile kept = WavFile.open(Objects.requireNonNull(book.file(call)))) {
        assertThat(copy.codec()).isEqualTo(Codec.PCM16);
        assertThat(copy.read(0, 8000)).isEqualTo(kept.read(0, 8000));
      }
      book.share(call, target, RecordingCopies.Format.AS_KEPT);
      try (WavFile copy = WavFile.open(target)) {
        assertThat(copy.codec()).isEqualTo(Codec.ALAW);
        assertThat(copy.frames()).isEqualTo(8000);
      }
      Files.delete(Objects.requireNonNull(book.file(call)));
      assertThatThrownBy(() -> book.share(call, target, RecordingCopies.Format.PCM16))
          .isInstanceOf(ProblemException.class);
    }
  }
}
