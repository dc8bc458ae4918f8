package app.ringbook.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.ringbook.platform.Texts;
import app.ringbook.settings.AppearanceSettings;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.ui.Page;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ShellUiTest extends ShellFixture {
  @Test
  void theWindowStandsInBothLanguagesAndThemes() {
    MainWindow window = window();
    fx(() -> window.lineCard().linkChanged(link(LinkStatus.State.READY, null)));
    var scene = onFx(() -> window.scene(1440, 900));
    picture(scene, "shell-light-en");
    fx(
        () -> {
          speak(Texts.CHINESE);
          theme().look(AppearanceSettings.DEFAULT.withTheme(AppearanceSettings.Theme.DARK));
        });
    picture(scene, "shell-dark-zh");
  }

  @Test
  void pagesKeepTheirHistory() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    user().click("Calls");
    assertThat(user().sees("page calls")).isTrue();
    user().press(KeyCode.ALT, KeyCode.LEFT);
    assertThat(user().sees("page customers")).isTrue();
    user().press(KeyCode.ALT, KeyCode.RIGHT);
    assertThat(user().sees("page calls")).isTrue();
    user().press(KeyCode.CONTROL, KeyCode.DIGIT1);
    assertThat(user().sees("page customers")).isTrue();
    assertThat(done).containsSubsequence("shown customers", "hidden customers", "shown calls");
  }

  @Test
  void toastsAreAtMostThreeAndErrorsStay() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    Toasts toasts = window.tools().toasts();
    toasts.show(Toast.error("Recording not saved, disk is full"));
    toasts.show(Toast.success("Moved to Contract approval").with("Undo", () -> done.add("undo")));
    toasts.show(Toast.warning("Phone kit unplugged. Calls stay in its memory."));
    Toasts.Shown progress =
        toasts.show(
            Toast.progress("Importing customers-june.xlsx").with("Cancel", () -> done.add("no")));
    progress.progress(0.5, "640 of 1,278");
    settle();
    snapshot("toasts");
    assertThat(user().sees("Recording not saved, disk is full")).isTrue();
    assertThat(user().sees("Moved to Contract approval")).isFalse();
    assertThat(user().sees("640 of 1,278")).isTrue();
    user().click("Cancel");
    assertThat(done).contains("no");
    assertThat(user().sees("640 of 1,278")).isFalse();
    toasts.show(Toast.success("Saved").with("Undo", () -> done.add("undo")));
    settle();
    user().click("Undo");
    assertThat(done).contains("undo");
    toasts.show(
        Toast.reminder(() -> language().now("shell.about.title"))
            .with("Show", () -> done.add("show")));
    for (int i = 0; i < 3; i++) {
      toasts.show(Toast.warning("Noted"));
    }
    fx(() -> speak(Texts.CHINESE));
    settle();
    assertThat(user().sees(Texts.CHINESE.text("shell.about.title"))).isTrue();
    user().click("Show");
    assertThat(done).contains("show");
  }

  @Test
  void theLineCardFollowsTheLine() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    LineCard card = window.lineCard();
    assertThat(says(card)).isEqualTo("No phone kit, Connect one");
    card.linkChanged(link(LinkStatus.State.READY, null));
    assertThat(says(card)).isEqualTo("Line ready, LineTap U2 · COM5");
    card.ringing(call(CallState.RINGING));
    assertThat(says(card)).isEqualTo("Ringing, Line 1 · +1 555-0148");
    card.answered(call(CallState.TALKING));
    assertThat(says(card)).isEqualTo("In call, Line 1 · +1 555-0148");
    card.ended(call(CallState.ENDED));
    card.answered(call(CallState.TALKING));
    card.corrected(call(CallState.ENDED));
    assertThat(says(card)).as("a call taken for missed went on").startsWith("Line ready");
    card.linkChanged(link(LinkStatus.State.LOST, "telephony.port.gone"));
    assertThat(says(card)).startsWith("Kit unplugged, Nothing is plugged in at COM5.");
    user().click(card);
    assertThat(user().sees("All changes saved")).isTrue();
  }

  @Test
  void theCallGoesOnInTheLineCard() {
    MainWindow window = window();
    var scene = onFx(() -> window.scene(1440, 900));
    fx(() -> window.lineCard().answered(call(CallState.TALKING)));
    fx(() -> window.lineCard().setSilent(true));
    assertThat(says(window.lineCard())).endsWith("Silent: check the cable");
    assertThat(window.lineCard().getStyleClass()).contains("warning");
    fx(() -> window.lineCard().setSilent(false));
    assertThat(window.lineCard().getStyleClass()).doesNotContain("warning");
    picture(scene, "line-call");
    Label title = onFx(() -> (Label) scene.getRoot().lookup(".rb-line-card .strong"));
    assertThat(onFx(() -> title.getText())).startsWith("In call 00:");
    assertThat(onFx(() -> title.isVisible())).isTrue();
  }

  @Test
  void theBellOnTheLineCardAsksNotToBeDisturbed() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    assertThat(new Settings(folder).call().doNotDisturb()).isFalse();
    fx(
        () ->
            ((javafx.scene.control.ToggleButton) stage().getScene().getRoot().lookup(".rb-quiet"))
                .fire());
    settle();
    assertThat(new Settings(folder).call().doNotDisturb()).isTrue();
    picture(stage().getScene(), "line-quiet");
  }

  @Test
  void aNarrowWindowShowsIconsOnly() {
    MainWindow window = window();
    var scene = onFx(() -> window.scene(1120, 700));
    picture(scene, "shell-narrow");
    double width =
        onFx(() -> ((javafx.scene.layout.Region) scene.lookup(".rb-sidebar")).getWidth());
    assertThat(width).isEqualTo(56);
    for (String button : List.of(".rb-search-box", ".rb-line-card")) {
      var box = onFx(() -> sceneBounds(scene.lookup(button)));
      var icon = onFx(() -> sceneBounds(scene.lookup(button + " .ikonli-font-icon")));
      assertThat(icon.getCenterX()).as(button).isCloseTo(box.getCenterX(), within(1.5));
      assertThat(icon.getCenterY()).as(button).isCloseTo(box.getCenterY(), within(1.5));
    }
  }

  private static Bounds sceneBounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void theKeysAreListed() {
    MainWindow window = window();
    window.popupKeys(List.of(Page.Keys.of("shell.action.forward", "Ctrl T")));
    show(onFx(() -> window.scene(960, 700)));
    user().press(KeyCode.F1);
    assertThat(user().sees("Keys")).isTrue();
    assertThat(user().texts()).contains("F1", "J", "In the caller pop-up", "Ctrl T");
    user().press(KeyCode.ESCAPE).type("?");
    assertThat(user().sees("Keys")).isTrue();
    snapshot("keys");
    user().press(KeyCode.ESCAPE);
    assertThat(user().sees("Keys")).isFalse();
  }

  @Test
  void undoWorksEverywhereButInATextThatWasTyped() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    user().click("New").press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(done).contains("undone");
    done.clear();
    user().click("#field-customers").type("abc").press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(done).doesNotContain("undone");
  }

  @Test
  void tabWalksInReadingOrderAndReachesEverything() {
    MainWindow window = window();
    show(onFx(() -> window.scene(1000, 700)));
    fx(() -> stage().getScene().getRoot().lookup(".rb-search-box").requestFocus());
    assertThat(walk(9))
        .containsExactly(
            "Search or run",
            "Customers",
            "Calls",
            "No phone kit, Connect one",
            "Settings",
            "New",
            "#field-customers",
            "Search or run",
            "Customers");
    user().click("Settings");
    fx(() -> stage().getScene().getRoot().lookup(".rb-settings-list > .rb-nav").requestFocus());
    assertThat(walk(6))
        .containsExactly(
            "Profile", "Language & theme", "Data & backup", "About", "Your name", "Company");
  }
}
