package app.ringbook.call.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallHouse;
import app.ringbook.call.CallRecord;
import app.ringbook.call.CallRecords;
import app.ringbook.call.FinishedCall;
import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.DataCheck;
import app.ringbook.store.file.FolderFiles;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingInProgress;
import app.ringbook.telephony.recorder.WavFile;
import app.ringbook.telephony.recorder.vault.KeyFiles;
import app.ringbook.telephony.recorder.vault.SealedFiles;
import app.ringbook.telephony.recorder.vault.SoundBytes;
import app.ringbook.telephony.recorder.vault.SystemKeys;
import app.ringbook.telephony.recorder.vault.Vault;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;

class RecordingCareStoreTest {

  /** Everything around recordings in one data folder. */
  private static final class House implements AutoCloseable {
    final TestDatabase test;
    final FakeClock clock;
    final Path folder;
    final PhoneNumbers numbers = new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", ""));
    final Customers customers;
    final CallRecords calls;
    final RecordingCares cares;
    final RecordingErasing erasing;
    final RecordingRetention retention;
    final RecordingSealing sealing;
    final Vault vault;
    final CallRecorder recorder;
    boolean encrypt;
    int months;

    House(TestDatabase test) {
      this.test = test;
      clock = test.clock();
      Path root = test.folders().root();
      folder = test.folders().recordings();
      customers = new Customers(test.database(), numbers, clock);
      Timeline timeline = new Timeline(test.database(), clock);
      calls =
          new CallRecords(
              test.database(), new CustomerSearch(test.database()), customers, timeline, clock);
      cares = new RecordingCares(test.database(), clock);
      erasing = new RecordingErasing(test.database(), calls, cares, () -> folder, root, clock);
      retention =
          new RecordingRetention(test.database(), erasing, () -> months, () -> folder, root, clock);
      vault =
          new Vault(
              () -> folder, () -> new SystemKeys.UserFile(root.resolve("keys")), () -> encrypt);
      sealing =
          new RecordingSealing(test.database(), calls, vault, () -> encrypt, () -> folder, root);
      recorder =
          new CallRecorder(() -> folder, clock, new CallRecorder.Care(vault, () -> 50L << 20));
    }

    CallRecord call(String key, @Nullable Long customer) {
      RecordingInProgress running = recorder.start(key, Codec.ALAW, 1);
      byte[] data = new byte[8000];
      new Random(key.hashCode()).nextBytes(data);
      running.append(new AudioBlock(0, Codec.ALAW, 1, 8000, data));
      Recording sound = running.finish().orElseThrow();
      Call call =
          new Call(
              key,
              "kit",
              1,
              Direction.INCOMING,
              CallState.ENDED,
              "13800138000",
              Presentation.NUMBER,
              null,
              true,
              clock.now(),
              1,
              1000,
              1000,
              CallOutcome.ANSWERED,
              0);
      return calls
          .save(
              new FinishedCall(
                  call,
                  numbers.parse("13800138000"),
                  CallRecord.Source.LIVE,
                  true,
                  customer,
                  null,
                  null,
                  sound))
          .value();
    }

    Path file(CallRecord call) {
      return folder.resolve(String.valueOf(call.recordingFile()));
    }

    CallRecord now(CallRecord call) {
      return calls.byId(call.id()).orElseThrow();
    }

    List<?> problems() {
      return new DataCheck(test.database(), folder, test.folders().files())
          .run(Progress.NONE)
          .problems();
    }

    @Override
    public void close() {
      recorder.close();
    }
  }

  @OnBothDatabases
  void theLastAnswerOfACustomerCountsWhicheverCallItWasGivenIn(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      RecordingCares cares = new RecordingCares(test.database(), test.clock());
      long customer = house.customer("Castellan", "13800000000");
      for (String key : List.of("k/1", "k/2")) {
        Call call = house.ringing(key, "13800000000");
        house.desk.ringing(call);
        house.desk.answered(CallHouse.talking(call));
        house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 60));
      }
      await().until(() -> house.saved.size() == 2);
      assertThat(cares.lastAnswer(customer)).isNull();
      cares.consent("k/2", Consent.GIVEN, null);
      test.clock().advance(Duration.ofMinutes(1));
      cares.consent("k/1", Consent.WITHDRAWN, null);
      assertThat(cares.lastAnswer(customer)).isEqualTo(Consent.WITHDRAWN);
      test.clock().advance(Duration.ofMinutes(1));
      cares.consent("k/2", Consent.ASKED, null);
      assertThat(cares.lastAnswer(customer)).isEqualTo(Consent.WITHDRAWN);
      cares.consent("k/2", Consent.GIVEN, null);
      assertThat(cares.lastAnswer(customer)).isEqualTo(Consent.GIVEN);
    }
  }

  @OnBothDatabases
  void consentIsNotedBeforeTheCallHasARow(TestDatabase test) {
    try (House house = new House(test)) {
      house.cares.consent("k/1", RecordingCare.Consent.ASKED, "SHOWN");
      house.clock.advance(Duration.ofSeconds(4));
      house.cares.consent("k/1", RecordingCare.Consent.GIVEN, "SHOWN");
      RecordingCare care = house.cares.of("k/1").orElseThrow();
      assertThat(care.consent()).isEqualTo(RecordingCare.Consent.GIVEN);
      assertThat(care.consentAt()).isEqualTo(house.clock.now());
      assertThat(house.cares.of("k/2")).isEmpty();
    }
  }

  @OnBothDatabases
  void whoRefusesIsErasedAndTheCallStays(TestDatabase test) throws IOException {
    try (House house = new House(test)) {
      CallRecord call = house.call("k/1", null);
      house.erasing.refused("k/1", RecordingCare.Consent.WITHDRAWN, null, null);
      assertThat(house.file(call)).doesNotExist();
      assertThat(house.now(call).recordingFile()).isNull();
      assertThat(house.now(call).talkMillis()).isEqualTo(1000);
      RecordingCare care = house.cares.of("k/1").orElseThrow();
      assertThat(care.consent()).isEqualTo(RecordingCare.Consent.WITHDRAWN);
      assertThat(care.erasedWhy()).isEqualTo(RecordingCare.Why.REFUSED);
      assertThat(care.erasedAt()).isNotNull();
      assertThat(house.problems()).isEmpty();
    }
  }

  @OnBothDatabases
  void erasingACustomersRecordingsKeepsTheOnesOnHold(TestDatabase test) {
    try (House house = new House(test)) {
      long id =
          house
              .customers
              .create(NewCustomer.of("Zhang", List.of(house.numbers.parse("13800138000"))))
              .value();
      CallRecord one = house.call("k/1", id);
      CallRecord held = house.call("k/2", id);
      CallRecord other = house.call("k/3", null);
      house.cares.hold("k/2", true);
      assertThat(house.erasing.count(id)).isEqualTo(new RecordingErasing.Count(1, 1));
      assertThat(house.erasing.eraseCustomer(id)).isEqualTo(new RecordingErasing.Count(1, 1));
      assertThat(house.file(one)).doesNotExist();
      assertThat(house.file(held)).exists();
      assertThat(house.file(other)).exists();
      assertThatThrownBy(() -> house.erasing.erase("k/2", RecordingCare.Why.PERSON))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.key()).isEqualTo("call.care.held"));
      assertThat(house.problems()).isEmpty();
    }
  }

  @OnBothDatabases
  void whatARestoreBringsBackIsErasedAgain(TestDatabase test) throws IOException {
    try (House house = new House(test)) {
      house.vault.create();
      house.encrypt = true;
      CallRecord call = house.call("k/1", null);
      Path sound = house.file(call);
      byte[] soundBytes = Files.readAllBytes(sound);
      byte[] keyBytes = Files.readAllBytes(KeyFiles.beside(sound));
      Path aside =
          test.folders()
              .root()
              .resolve("replaced/20261101-000000/recordings")
              .resolve(String.valueOf(call.recordingFile()));
      Files.createDirectories(aside.getParent());
      Files.write(aside, soundBytes);
      Files.write(KeyFiles.beside(aside), keyBytes);
      house.erasing.erase("k/1", RecordingCare.Why.PERSON);
      assertThat(aside).doesNotExist();
      assertThat(KeyFiles.beside(aside)).doesNotExist();
      assertThat(house.erasing.again()).isZero();

      // As a restore leaves it: the files and the row are there again.
      Files.write(sound, soundBytes);
      Files.write(KeyFiles.beside(sound), keyBytes);
      house.test.database().undo(house.test.database().lastSequence());
      assertThat(house.now(call).recordingFile()).isNotNull();

      assertThat(house.erasing.again()).isEqualTo(1);
      assertThat(sound).doesNotExist();
      assertThat(KeyFiles.beside(sound)).doesNotExist();
      assertThat(house.now(call).recordingFile()).isNull();
      assertThat(house.cares.of("k/1").orElseThrow().erasedWhy())
          .isEqualTo(RecordingCare.Why.PERSON);
    }
  }

  @OnBothDatabases
  void whatIsOverWaitsAWeekAndAHoldWins(TestDatabase test) {
    try (House house = new House(test)) {
      CallRecord old = house.call("k/1", null);
      CallRecord held = house.call("k/2", null);
      house.cares.hold("k/2", true);
      house.retention.run(false);
      passDays(house, 100);
      CallRecord young = house.call("k/3", null);
      house.months = 3;

      assertThat(house.retention.plan(OptionalInt.of(12)).any()).isFalse();
      assertThat(house.retention.run(false))
          .isEqualTo(new RecordingRetention.Plan(1, 0, 1, 0, false));
      assertThat(house.file(old)).doesNotExist();
      assertThat(house.file(held)).exists();
      assertThat(house.file(young)).exists();
      assertThat(house.problems()).isEmpty();

      passDays(house, 6);
      assertThat(house.retention.run(false).any()).isFalse();
      assertThat(house.now(old).recordingFile()).isNotNull();
      passDays(house, 1);
      assertThat(house.retention.run(false).erased()).isEqualTo(1);
      assertThat(house.now(old).recordingFile()).isNull();
      assertThat(house.problems()).isEmpty();
    }
  }

  private static void passDays(House house, int days) {
    for (int day = 0; day < days; day++) {
      house.retention.run(false);
      house.clock.advance(Duration.ofDays(1));
    }
  }

  @OnBothDatabases
  void aLongerTimeBringsBackWhatWaits(TestDatabase test) {
    try (House house = new House(test)) {
      CallRecord old = house.call("k/1", null);
      house.months = 3;
      passDays(house, 95);
      assertThat(house.file(old)).doesNotExist();
      house.months = 0;
      assertThat(house.retention.run(false).back()).isEqualTo(1);
      assertThat(house.file(old)).exists();
      assertThat(house.retention.keptUntil(old.at(), false)).isEmpty();
      house.months = 12;
      assertThat(house.retention.keptUntil(old.at(), false)).contains(LocalDate.of(2027, 11, 22));
      assertThat(house.retention.keptUntil(old.at(), true)).isEmpty();
    }
  }

  @OnBothDatabases
  void aClockThatJumpedLetsNothingGoBeforeAPersonSaidSo(TestDatabase test) {
    try (House house = new House(test)) {
      CallRecord call = house.call("k/1", null);
      house.months = 3;
      house.retention.run(false);
      house.clock.set(house.clock.now().plus(Duration.ofDays(400)));
      RecordingRetention.Plan plan = house.retention.run(false);
      assertThat(plan.confirm()).isTrue();
      assertThat(plan.leaving()).isEqualTo(1);
      assertThat(house.file(call)).exists();
      assertThat(house.retention.run(false).confirm()).isTrue();
      assertThat(house.retention.run(true).leaving()).isEqualTo(1);
      assertThat(house.file(call)).doesNotExist();
    }
  }

  @OnBothDatabases
  void turningTheSwitchSealsWhatThereIsAndOpensItAgain(TestDatabase test) throws IOException {
    try (House house = new House(test)) {
      CallRecord one = house.call("k/1", null);
      CallRecord damaged = house.call("k/2", null);
      Files.write(house.file(damaged), new byte[] {'R', 'I', 'F', 'F'});
      byte[] plain = Files.readAllBytes(house.file(one));
      house.vault.create();
      house.encrypt = true;
      assertThat(house.sealing.run(Progress.NONE)).isEqualTo(new RecordingSealing.Result(1, 1));
      assertThat(house.sealing.pending()).isFalse();
      assertThat(SoundBytes.sealed(house.file(one))).isTrue();
      assertThat(house.now(one).recordingSha256()).isEqualTo(SealedFiles.sha256(house.file(one)));
      try (WavFile wav = WavFile.open(house.file(one), house.vault)) {
        assertThat(wav.millis()).isEqualTo(1000);
      }
      assertThat(house.problems()).hasSize(1);
      assertThat(house.sealing.run(Progress.NONE).changed()).isZero();

      house.encrypt = false;
      assertThat(house.sealing.run(Progress.NONE).changed()).isEqualTo(1);
      assertThat(Files.readAllBytes(house.file(one))).isEqualTo(plain);
      assertThat(house.now(one).recordingSha256()).isEqualTo(one.recordingSha256());
      assertThat(KeyFiles.beside(house.file(one))).doesNotExist();
    }
  }

  @OnBothDatabases
  void sealingGoesOnWhereACrashLeftIt(TestDatabase test) throws IOException {
    try (House house = new House(test)) {
      CallRecord one = house.call("k/1", null);
      Path file = house.file(one);
      house.vault.create();
      house.encrypt = true;
      // The row is written, the exchange is not.
      String sum = SealedFiles.seal(file, house.vault.make(file));
      long bytes = Files.size(SealedFiles.coming(file));
      house
          .test
          .database()
          .inTransaction(
              app.ringbook.store.Change.of("call.change.sealed", ""),
              tx -> house.calls.recordingStoredIn(tx, one.id(), bytes, sum));
      house.sealing.run(Progress.NONE);
      assertThat(SoundBytes.sealed(file)).isTrue();
      assertThat(SealedFiles.sha256(file)).isEqualTo(sum);
      assertThat(FolderFiles.below(house.folder))
          .noneMatch(left -> left.toString().endsWith(".sealing"));
      assertThat(house.problems()).isEmpty();
    }
  }
}
