package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.testkit.CustomerPanels;
import app.ringbook.testkit.CustomerStage;
import app.ringbook.testkit.FxTest;
import app.ringbook.testkit.FxUser;
import java.time.Duration;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Views, filters and checks of the list. */
class CustomerViewsUiTest extends FxTest {
  private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");

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
  void aViewShowsWhoIsDueAndTellsThatItWasChanged() {
    opened();
    user().click("Due this week");
    awaitGone("Bluefen Biologics");
    assertThat(user().texts())
        .contains("Castellan Valve Co.", "Northgate Polymers", "Next contact: late or this week")
        .doesNotContain("Save view");

    user().click("Tier: any");
    awaitSees("is one of");
    user().type("A");
    awaitGone("Northgate Polymers");
    awaitSees("Save view");
    user().press(KeyCode.ESCAPE);
    awaitSees("Tier: A");
    awaitSees("Due this week •");

    user().click("All");
    awaitSees("Bluefen Biologics");
    user().click("Due this week •");
    awaitSees("Tier: A");
    user().click("Put back");
    awaitSees("Northgate Polymers");
    snapshot("customers-due");
  }

  private long checkedRows() {
    return onFx(
        () ->
            stage().getScene().getRoot().lookupAll(".table-row-cell").stream()
                .filter(row -> row.getPseudoClassStates().contains(CHECKED))
                .count());
  }

  @Test
  void checkedCustomersAreTaggedTogetherAndUndoneTogether() {
    opened();
    fx(() -> user().find("#customers").requestFocus());
    user().press(KeyCode.HOME).press(KeyCode.X);
    awaitSees("1 selected");
    user().press(KeyCode.DOWN);
    assertThat(checkedRows()).as("rows that stand out though another is chosen").isEqualTo(1);
    user().press(KeyCode.CONTROL, KeyCode.A);
    awaitSees("14 selected");
    snapshot("customers-bulk");
    user().click("Tag");
    awaitSees("Tag customers");
    user().type("web");
    awaitSees("13 customers change, 1 stays as it is.");
    user().press(KeyCode.ENTER);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> stage.book.stored(3).customer().tagList().contains("web"));
    assertThat(stage.book.stored(1).customer().tagList()).containsExactly("Tensile", "Web");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                stage.toasts.all().stream()
                    .anyMatch(t -> t.text().equals("Tag web: 13 customers changed")));
    fx(() -> java.util.Objects.requireNonNull(stage.toasts.all().getLast().action()).run());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !stage.book.stored(3).customer().tagList().contains("web"));
  }

  private void opened() {
    stage.fillList();
    show(onFx(() -> stage.window(page)), 1200, 700);
    fx(page::shown);
    settle();
    awaitSees("Castellan Valve Co.");
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
