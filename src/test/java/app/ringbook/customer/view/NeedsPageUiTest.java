package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.profile.Need;
import app.ringbook.customer.profile.Need.Importance;
import app.ringbook.customer.profile.Needs;
import app.ringbook.customer.view.profile.NeedsPage;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Texts;
import app.ringbook.testkit.CustomerStage;
import app.ringbook.testkit.FxTest;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.ui.Place;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NeedsPageUiTest extends FxTest {
  private final TestDatabase test = TestDatabase.embedded();
  private final Customers customers =
      new Customers(
          test.database(),
          new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", "")),
          test.clock());
  private final Needs needs = new Needs(test.database());
  private final CustomerStage stage = new CustomerStage(language());
  private final NeedsPage page = onFx(() -> new NeedsPage(needs, stage.around));

  @AfterEach
  void close() {
    dark(false);
    speak(Texts.ENGLISH);
    fx(page::hidden);
    stage.background.close();
    test.close();
  }

  private long customer(String name) {
    Customer facts = Customer.named(name).owner("Li Wei").build();
    return customers.create(new NewCustomer(facts, List.of(), List.of())).value();
  }

  private void need(long customer, String product, Importance how, String detail) {
    needs.save(new Need(0, 0, customer, product, how, detail, false));
  }

  @Test
  @Tag("S2-13")
  void whoNeedsAProductStandsBesideItAndOpens() {
    long oak = customer("Oakhurst Precision Manufacturing of the North West");
    need(oak, "Hardness tester", Importance.NICE, "before the end of the year");
    long cheng = customer("澄宇精密仪器股份有限公司");
    need(cheng, "Hardness tester", Importance.MUST, "替换旧设备");
    need(cheng, "Press", Importance.SHOULD, "");
    show(onFx(() -> stage.window(page)), 1100, 600);
    fx(page::shown);
    await().until(() -> user().sees("澄宇精密仪器股份有限公司"));
    assertThat(user().texts())
        .contains("Hardness tester", "Press", "Must have", "替换旧设备", "Nice to have");
    snapshot("needs-en");

    user().click("Press");
    await().until(() -> !user().sees("before the end of the year"));
    user().click("澄宇精密仪器股份有限公司").press(KeyCode.ENTER);
    assertThat(stage.navigation.opened()).containsExactly(new Place(CustomerPage.ID, cheng));

    speak(Texts.CHINESE);
    dark(true);
    settle();
    snapshot("needs-zh-dark");
    assertThat(user().texts()).contains("按产品看未满足的需求");
  }
}
