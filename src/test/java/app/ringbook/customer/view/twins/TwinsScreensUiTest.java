package app.ringbook.customer.view.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.customer.Customer;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.testkit.CustomerStage;
import app.ringbook.testkit.FxTest;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.testkit.TwinsHouse;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Collisions, merges and the question whether a customer is taken, over a real database. */
@Tag("S0-23")
class TwinsScreensUiTest extends FxTest {
  private final CustomerStage stage = new CustomerStage(language());
  private final TestDatabase test = TestDatabase.embedded();
  private final TwinsHouse house = new TwinsHouse(test);
  private final TwinsBook book = new StoredTwinsBook(house.collisions, house.merges, house.taken);
  private final Surroundings around = stage.around;

  @AfterEach
  void end() {
    stage.background.close();
    house.close();
    test.close();
  }

  private CollisionsPage page() {
    CollisionsPage page =
        onFx(
            () ->
                new CollisionsPage(
                    new CollisionsModel(book, stage.background),
                    book,
                    MergeSheet.opener(around, book),
                    around));
    show(onFx(() -> stage.window(page)));
    fx(page::shown);
    return page;
  }

  private TableView<?> table() {
    return (TableView<?>) user().find("#collisions");
  }

  @Test
  void pairIsMergedFieldByField() {
    long one = house.storeWith(Customer.named("Acme").owner("Mei").city("Kiel").build(), "Ann");
    long two =
        house.storeWith(Customer.named("Acme Ltd").owner("Tom").city("Bremen").build(), "Ben");
    page();
    await().until(() -> onFx(() -> user().sees("Acme Ltd")));
    fx(() -> table().getSelectionModel().select(0));
    snapshot("collisions");
    user().click("#collision-merge");
    await().until(() -> onFx(() -> user().sees("Make one customer of these")));
    user().click("#merge-city-" + two);
    snapshot("merge");
    user().click("Merge");
    await().until(() -> house.customers.count() == 1);
    assertThat(house.customers.portrait(one))
        .satisfies(
            p -> {
              assertThat(p.customer().city()).isEqualTo("Bremen");
              assertThat(p.customer().owner()).isEqualTo("Mei");
              assertThat(p.contacts()).hasSize(2);
            });
    await().until(() -> onFx(() -> user().sees("No collisions")));
  }

  @Test
  void saidToBeDifferentThePairIsGoneForGood() {
    house.store("Acme", "13812345678", "Mei");
    house.store("Bertram", "+86 138 1234 5678", "Tom");
    page();
    await().until(() -> onFx(() -> user().sees("Bertram")));
    fx(() -> table().getSelectionModel().select(0));
    user().click("#collision-different");
    fx(() -> ((TextField) user().find("#different-reason")).setText("One switchboard"));
    user().click("Keep both");
    await().until(() -> onFx(() -> user().sees("No collisions")));
    assertThat(house.collisions.report(false, Progress.NONE)).isEmpty();
  }

  @Test
  void takenIsAnsweredInOneLine() {
    house.store("Acme Trading", "13812345678", "Mei");
    show(onFx(() -> stage.overlay));
    fx(() -> new TakenSheet(around, book).showOn(stage.overlay));
    fx(() -> ((TextField) user().find("#taken-text")).setText("acme trading ltd"));
    user().click("Ask");
    await().until(() -> onFx(() -> user().sees("Taken: Mei looks after it, never contacted.")));
    speak(Texts.CHINESE);
    fx(() -> ((TextField) user().find("#taken-text")).setText("无名"));
    user().click("查一下");
    await().until(() -> onFx(() -> user().sees("没有：还没有人有这个客户。")));
    speak(Texts.ENGLISH);
    assertThat(List.of(house.customers.count())).containsExactly(1L);
  }
}
