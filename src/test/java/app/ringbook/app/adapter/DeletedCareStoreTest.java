package app.ringbook.app.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.call.CallHouse;
import app.ringbook.call.CallRecord;
import app.ringbook.call.LeadCalls;
import app.ringbook.call.care.RecordingCares;
import app.ringbook.customer.files.FileFolder;
import app.ringbook.customer.files.KeptFile;
import app.ringbook.customer.files.KeptFiles;
import app.ringbook.platform.Progress;
import app.ringbook.settings.Settings;
import app.ringbook.store.DataCheck;
import app.ringbook.store.backup.Finding;
import app.ringbook.store.trash.Trash;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

class DeletedCareStoreTest {

  @OnBothDatabases
  void aCustomerWithARecordingOnLegalHoldStaysUntilTheHoldEnds(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Trash trash = new Trash(house.database, house.clock);
      RecordingCares cares = new RecordingCares(house.database, house.clock);
      try (DeletedCare care =
          new DeletedCare(
              trash, files(test), cares, new Settings(test.folders().root()), house.clock)) {
        long customer = house.customer("Bluefen", "02155550187");
        CallRecord call = LeadCalls.answered(house, "k1", "02155550187");
        house.records.link(call.id(), customer, null);
        cares.hold("k1", true);
        house.customers.delete(customer);
        house.clock.advance(Duration.ofDays(31));

        care.round();
        assertThat(trash.count()).isEqualTo(1);
        assertThat(trash.restore(trash.page(null, 1).getFirst(), (tx, kept) -> {}).value())
            .isEmpty();
        assertThat(test.rows("SELECT 1 FROM call_record WHERE customer_id = ?", customer))
            .hasSize(1);

        house.customers.delete(customer);
        house.clock.advance(Duration.ofDays(31));
        cares.hold("k1", false);
        care.round();
        assertThat(trash.count()).isZero();
      }
    }
  }

  private static KeptFiles files(TestDatabase test) {
    return new KeptFiles(
        test.database(),
        new FileFolder(test.folders().files(), test.folders().root().resolve("opened")),
        test.clock());
  }

  @OnBothDatabases
  void aFileGoesOnlyWhenNobodyUsesItForAsLongAsItCouldComeBack(TestDatabase test)
      throws IOException {
    try (CallHouse house = new CallHouse(test)) {
      KeptFiles files = files(test);
      long customer = house.customer("Bluefen", "02155550187");
      Path source = Files.writeString(test.folders().root().resolve("offer.txt"), "1200");
      files.add(customer, source);
      KeptFile kept = files.of(customer).getFirst();
      DataCheck check =
          new DataCheck(test.database(), test.folders().recordings(), test.folders().files());
      assertThat(check.run(Progress.NONE).problems()).isEmpty();
      assertThat(files.purge(30)).isZero();
      long removed = files.remove(kept).sequence();
      assertThat(files.purge(30)).isZero();
      house.clock.advance(Duration.ofDays(20));
      test.database().undo(removed);
      assertThat(files.purge(30)).isZero();
      files.remove(files.of(customer).getFirst());
      assertThat(files.purge(30)).isZero();
      house.clock.advance(Duration.ofDays(29));
      assertThat(files.purge(30)).isZero();
      house.clock.advance(Duration.ofDays(2));
      assertThat(files.purge(30)).isEqualTo(1);
    }
  }

  @OnBothDatabases
  void aMissingAndAChangedFileAreFoundByTheCheck(TestDatabase test) throws IOException {
    try (CallHouse house = new CallHouse(test)) {
      KeptFiles files = files(test);
      long customer = house.customer("Bluefen", "02155550187");
      Path one = Files.writeString(test.folders().root().resolve("one.txt"), "1");
      Path two = Files.writeString(test.folders().root().resolve("two.txt"), "2");
      files.add(customer, one);
      files.add(customer, two);
      Path folder = test.folders().files();
      Files.delete(folder.resolve(files.of(customer).getFirst().storedName()));
      Files.writeString(folder.resolve(files.of(customer).getLast().storedName()), "3");
      assertThat(
              new DataCheck(test.database(), test.folders().recordings(), folder)
                  .run(Progress.NONE)
                  .problems())
          .extracting(Finding::key)
          .containsExactlyInAnyOrder("store.check.file.missing", "store.check.file.changed");
    }
  }
}
