package app.ringbook.timeline.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.customer.view.CustomerPage;
import app.ringbook.platform.Texts;
import app.ringbook.testkit.CustomerPanels;
import app.ringbook.testkit.CustomerStage;
import app.ringbook.testkit.FxTest;
import app.ringbook.testkit.FxUser;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.ui.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerPageUiTest extends FxTest {
  private static final long CHENGYU = 100;
  private final CustomerStage stage = new CustomerStage(language());
  private final CustomerPage page =
      onFx(() -> new CustomerPage(stage.around, CustomerPanels.of(stage)));

  @AfterEach
  void hide() {
    fx(page::hidden);
    stage.background.close();
  }

  @Test
  void showsWhoItIsWhatComesNextAndWhatWas() {
    opened();

    assertThat(user().texts())
        .contains("苏州澄宇精密机械有限公司", "A", "展会 2025", "Owner 陈思远")
        .contains("陈国栋", "副总经理", "Decides", "0512-5555-0101")
        .contains("Today 15:00, call 李薇", "把付款节点定在 3-6-1", "Reschedule", "Done")
        .contains("Industry", "精密机械加工", "All 18", "Calls 6")
        .contains("Today", "Yesterday", "呼出 李薇", "6分18秒");
  }

  @Test
  void everyNumberHasItsCallButton() {
    opened();
    user().click("Call 陈国栋, 0512-5555-0101");
    assertThat(stage.copied).containsExactly("0512-5555-0101");

    user().click("#customer-call");

    assertThat(stage.copied).containsExactly("0512-5555-0101", "0512-5555-0142");
    assertThat(stage.toasts.last().text()).contains("Pick up and dial");
  }

  @Test
  void nWritesANoteAndCtrlEnterSavesIt() {
    opened();
    user().press(KeyCode.N);
    assertThat(user().focused().getId()).isEqualTo("composer");
    user().type("They need it in May").press(KeyCode.CONTROL, KeyCode.ENTER);
    awaitSees("They need it in May");
    awaitSees("All 19");

    assertThat(stage.toasts.last().text()).isEqualTo("Note saved");
    assertThat(stage.timeline.nextContacts()).isEmpty();
  }

  @Test
  void aMomentAtTheEndOfANoteIsOfferedAsTheNextContact() {
    opened();
    user().press(KeyCode.N);
    user().type("客户要合同，明天10点");
    awaitSees("Next contact: Tomorrow 10:00");
    snapshot("customer-composer");
    user().press(KeyCode.CONTROL, KeyCode.ENTER);
    await().until(() -> !stage.timeline.nextContacts().isEmpty());

    assertThat(stage.timeline.nextContacts())
        .containsExactly(Instant.parse("2026-11-23T02:00:00Z"));
  }

  @Test
  void theOfferCanBeRefused() {
    opened();
    user().press(KeyCode.N);
    user().type("call back thu 1030");
    awaitSees("#composer-offer");
    user().click("#composer-offer");
    assertThat(user().sees("#composer-offer")).isFalse();
    user().press(KeyCode.CONTROL, KeyCode.ENTER);
    awaitSees("call back thu 1030");

    assertThat(stage.timeline.nextContacts()).isEmpty();
  }

  @Test
  void chipsFilterByKindAndAllBringsEverythingBack() {
    opened();
    user().click("Calls 6");
    awaitGone("建档");
    await().until(() -> onFx(() -> list().getItems().stream().allMatch(this::callOrDay)));
    user().click("All 18");

    await().until(() -> onFx(() -> !list().getItems().stream().allMatch(this::callOrDay)));
  }

  @Test
  void whatHappensNowComesInByItself() {
    opened();
    stage.timeline.add(CHENGYU, TimelineKind.CALL, stage.clock.now(), "呼入 何静", "1分2秒");

    awaitSees("呼入 何静");
  }

  @Test
  void olderEntriesAreReadWhenTheEndComesIntoSight() {
    for (int i = 0; i < 120; i++) {
      stage.timeline.add(
          CHENGYU, TimelineKind.NOTE, stage.clock.now().minusSeconds(i), "note " + i, null);
    }
    stage.fillCustomer();
    show(CHENGYU);
    awaitSees("note 0");
    int before = onFx(() -> list().getItems().size());
    fx(() -> list().scrollTo(before - 1));
    await()
        .until(
            () -> {
              settle();
              return onFx(() -> list().getItems().size() > before);
            });
  }

  @Test
  void theNextContactIsSetInWordsAndUndone() {
    opened();
    user().press(KeyCode.CONTROL, KeyCode.T);
    await().until(() -> "next-contact-when".equals(user().focused().getId()));
    user().type("+3d");
    awaitSees("25 Nov, 09:00");
    snapshot("customer-next-contact");
    user().press(KeyCode.ENTER);
    awaitSees("25 Nov, 09:00, call 李薇");

    fx(stage.toasts::pressLast);

    awaitSees("Today 15:00, call 李薇");
  }

  @Test
  void doneTakesTheNextContactAwayAndOffersANewOne() {
    opened();
    user().click("#next-contact-done");
    awaitSees("No next contact");

    assertThat(user().sees("Set next contact")).isTrue();
  }

  @Test
  void aContactIsAdded() {
    opened();
    user().click("Add contact");
    await().until(() -> "contact-name".equals(user().focused().getId()));
    user().press(KeyCode.ENTER);
    awaitSees("A contact needs a name");
    user().type("周岚").press(KeyCode.TAB).type("销售").press(KeyCode.ENTER);

    awaitSees("周岚");
    assertThat(stage.toasts.last().text()).isEqualTo("Saved contact 周岚");
  }

  @Test
  void factsThatOthersChangedTooAreNamedBeforeTheyAreReplaced() {
    opened();
    user().press(KeyCode.E);
    await().until(() -> "fact-name".equals(user().focused().getId()));
    user().press(KeyCode.TAB).type("Machines");
    var theirs = stage.book.stored(CHENGYU).customer().change().industry("Tools").build();
    stage.book.changedByOthers(CHENGYU, theirs);
    user().press(KeyCode.CONTROL, KeyCode.ENTER);
    awaitSees("Somebody else changed this to “Tools”. Save again to keep yours.");
    snapshot("customer-facts");
    user().press(KeyCode.CONTROL, KeyCode.ENTER);

    await()
        .until(
            () ->
                Objects.requireNonNull(stage.book.stored(CHENGYU).customer().industry())
                    .contains("Machines"));
  }

  @Test
  void aDeletedCustomerSaysSoAndUndoBringsItBack() {
    opened();
    fx(() -> CustomerStage.action(page, "customer.delete").run().run());
    awaitSees("This customer is not here any more");
    await().until(() -> !stage.toasts.all().isEmpty());

    fx(stage.toasts::pressLast);

    awaitSees("Today 15:00, call 李薇");
  }

  @Test
  void aNewCustomerBeginsWithANote() {
    stage.book.create("Halden Marine", "", "", "");
    long id = 1000;
    show(id);
    awaitSees("Nothing has happened yet");
    user().click("Write a note");

    assertThat(user().focused().getId()).isEqualTo("composer");
    assertThat(user().sees("#customer-call")).isFalse();
  }

  @Test
  void aTimelineThatCannotBeReadSaysSo() {
    stage.timeline.failWith(new IllegalStateException("no disk"));
    stage.fillCustomerOnly();
    show(CHENGYU);
    awaitSees("The timeline can’t be shown");

    stage.timeline.failWith(null);
    user().click("Try again");

    awaitSees("Nothing has happened yet");
  }

  @Test
  void speaksChineseWhenTheLanguageSwitches() {
    opened();
    speak(Texts.CHINESE);
    settle();

    assertThat(user().texts()).contains("今天 15:00 致电李薇", "改期", "完成", "联系人", "全部 18");
  }

  @Test
  void tabVisitsEveryControlAndEachHasAName() {
    opened();
    user().press(KeyCode.N);
    Node start = user().focused();
    List<String> names = new ArrayList<>();
    do {
      names.add(nameOf(user().focused()));
      user().press(KeyCode.TAB);
    } while (!user().focused().equals(start) && names.size() < 60);

    assertThat(names).doesNotContain("").contains("Note", "All 18", "Timeline", "Back");
    assertThat(names)
        .contains("Next contact", "Add contact", "Edit 李薇", "Edit facts", "Reschedule");
    assertThat(names.size()).isLessThan(60);
  }

  private void opened() {
    stage.fillCustomer();
    show(CHENGYU);
    awaitSees("#timeline");
    awaitSees("呼出 李薇");
  }

  private void show(long id) {
    show(onFx(() -> stage.window(page)), 1000, 900);
    fx(
        () -> {
          page.open(new Place("customer", id));
          page.shown();
        });
    settle();
  }

  private ListView<?> list() {
    return (ListView<?>) user().find("#timeline");
  }

  private boolean callOrDay(Object row) {
    return !(row instanceof TimelineRow.Happened happened)
        || happened.entry().kind() == TimelineKind.CALL;
  }

  private static String nameOf(Node node) {
    if (node.getAccessibleText() != null) {
      return node.getAccessibleText();
    }
    return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
  }

  private void awaitSees(String what) {
    FxUser user = user();
    await(what)
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              settle();
              return user.sees(what);
            });
  }

  private void awaitGone(String what) {
    FxUser user = user();
    await(what)
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              settle();
              return !user.sees(what);
            });
  }
}
