package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallHouse;
import app.ringbook.call.care.CallerConsents;
import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.call.care.RecordingCares;
import app.ringbook.call.care.RecordingErasing;
import app.ringbook.call.marks.CallMarks;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.settings.CallSettings;
import app.ringbook.settings.RecordingSettings;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Codec;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class StoredPopupHouseStoreTest {

  private static StoredPopupHouse popup(
      TestDatabase test, CallHouse house, RecordingCares cares, CustomerSearch search) {
    RecordingErasing erasing =
        new RecordingErasing(
            test.database(),
            house.records,
            cares,
            () -> house.recordings,
            test.folders().root(),
            test.clock());
    return new StoredPopupHouse(
        test.database(),
        house.drafts,
        house.results,
        house.cards,
        search,
        house.matcher,
        new CallMarks(test.database(), test.clock()),
        new NoLeads(),
        new CallerConsents(
            cares,
            erasing,
            () -> RecordingSettings.DEFAULT.withNotice(RecordingSettings.Notice.SHOWN, ""),
            () -> app.ringbook.settings.PhoneSettings.RecordCalls.ALL),
        () -> CallSettings.DEFAULT,
        () -> house.desk);
  }

  private static List<Path> sounds(CallHouse house) throws IOException {
    return files(house, ".wav");
  }

  private static List<Path> files(CallHouse house, String ending) throws IOException {
    if (Files.notExists(house.recordings)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(house.recordings)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static Call talk(CallHouse house) {
    Call call = house.ringing("k/1", "13800000000");
    house.desk.ringing(call);
    Call talking = CallHouse.talking(call);
    house.desk.answered(talking);
    byte[] sound = new byte[160];
    java.util.Arrays.fill(sound, (byte) 0x2A);
    house.desk.audio(talking, new AudioBlock(0, Codec.ALAW, 1, 160, sound));
    return call;
  }

  @OnBothDatabases
  void anAnswerIsStoredWithTheCallAndTheRecordingStays(TestDatabase test) throws IOException {
    try (CallHouse house = new CallHouse(test);
        CustomerSearch search = new CustomerSearch(test.database())) {
      RecordingCares cares = new RecordingCares(test.database(), test.clock());
      StoredPopupHouse popup = popup(test, house, cares, search);
      Call call = talk(house);
      assertThat(popup.asksConsent()).isTrue();
      popup.consent("k/1", Consent.GIVEN);
      house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 60));
      await().until(() -> house.saved.size() == 1);

      RecordingCare care = cares.of("k/1").orElseThrow();
      assertThat(care.consent()).isEqualTo(Consent.GIVEN);
      assertThat(care.consentAt()).isEqualTo(test.clock().now());
      assertThat(care.notice()).isEqualTo("SHOWN");
      assertThat(house.saved.getFirst().recordingFile()).isNotNull();
      assertThat(sounds(house)).hasSize(1);
    }
  }

  @OnBothDatabases
  void takenBackAfterTheCallTheRecordingStaysUntilItIsErased(TestDatabase test) throws IOException {
    try (CallHouse house = new CallHouse(test);
        CustomerSearch search = new CustomerSearch(test.database())) {
      RecordingCares cares = new RecordingCares(test.database(), test.clock());
      StoredPopupHouse popup = popup(test, house, cares, search);
      Call call = talk(house);
      popup.consent("k/1", Consent.GIVEN);
      house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 60));
      await().until(() -> house.saved.size() == 1);
      popup.consentAfterwards("k/1", Consent.WITHDRAWN);
      assertThat(popup.consent("k/1")).isEqualTo(Consent.WITHDRAWN);
      assertThat(sounds(house)).hasSize(1);

      popup.eraseRecording("k/1");
      assertThat(sounds(house)).isEmpty();
      assertThat(house.records.byId(house.saved.getFirst().id()).orElseThrow().recordingFile())
          .isNull();
      assertThat(cares.of("k/1").orElseThrow().erasedWhy()).isEqualTo(RecordingCare.Why.REFUSED);
      assertThat(test.database().lastUndoable(Set.of()).orElseThrow().change().action())
          .isEqualTo("call.change.erased");
    }
  }

  @OnBothDatabases
  void aRefusalInTheCallLeavesNoSoundAndACallWithoutRecording(TestDatabase test)
      throws IOException {
    try (CallHouse house = new CallHouse(test);
        CustomerSearch search = new CustomerSearch(test.database())) {
      RecordingCares cares = new RecordingCares(test.database(), test.clock());
      StoredPopupHouse popup = popup(test, house, cares, search);
      Call call = talk(house);
      // Until it is known what the customer said before, no file is begun that could be erased.
      await().until(() -> !files(house, ".wav.part").isEmpty());
      popup.consent("k/1", Consent.REFUSED);
      assertThat(sounds(house)).isEmpty();
      house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 60));
      await().until(() -> house.saved.size() == 1);

      assertThat(cares.of("k/1").orElseThrow().consent()).isEqualTo(Consent.REFUSED);
      assertThat(cares.of("k/1").orElseThrow().erasedWhy()).isEqualTo(RecordingCare.Why.REFUSED);
      assertThat(house.saved.getFirst().recordingFile()).isNull();
    }
  }
}
