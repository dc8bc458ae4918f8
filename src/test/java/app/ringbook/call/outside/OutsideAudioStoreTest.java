package app.ringbook.call.outside;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.call.CallHouse;
import app.ringbook.call.CallRecord;
import app.ringbook.call.FinishedCall;
import app.ringbook.call.outside.FoundAudio.Place;
import app.ringbook.platform.Progress;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.recorder.WavFile;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of other devices find their calls and customers. */
@Tag("S4-08")
class OutsideAudioStoreTest {
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  @TempDir private Path folder;

  @OnBothDatabases
  void filesFindTheirCallTheirCustomerOrNobody(TestDatabase test) throws Exception {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("Alfreds Futterkiste", "13812345678");
      Call live = CallHouse.over(house.ringing("k/1", "13812345678"), CallOutcome.ANSWERED, 65_000);
      long call = house.records.save(finished(house, live, customer)).value().id();
      String then = at(house, Duration.ofMinutes(3));
      String later = at(house, Duration.ofHours(3));
      wav(folder.resolve("13812345678_" + then + ".wav"), 44_100, 2, 3);
      wav(folder.resolve("13812345678_" + later + "_out.wav"), 16_000, 1, 2);
      wav(folder.resolve("13999990000_" + later + ".wav"), 8_000, 1, 1);
      Files.writeString(folder.resolve("broken_13812345678.wav"), "no sound");
      OutsideAudio outside = outside(house);

      List<FoundAudio> found = outside.look(folder, Progress.NONE);
      assertThat(found)
          .extracting(FoundAudio::place)
          .containsExactly(Place.CALL, Place.CUSTOMER, Place.NOBODY, Place.BROKEN);
      found.stream().filter(FoundAudio::wanted).forEach(outside::take);

      CallRecord attached = house.records.byId(call).orElseThrow();
      assertThat(attached.recordingMillis()).isBetween(2_990L, 3_010L);
      assertThat(test.count("call_record")).isEqualTo(3);
      CallRecord own = house.records.byKey(key(found.get(1))).orElseThrow();
      assertThat(own.customerId()).isEqualTo(customer);
      assertThat(own.source()).isEqualTo(CallRecord.Source.FILE);
      assertThat(own.direction()).isEqualTo(app.ringbook.telephony.Direction.OUTGOING);
      assertThat(house.records.byKey(key(found.get(2))).orElseThrow().customerId()).isNull();

      assertThat(outside.look(folder, Progress.NONE))
          .extracting(FoundAudio::place)
          .containsExactly(Place.TAKEN, Place.TAKEN, Place.TAKEN, Place.BROKEN);
    }
  }

  @OnBothDatabases
  void theSoundStaysTheSame(TestDatabase test) throws Exception {
    try (CallHouse house = new CallHouse(test)) {
      wav(folder.resolve("13812345678.wav"), 48_000, 1, 2);
      try (InputStream mp3 =
          Objects.requireNonNull(getClass().getResourceAsStream("tone-440.mp3"))) {
        Files.copy(mp3, folder.resolve("13912345678.mp3"));
      }
      OutsideAudio outside = outside(house);
      for (FoundAudio file : outside.look(folder, Progress.NONE)) {
        CallRecord taken = outside.take(file);
        Path made = house.recordings.resolve(Objects.requireNonNull(taken.recordingFile()));
        try (WavFile sound = WavFile.open(made)) {
          assertThat(sound.millis()).isBetween(1_950L, 2_150L);
          assertThat(tone(sound.read(4_000, 8_000))).isBetween(430.0, 450.0);
        }
      }
    }
  }

  private static OutsideAudio outside(CallHouse house) {
    return new OutsideAudio(
        house.database, house.records, house.matcher, house.numbers, house.recorder, house.clock);
  }

  private static FinishedCall finished(CallHouse house, Call call, long customer) {
    return new FinishedCall(
        call,
        house.numbers.parse("13812345678"),
        CallRecord.Source.LIVE,
        true,
        customer,
        null,
        "EXACT",
        null);
  }

  private static String key(FoundAudio file) {
    return "file_" + file.sha256().substring(0, 32);
  }

  private static String at(CallHouse house, Duration after) {
    return NAME.format(LocalDateTime.ofInstant(house.clock.now().plus(after), house.clock.zone()));
  }

  /** Cycles a second, counted by crossings of zero. */
  private static double tone(short[] samples) {
    int crossings = 0;
    for (int i = 1; i < samples.length; i++) {
      crossings += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
    }
    return crossings * 8_000.0 / samples.length;
  }

  /** A tone of 440 Hz. */
  private static void wav(Path file, int rate, int channels, int seconds) throws Exception {
    byte[] bytes = new byte[rate * seconds * channels * 2];
    for (int frame = 0; frame < rate * seconds; frame++) {
      int value = (int) (12_000 * Math.sin(2 * Math.PI * 440 * frame / rate));
      for (int channel = 0; channel < channels; channel++) {
        int at = (frame * channels + channel) * 2;
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
      }
    }
    AudioFormat format = new AudioFormat(rate, 16, channels, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(bytes), format, (long) rate * seconds),
        AudioFileFormat.Type.WAVE,
        file.toFile());
  }
}
