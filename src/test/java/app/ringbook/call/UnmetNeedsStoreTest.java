package app.ringbook.call;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.profile.Need;
import app.ringbook.customer.profile.Need.Importance;
import app.ringbook.customer.profile.Needs;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import org.junit.jupiter.api.Tag;

class UnmetNeedsStoreTest {
  private static void need(
      Needs needs, long customer, String product, Importance how, boolean met) {
    needs.save(new Need(0, 0, customer, product, how, null, met));
  }

  @OnBothDatabases
  @Tag("S2-13")
  void needsAreCountedByProductNameTheirCustomersAndAreToldWhenTheyCall(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Needs needs = new Needs(house.database);
      long oak = house.customer("Oakhurst", "13812345610");
      long bluefen = house.customer("Bluefen", "13812345611");
      need(needs, oak, "Press", Importance.NICE, false);
      need(needs, oak, "Valve", Importance.MUST, false);
      need(needs, oak, "Lathe", Importance.MUST, true);
      need(needs, bluefen, "Press", Importance.MUST, false);
      assertThat(needs.unmetByProduct())
          .containsExactly(new Needs.Unmet("Press", 2, 2), new Needs.Unmet("Valve", 1, 1));
      assertThat(needs.wanting("Press"))
          .extracting(Needs.Wanting::customer)
          .containsExactly("Bluefen", "Oakhurst");
      assertThat(house.cards.customer(oak, null).needs()).containsExactly("Valve", "Press");
    }
  }
}
