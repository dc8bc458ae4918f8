package app.ringbook.call;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.CustomerSearch;
import app.ringbook.platform.Progress;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.util.List;

class FoundCallsStoreTest {

  @OnBothDatabases
  void callsAreFoundByNumberNoteAndTheNamesOfTheirCustomers(TestDatabase test) {
    try (CallHouse house = new CallHouse(test);
        CustomerSearch search = new CustomerSearch(house.database)) {
      CallRecords records =
          new CallRecords(house.database, search, house.customers, house.timeline, house.clock);
      long customer = house.customer("重庆澄宇精密", "02155550187");
      CallRecord theirs = house.save("k/1", "02155550187", CallOutcome.ANSWERED, customer);
      CallRecord missed = house.save("k/2", "13912345678", CallOutcome.MISSED, null);
      records.saveNote(missed.id(), "wants the 图纸 back", null);
      for (boolean loaded : List.of(false, true)) {
        if (loaded) {
          search.load(Progress.NONE);
        }
        for (String text : List.of("澄宇", "chongqing", "cqcy", "5555 0187", "021-5555")) {
          assertThat(ids(records, text)).as(text).containsExactly(theirs.id());
        }
        for (String text : List.of("图纸", "WANTS back", "2345678", "+86139")) {
          assertThat(ids(records, text)).as(text).containsExactly(missed.id());
        }
        assertThat(ids(records, "nobody")).isEmpty();
        assertThat(records.counts(CallFilter.ALL.withText("图纸"), Progress.NONE))
            .isEqualTo(new CallFilter.Counts(1, 0, 1, 1, 0, 0, 0));
      }
    }
  }

  private static List<Long> ids(CallRecords records, String text) {
    return records.page(CallFilter.ALL.withText(text), null, 5).stream()
        .map(CallRecord::id)
        .toList();
  }
}
