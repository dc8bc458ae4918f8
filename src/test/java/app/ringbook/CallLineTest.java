package app.ringbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallEntry;
import app.ringbook.call.CallHouse;
import app.ringbook.call.CallRecord;
import app.ringbook.call.care.CallerConsents;
import app.ringbook.call.care.RecordingCares;
import app.ringbook.call.care.RecordingErasing;
import app.ringbook.call.marks.CallMarks;
import app.ringbook.call.view.CallPopup;
import app.ringbook.call.view.CallPopupModel;
import app.ringbook.call.view.LineModel;
import app.ringbook.call.view.NoLeads;
import app.ringbook.call.view.StoredPopupHouse;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.NewCustomer;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.settings.CallSettings;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.settings.RecordingSettings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.recorder.Gap;
import app.ringbook.telephony.recorder.WavFile;
import app.ringbook.telephony.serial.PseudoTerminal;
import app.ringbook.telephony.serial.SerialPorts;
import app.ringbook.testkit.FxTest;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The whole line of a call. Bytes go into a serial port and come out as what a person sees and
 * keeps: port, reader, codec, driver, tracker, desk, matcher, pop-up, row, sound file, timeline.
 * Whoever wants to know how a call goes through the house sets a breakpoint in {@link
 * app.ringbook.call.CallDesk} and runs this.
 */
@Tag("S4-07")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no pseudo-terminals")
class CallLineTest extends FxTest {
  private static final int FRAME = 160;
  private final TestDatabase test = TestDatabase.embedded();
  private final Background background = new Background(Fx.executor());
  private final KitFrames frames = new KitFrames();
  private CallPopup popup;
  private CallHouse house;
  private PseudoTerminal kit;
  private long customer;
  private @Nullable PhoneLink link;

  @BeforeEach
  void build() throws IOException {
    house = new CallHouse(test);
    StoredPopupHouse answers =
        new StoredPopupHouse(
            test.database(),
            house.drafts,
            house.results,
            house.cards,
            new CustomerSearch(test.database()),
            house.matcher,
            new CallMarks(test.database(), test.clock()),
            new NoLeads(),
            consents(),
            () -> CallSettings.DEFAULT,
            () -> house.desk);
    popup = onFx(() -> popup(answers));
    house.showOn(popup);
    customer =
        house
            .customers
            .create(
                NewCustomer.of(
                    "Alfreds Futterkiste", List.of(house.numbers.parse("030-0074321", "Germany"))))
            .value();
    kit = new PseudoTerminal();
  }

  private CallerConsents consents() {
    RecordingCares cares = new RecordingCares(test.database(), test.clock());
    RecordingErasing erasing =
        new RecordingErasing(
            test.database(),
            house.records,
            cares,
            () -> house.recordings,
            test.folders().root(),
            test.clock());
    return new CallerConsents(
        cares,
        erasing,
        () -> RecordingSettings.DEFAULT,
        () -> app.ringbook.settings.PhoneSettings.RecordCalls.ALL);
  }

  @AfterEach
  void takeDown() {
    if (link != null) {
      link.close();
    }
    kit.close();
    house.close();
    fx(popup::close);
    background.close();
    test.close();
  }

  @Test
  void aWhozzRecordBecomesAPopupARowAndATimelineEntry() {
    open("whozz");
    send("01 I S 0000 G A1 09/26 11:28 AM 030-0074321    Alfreds\r\n");
    await().until(() -> user().texts().contains("Alfreds Futterkiste"));
    assertThat(house.saved).isEmpty();

    send("01 I E 0065 G A2 09/26 11:28 AM 030-0074321    Alfreds\r\n");
    await().until(() -> house.saved.size() == 1);

    CallRecord row = house.saved.getFirst();
    assertThat(row.customerId()).isEqualTo(customer);
    assertThat(row.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(row.talkMillis()).isEqualTo(65_000);
    assertThat(row.numberRaw()).isEqualTo("030-0074321");
    assertThat(row.callerName()).isEqualTo("Alfreds");
    assertThat(row.recordingFile()).isNull();
    assertThat(test.count("call_record")).isEqualTo(1);
    assertThat(entries()).hasSize(1);
    assertThat(CallEntry.read(entries().getFirst().detail())).get().isEqualTo(entry(row));
    await().until(() -> user().texts().contains("Ended"));
  }

  @Test
  void anX800CallIsRecordedSampleBySample() throws Exception {
    byte[] sound = talk(3, -1, -1);
    CallRecord row = house.saved.getFirst();

    assertThat(row.customerId()).isEqualTo(customer);
    assertThat(row.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(row.recordingMillis()).isEqualTo(3000);
    assertThat(row.recordingLostMillis()).isZero();
    assertThat(row.gaps()).isEmpty();
    var file = house.recordings.resolve(Objects.requireNonNull(row.recordingFile()));
    try (WavFile wav = WavFile.open(file)) {
      assertThat(wav.channels()).isEqualTo(2);
      assertThat(wav.readBytes(0, Integer.MAX_VALUE / 2)).isEqualTo(sound);
    }
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    assertThat(row.recordingSha256()).isEqualTo(HexFormat.of().formatHex(digest));
    assertThat(CallEntry.read(entries().getFirst().detail())).get().isEqualTo(entry(row));
    await().until(() -> user().texts().contains("Ended"));
  }

  @Test
  void framesThatAreLostAreSilenceOfTheSameLength() throws Exception {
    byte[] sound = talk(2, 30, 40);
    CallRecord row = house.saved.getFirst();

    int from = 30 * FRAME;
    int to = 40 * FRAME;
    Arrays.fill(sound, 2 * from, 2 * to, (byte) 0xD5);
    assertThat(row.recordingLostMillis()).isEqualTo(200);
    assertThat(row.gaps()).containsExactly(new Gap(from, to - from, Gap.Kind.SILENCE));
    var file = house.recordings.resolve(Objects.requireNonNull(row.recordingFile()));
    try (WavFile wav = WavFile.open(file)) {
      assertThat(wav.readBytes(0, Integer.MAX_VALUE / 2)).isEqualTo(sound);
    }
  }

  /** Rings, is answered, talks so long on two channels without some frames, and hangs up. */
  private byte[] talk(int seconds, int dropFrom, int dropTo) throws IOException {
    byte[] sound = new byte[seconds * 8000 * 2];
    new Random(seconds).nextBytes(sound);
    open("x800");
    kit.write(frames.frame(KitFrames.RING, 1, 61_000, "2a000000 01 01 41"));
    kit.write(frames.dtmfCaller(1, 61_500, "0049300074321"));
    serve(() -> user().texts().contains("Alfreds Futterkiste"));
    kit.write(frames.frame(KitFrames.HOOK, 1, 63_000, "2a000000 01 00"));
    serve(() -> heard.contains(KitFrames.REC_START));
    kit.write(frames.frame(KitFrames.REC_STATE, 1, 63_010, "2a000000 01 00000000 00000000"));
    for (int i = 0; i * FRAME < sound.length / 2; i++) {
      if (i < dropFrom || i >= dropTo) {
        byte[] piece = Arrays.copyOfRange(sound, 2 * i * FRAME, 2 * (i + 1) * FRAME);
        kit.write(frames.audio(1, 63_020 + 20L * i, (long) i * FRAME, 2, piece));
      }
    }
    serve(() -> user().texts().contains("Recording"));
    kit.write(frames.frame(KitFrames.CALL_END, 1, 67_000, "2a000000 00 01 d0070000 b80b0000"));
    serve(() -> house.saved.size() == 1);
    return sound;
  }

  private void open(String driver) {
    PhoneLink opened =
        new PhoneLink(
            new PhoneSettings.Kit(driver, kit.path(), ""),
            Drivers.byName(driver).orElseThrow(),
            new SerialPorts(),
            new Everything(),
            AppClock.system(),
            house.desk);
    link = opened;
    speaks = driver.equals("x800");
    opened.start();
    serve(() -> opened.status().state() == LinkStatus.State.READY);
  }

  /** Records every call. */
  private static final class Everything implements PhoneLink.Policy {
    @Override
    public boolean record(Call call) {
      return true;
    }

    @Override
    public int ringTimeoutMillis() {
      return 8000;
    }
  }

  private final Set<Integer> heard = new java.util.HashSet<>();
  private byte[] rest = new byte[0];
  private long beat;
  private boolean speaks;

  /** Is the kit's side of the conversation until the condition holds. */
  private void serve(BooleanSupplier until) {
    byte[] buffer = new byte[4096];
    await()
        .pollInSameThread()
        .pollDelay(java.time.Duration.ZERO)
        .pollInterval(java.time.Duration.ofMillis(5))
        .until(
            () -> {
              int count = kit.read(buffer, 10);
              for (int i = 0; i < count; i++) {
                take(buffer[i]);
              }
              if (speaks && System.nanoTime() - beat > 500_000_000) {
                beat = System.nanoTime();
                kit.write(frames.frame(KitFrames.HEARTBEAT, 0, 60_000, "01 00" + "00".repeat(10)));
              }
              return until.getAsBoolean();
            });
  }

  /** Answers greetings and acknowledges whatever asks for it. */
  private void take(byte one) {
    rest = Arrays.copyOf(rest, rest.length + 1);
    rest[rest.length - 1] = one;
    if (rest.length == 1 && one != (byte) 0xA5) {
      rest = new byte[0];
    }
    if (rest.length < 16 || rest.length < 18 + (rest[8] & 0xFF) + 256 * rest[9]) {
      return;
    }
    int type = rest[3] & 0xFF;
    heard.add(type);
    if (type == KitFrames.HELLO) {
      String abilities = "0401 01" + "0501 02" + "0601 02" + "0901 01";
      kit.write(
          frames.frame(KitFrames.HELLO, 0, 60_000, "01 01 01 00 8877665544332211" + abilities));
    }
    if ((rest[4] & 1) != 0) {
      kit.write(frames.frame(KitFrames.ACK, 0, 60_000, new byte[] {rest[6], rest[7]}));
    }
    if (type == KitFrames.STORED_COUNT) {
      kit.write(frames.frame(KitFrames.STORED_COUNT, 0, 60_000, "0000"));
    }
    rest = new byte[0];
  }

  private void send(String text) {
    kit.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private List<TimelineEntry> entries() {
    return house.timeline.read(customer, Set.of(TimelineKind.CALL), null, 9);
  }

  private static CallEntry entry(CallRecord row) {
    Long millis = row.recordingMillis();
    Long lost = row.recordingLostMillis();
    return new CallEntry(
        row.direction(),
        row.outcome(),
        row.line(),
        row.numberRaw(),
        row.ringMillis(),
        row.talkMillis(),
        row.recordingFile(),
        millis == null ? 0 : millis,
        lost == null ? 0 : lost,
        null,
        null);
  }

  private CallPopup popup(StoredPopupHouse answers) {
    return new CallPopup(
        new CallPopupModel(answers, background, test.clock()),
        new LineModel(test.clock(), Fx.executor()),
        new app.ringbook.platform.PhoneNumbers(
            () -> new app.ringbook.platform.PhoneNumbers.Rules("CN", "010", "")),
        words -> Optional.empty(),
        id -> {},
        language(),
        new Formats(language(), test.clock()),
        test.clock(),
        true);
  }
}
