package app.ringbook.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.call.CallRecords;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.WavFile;
import app.ringbook.telephony.recorder.vault.SoundBytes;
import app.ringbook.telephony.recorder.vault.SystemKeys;
import app.ringbook.telephony.recorder.vault.Vault;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class SampleDataStoreTest {
  private final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));

  private Customers customers(TestDatabase test) {
    return new Customers(test.database(), numbers, test.clock());
  }

  private SampleData data(TestDatabase test, Customers customers) {
    return data(test, customers, CallRecorder.Care.NONE);
  }

  private SampleData data(TestDatabase test, Customers customers, CallRecorder.Care care) {
    Timeline timeline = new Timeline(test.database(), test.clock());
    CallRecords calls =
        new CallRecords(
            test.database(),
            new CustomerSearch(test.database()),
            customers,
            timeline,
            test.clock());
    customers.follow(timeline);
    customers.follow(calls);
    return new SampleData(
        test.database(), customers, timeline, calls, numbers, test.clock(), recordings(test), care);
  }

  private static java.util.function.Supplier<Path> recordings(TestDatabase test) {
    return () -> test.folders().recordings();
  }

  @OnBothDatabases
  void isSealedWhereRecordingsAreSealed(TestDatabase test) throws IOException {
    Vault vault =
        new Vault(
            recordings(test),
            () -> new SystemKeys.UserFile(test.folders().root().resolve("keys")),
            () -> true);
    vault.create();
    SampleData data = data(test, customers(test), new CallRecorder.Care(vault, () -> 50L << 20));
    data.load(Progress.NONE);
    List<Path> sounds = files(test, ".wav");
    assertThat(sounds).hasSizeGreaterThan(20);
    for (Path sound : sounds) {
      assertThat(SoundBytes.sealed(sound)).isTrue();
    }
    try (WavFile wav = WavFile.open(sounds.getFirst(), vault)) {
      assertThat(wav.millis()).isGreaterThan(3_000);
    }
    data.remove();
    assertThat(files(test, ".wav")).isEmpty();
    assertThat(files(test, ".key")).isEmpty();
  }

  private static List<Path> files(TestDatabase test, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(test.folders().recordings())) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  @OnBothDatabases
  void comesAsAWholeAndGoesAsAWhole(TestDatabase test) throws IOException {
    Customers customers = customers(test);
    SampleData data = data(test, customers);
    long mine = customers.create(NewCustomer.of("Mine", List.of())).value();
    assertThat(data.present()).isFalse();
    data.load(Progress.NONE);
    assertThat(data.present()).isTrue();
    assertThat(customers.count()).isEqualTo(121);
    assertThat(test.count("call_record")).isEqualTo(60);
    assertThat(test.rows("SELECT id FROM call_record WHERE customer_id IS NULL")).hasSize(6);
    assertThat(test.rows("SELECT id FROM customer WHERE name = '苏州澄宇精密机械有限公司'")).hasSize(1);
    assertThat(test.rows("SELECT id FROM phone WHERE e164 IS NULL")).isEmpty();
    List<Map<String, Object>> recorded =
        Stream.of(test.rows("SELECT * FROM call_record WHERE recording_file IS NOT NULL"))
            .flatMap(List::stream)
            .<Map<String, Object>>map(row -> Map.copyOf(withoutNulls(row)))
            .toList();
    assertThat(recorded).hasSizeGreaterThan(20);
    for (Map<String, Object> row : recorded) {
      Path file = test.folders().recordings().resolve(String.valueOf(row.get("recording_file")));
      try (WavFile wav = WavFile.open(file)) {
        assertThat(wav.millis()).isEqualTo(row.get("recording_millis"));
        assertThat(wav.channels()).isEqualTo(2);
      }
    }
    data.load(Progress.NONE);
    assertThat(customers.count()).isEqualTo(121);
    data.remove();
    assertThat(data.present()).isFalse();
    assertThat(customers.count()).isEqualTo(1);
    assertThat(customers.byId(mine)).isPresent();
    assertThat(test.count("call_record")).isZero();
    try (Stream<Path> left = Files.walk(test.folders().recordings())) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @OnBothDatabases
  void theSameSeedGivesTheSameCustomers(TestDatabase test) {
    Customers customers = customers(test);
    Generator generator = new Generator(test.database(), customers, test.clock());
    generator.generate(2_100, 7, Progress.NONE);
    assertThat(customers.count()).isEqualTo(2_100);
    generator.generate(2_100, 7, Progress.NONE);
    assertThat(test.rows("SELECT name FROM customer WHERE id <= 2100 ORDER BY id"))
        .isEqualTo(test.rows("SELECT name FROM customer WHERE id > 2100 ORDER BY id"));
    for (Map<String, ?> row : test.rows("SELECT raw, e164, region FROM phone WHERE id <= 40")) {
      String raw = String.valueOf(row.get("raw"));
      String region = String.valueOf(row.get("region"));
      assertThat(numbers.parse(raw, region).e164()).isEqualTo(row.get("e164"));
    }
  }

  private static Map<String, Object> withoutNulls(
      Map<String, ? extends @org.jspecify.annotations.Nullable Object> row) {
    Map<String, Object> kept = new java.util.HashMap<>();
    row.forEach(
        (key, value) -> {
          if (value != null) {
            kept.put(key, value);
          }
        });
    return kept;
  }
}
