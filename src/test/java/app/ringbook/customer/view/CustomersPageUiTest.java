package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.customer.Customer;
import app.ringbook.platform.Texts;
import app.ringbook.testkit.CustomerPanels;
import app.ringbook.testkit.CustomerStage;
import app.ringbook.testkit.FakeCustomers;
import app.ringbook.testkit.FxTest;
import app.ringbook.testkit.FxUser;
import app.ringbook.ui.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersPageUiTest extends FxTest {
  private static final long CASTELLAN = 3;
  private final CustomerStage stage = new CustomerStage(language());
  private final CustomersPage page =
      onFx(
          () ->
              new CustomersPage(
                  stage.around, CustomerPanels.of(stage), stage.settings, stage.files));

  @AfterEach
  void hide() {
    fx(page::hidden);
    stage.background.close();
  }

  @Test
  void listsCustomersAndSaysInWordsWhoIsLate() {
    opened();

    assertThat(user().texts())
        .contains("Customers", "14", "Castellan Valve Co.", "4 days late", "Today 14:00");
    assertThat(user().sees("Next contact, 4 days late")).isTrue();
  }

  @Test
  void theFilterFindsAndShowAllBringsEverybodyBack() {
    opened();
    user().type("/");
    assertThat(user().focused().getId()).isEqualTo("customers-filter");
    user().type("oak");
    awaitGone("Castellan Valve Co.");
    awaitSees("Oakhurst Motors");

    user().type("xyz");
    awaitSees("No customer matches “oakxyz”");
    user().click("Show all customers");
    awaitSees("Castellan Valve Co.");
  }

  @Test
  void aHeadingSortsByItsColumn() {
    opened();
    // The headless robot's clicks count as pop-up triggers, which headings ignore: sort as they do.
    fx(
        () -> {
          TableView<?> table = (TableView<?>) user().find("#customers");
          sortByLast(table);
        });
    await().until(() -> stage.book.asked().getLast().sort().equals("nextContact"));
    awaitSees("Sort: Next contact");
  }

  @Test
  void keysMoveOpenAndPreview() {
    opened();
    user().press(KeyCode.DOWN).press(KeyCode.J).press(KeyCode.K).press(KeyCode.J);
    user().press(KeyCode.SPACE);
    awaitSees("Call Maya Okafor");
    snapshot("customers-narrow-preview");
    assertThat(user().texts()).contains("Agree 60-day terms", "Call from Maya: 6:18");

    user().press(KeyCode.ENTER);

    assertThat(stage.navigation.opened()).containsExactly(new Place("customer", CASTELLAN));
  }

  @Test
  void callingCopiesTheNumberWhenTheKitCannotDial() {
    preview();
    user().click("#preview-call");
    assertThat(stage.copied).containsExactly("+1 555-0148");
    assertThat(stage.toasts.last().text()).isEqualTo("Copied +1 555-0148. Pick up and dial.");

    stage.letKitDial();
    user().click("#preview-call");

    assertThat(stage.dialled).extracting(n -> n.raw()).containsExactly("+1 555-0148");
  }

  @Test
  void nobodyIsCalledWhoAskedNotToBe() {
    Customer quiet = FakeCustomers.stored(Customer.named("Quiet").doNotCall(true).build(), 77, 1);
    stage.book.with(quiet, "555-0199", null);
    opened();
    fx(() -> page.open(new Place("customers", 77L)));
    user().press(KeyCode.SPACE);
    awaitSees("#preview-call");
    user().click("#preview-call");

    assertThat(stage.copied).isEmpty();
    assertThat(stage.toasts.last().text()).isEqualTo("Not called: they asked not to be called");
  }

  @Test
  void aNameIsEditedInPlaceAndUndone() {
    selected();
    user().press(KeyCode.F2).type("Castellan AG").press(KeyCode.ENTER);
    awaitSees("Castellan AG");
    assertThat(name()).isEqualTo("Castellan AG");
    assertThat(stage.toasts.last().actionText()).isEqualTo("Undo");

    fx(stage.toasts::pressLast);

    awaitSees("Castellan Valve Co.");
    assertThat(name()).isEqualTo("Castellan Valve Co.");
  }

  @Test
  void anEmptyNameKeepsTheCellOpenAndEscRestores() {
    selected();
    user().press(KeyCode.F2).press(KeyCode.BACK_SPACE).press(KeyCode.ENTER);
    awaitSees("A customer needs a name");
    assertThat(user().focused().getId()).isEqualTo("cell-editor");

    user().press(KeyCode.ESCAPE);

    assertThat(user().sees("#cell-editor")).isFalse();
    assertThat(name()).isEqualTo("Castellan Valve Co.");
  }

  @Test
  void tabGoesOnToTheNumberAndTheNextContactInWords() {
    selected();
    user().press(KeyCode.F2);
    tabs(5);
    user().type("555-0222").press(KeyCode.TAB);
    await()
        .until(
            () ->
                stage
                    .book
                    .stored(CASTELLAN)
                    .mainPhone()
                    .orElseThrow()
                    .number()
                    .raw()
                    .equals("555-0222"));
    awaitFocus("cell-editor");
    user().type("thu 1030");
    awaitSees("26 Nov, 10:30");
    snapshot("customers-edit-next-contact");
    user().press(KeyCode.ENTER);

    await()
        .until(
            () ->
                Instant.parse("2026-11-26T02:30:00Z")
                    .equals(stage.book.stored(CASTELLAN).customer().nextContactAt()));
    awaitToast("Next contact with Castellan Valve Co.: 26 Nov, 10:30");
  }

  @Test
  void wordsThatAreNoDateKeepTheCellOpen() {
    selected();
    user().press(KeyCode.F2);
    tabs(6);
    user().type("whenever").press(KeyCode.ENTER);

    awaitSees("“whenever” is no date. Try “fri 3pm”, “+3d”, “next week”.");
  }

  private void tabs(int count) {
    for (int i = 0; i < count; i++) {
      user().press(KeyCode.TAB);
      settle();
    }
  }

  @Test
  void aValueOthersChangedIsShownBesideMine() {
    selected();
    user().press(KeyCode.F2).type("Mine");
    Customer theirs = stage.book.stored(CASTELLAN).customer().change().name("Theirs").build();
    stage.book.changedByOthers(CASTELLAN, theirs);
    user().press(KeyCode.ENTER);
    awaitSees("Somebody else changed this to “Theirs”. You typed “Mine”.");

    user().click("Use mine");

    await().until(() -> name().equals("Mine"));
  }

  @Test
  void quickAddNeedsOnlyANameAndSaysWhoIsAlreadyThere() {
    opened();
    fx(() -> stage.keys.open(() -> List.of(page.newCustomerAction())));
    user().press(KeyCode.CONTROL, KeyCode.N);
    awaitFocus("new-customer-name");
    user().type("Quillon Pharma");
    awaitSees("Already there?");
    snapshot("customers-new");
    user().type(" North").press(KeyCode.CONTROL, KeyCode.ENTER);
    await().until(() -> stage.book.count() == 15);
    awaitToast("Added Quillon Pharma North");

    assertThat(stage.navigation.opened()).hasSize(1);
    assertThat(user().sees("#new-customer-name")).isFalse();
    assertThat(user().focused().getId()).isEqualTo("customers");
  }

  @Test
  void nothingIsSavedWhileAnInputMethodComposes() {
    opened();
    fx(page::newCustomer);
    awaitFocus("new-customer-name");
    user().type("Halden");
    compose("ni hao");
    user().press(KeyCode.CONTROL, KeyCode.ENTER);
    settle();
    assertThat(stage.book.count()).isEqualTo(14);

    compose("");
    user().press(KeyCode.CONTROL, KeyCode.ENTER);

    await().until(() -> stage.book.count() == 15);
  }

  @Test
  void deletingCanBeUndone() {
    selected();
    user().press(KeyCode.DELETE);
    awaitGone("Castellan Valve Co.");
    awaitToast("Deleted Castellan Valve Co.");
    TableView<?> table = (TableView<?>) user().find("#customers");
    assertThat(onFx(() -> table.getSelectionModel().getSelectedIndex())).isEqualTo(1);

    fx(stage.toasts::pressLast);

    awaitSees("Castellan Valve Co.");
  }

  @Test
  void withoutCustomersImportIsOffered() {
    show();
    awaitSees("Your customers will be here");
    user().click("Import a list");

    assertThat(stage.navigation.opened()).containsExactly(Place.of("import"));
  }

  @Test
  void aListThatCannotBeReadSaysSoAndTriesAgain() {
    stage.fillList();
    stage.book.failWith(new IllegalStateException("no disk"));
    show();
    awaitSees("Customers can’t be listed");

    stage.book.failWith(null);
    user().click("Try again");

    awaitSees("Castellan Valve Co.");
  }

  @Test
  void speaksChineseWhenTheLanguageSwitches() {
    opened();
    speak(Texts.CHINESE);
    settle();

    assertThat(user().texts()).contains("客户", "新建客户", "下次联系", "逾期 4 天");
  }

  @Test
  void tabVisitsEveryControlAndEachHasAName() {
    opened();
    Node start = user().focused();
    List<String> names = new java.util.ArrayList<>();
    do {
      names.add(nameOf(user().focused()));
      user().press(KeyCode.TAB);
    } while (!user().focused().equals(start) && names.size() < 40);

    assertThat(names)
        .doesNotContain("")
        .contains("Customers", "Import", "New customer", "Filter customers", "Preview");
    assertThat(names.size()).isLessThan(40);
  }

  private static <R> void sortByLast(TableView<R> table) {
    table.getSortOrder().setAll(List.of(table.getColumns().getLast()));
  }

  private void opened() {
    stage.fillList();
    show();
    awaitSees("Castellan Valve Co.");
  }

  private void selected() {
    opened();
    fx(() -> page.open(new Place("customers", CASTELLAN)));
    settle();
  }

  private void preview() {
    selected();
    user().press(KeyCode.SPACE);
    awaitSees("#preview-call");
  }

  private void show() {
    show(onFx(() -> stage.window(page)), 1000, 700);
    fx(page::shown);
    settle();
  }

  private String name() {
    return stage.book.stored(CASTELLAN).customer().name();
  }

  private void compose(String text) {
    fx(
        () -> {
          Node field = user().focused();
          List<InputMethodTextRun> composed =
              text.isEmpty()
                  ? List.of()
                  : List.of(new InputMethodTextRun(text, InputMethodHighlight.UNSELECTED_RAW));
          field.fireEvent(
              new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, composed, "", 0));
        });
  }

  private static String nameOf(Node node) {
    if (node.getAccessibleText() != null) {
      return node.getAccessibleText();
    }
    return node instanceof javafx.scene.control.Labeled labeled && labeled.getText() != null
        ? labeled.getText()
        : node instanceof TextField field ? field.getPromptText() : "";
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

  private void awaitFocus(String id) {
    FxUser user = user();
    await(id).atMost(Duration.ofSeconds(20)).until(() -> id.equals(user.focused().getId()));
  }

  private void awaitToast(String text) {
    await(text)
        .atMost(Duration.ofSeconds(20))
        .until(() -> stage.toasts.all().stream().anyMatch(t -> t.text().equals(text)));
  }
}
