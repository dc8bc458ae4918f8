package app.ringbook.app.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.call.CallHouse;
import app.ringbook.call.CallRecord;
import app.ringbook.call.LeadCalls;
import app.ringbook.call.care.RecordingCares;
import app.ringbook.settings.Settings;
import app.ringbook.store.trash.Trash;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.time.Duration;

class DeletedCareStoreTest {

  @OnBothDatabases
  void aCustomerWithARecordingOnLegalHoldStaysUntilTheHoldEnds(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Trash trash = new Trash(house.database, house.clock);
      RecordingCares cares = new RecordingCares(house.database, house.clock);
      try (DeletedCare care =
          new DeletedCare(trash, cares, new Settings(test.folders().root()), house.clock)) {
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
}
