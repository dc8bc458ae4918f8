package app.ringbook.lead;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.call.CallHouse;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.platform.Progress;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.util.List;
import java.util.Map;

class FoundLeadsStoreTest {

  @OnBothDatabases
  void leadsAreFoundInAnyScriptBeforeAndAfterTheIndexIsLoaded(TestDatabase test) {
    try (CallHouse house = new CallHouse(test);
        CustomerSearch search = new CustomerSearch(house.database)) {
      Leads leads =
          new Leads(
              house.database,
              search,
              house.customers,
              house.twins,
              house.timeline,
              house.records,
              house.numbers,
              house.clock);
      keep(house, leads, "单雄信", "重庆澄宇精密", "02155550187", "展会上认识");
      keep(house, leads, "Söhnke Müller", "Bluefen", "+49 30 5550199", "asks for 20% off");
      findsAll(leads);
      search.load(Progress.NONE);
      findsAll(leads);
      Lead lead = leads.page(LeadFilter.ALL.withText("Müller"), null, 5).getFirst();
      leads.note(lead.id(), "rings back on Friday");
      assertThat(names(leads, "friday")).containsExactly("Söhnke Müller");
      leads.delete(List.of(lead.id()), "");
      assertThat(names(leads, "friday")).isEmpty();
    }
  }

  private static void keep(
      CallHouse house, Leads leads, String name, String company, String number, String note) {
    leads.keep(new NewLead(name, company, house.numbers.parse(number), LeadSource.CALL, note));
  }

  private static void findsAll(Leads leads) {
    for (String chinese : List.of("雄信", "shanxiong", "sxx", "chongqing", "cqcy", "展会", "5555018")) {
      assertThat(names(leads, chinese)).as(chinese).containsExactly("单雄信");
    }
    for (String latin : List.of("MÜLLER", "bluefen söhnke", "20%", "030 555 0199", "+49305550")) {
      assertThat(names(leads, latin)).as(latin).containsExactly("Söhnke Müller");
    }
    assertThat(names(leads, "%")).containsExactly("Söhnke Müller");
    assertThat(names(leads, "nobody")).isEmpty();
    LeadFilter both = LeadFilter.of(Lead.State.NEW).withText("555");
    assertThat(leads.counts(both, Progress.NONE)).isEqualTo(new Leads.Counts(2, 0, 0, 0));
    assertThat(leads.sources(both, Progress.NONE)).containsExactly(Map.entry("CALL", 2L));
  }

  private static List<String> names(Leads leads, String text) {
    return leads.page(LeadFilter.ALL.withText(text), null, 5).stream().map(Lead::name).toList();
  }
}
