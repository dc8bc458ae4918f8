package app.ringbook.timeline.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.customer.view.CustomerPage;
import app.ringbook.customer.view.CustomersPage;
import app.ringbook.platform.Texts;
import app.ringbook.testkit.CustomerPanels;
import app.ringbook.testkit.CustomerStage;
import app.ringbook.testkit.FxTest;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/** Pictures of the customer screens as they stand in the window, to be held beside the design. */
class CustomerScreensUiTest extends FxTest {
  private static final double WIDTH = 1232;
  private static final double HEIGHT = 872;

  @Test
  void theListIsPictured() {
    CustomerStage stage = new CustomerStage(language());
    stage.fillList();
    CustomersPage page =
        onFx(
            () ->
                new CustomersPage(
                    stage.around, CustomerPanels.of(stage), stage.settings, stage.files));
    pictures(
        "customers",
        stage,
        page,
        new Place(CustomersPage.ID, 3L),
        "Call Maya Okafor",
        "拨打Maya Okafor");
  }

  @Test
  void oneCustomerIsPictured() {
    CustomerStage stage = new CustomerStage(language());
    stage.fillCustomer();
    CustomerPage page = onFx(() -> new CustomerPage(stage.around, CustomerPanels.of(stage)));
    pictures("customer", stage, page, new Place(CustomerPage.ID, 100L), "Call 李薇", "拨打李薇");
  }

  private void pictures(
      String name, CustomerStage stage, Page page, Place place, String english, String chinese) {
    StackPane window =
        onFx(
            () -> {
              StackPane root = stage.window(page);
              new Scene(root, WIDTH, HEIGHT);
              page.open(place);
              page.shown();
              return root;
            });
    for (boolean dark : new boolean[] {false, true}) {
      for (Texts texts : List.of(Texts.ENGLISH, Texts.CHINESE)) {
        dark(dark);
        speak(texts);
        String words = texts.chinese() ? chinese : english;
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> {
                  layout(window);
                  return onFx(() -> texts(window).contains(words));
                });
        layout(window);
        layout(window);
        Path picture =
            picture(
                window,
                WIDTH,
                HEIGHT,
                name + (dark ? "-dark" : "-light") + (texts.chinese() ? "-zh" : "-en"));
        assertThat(Files.exists(picture)).isTrue();
      }
    }
    fx(page::hidden);
  }

  private static void layout(StackPane window) {
    fx(
        () -> {
          window.applyCss();
          window.resize(WIDTH, HEIGHT);
          window.layout();
        });
  }

  private static List<String> texts(javafx.scene.Parent parent) {
    return parent.lookupAll(".text").stream()
        .filter(javafx.scene.text.Text.class::isInstance)
        .map(node -> ((javafx.scene.text.Text) node).getText())
        .toList();
  }
}
