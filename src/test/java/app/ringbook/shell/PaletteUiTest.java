package app.ringbook.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.Texts;
import app.ringbook.ui.Action;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class PaletteUiTest extends ShellFixture {
  @Test
  void thePaletteFindsOpensAndGivesTheFocusBack() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    user().click("#field-customers");
    Node before = user().focused();
    user().press(KeyCode.CONTROL, KeyCode.K).type("cyj");
    await().until(() -> user().sees("021-5555-0160"));
    snapshot("palette");
    user().press(KeyCode.ESCAPE);
    assertThat(user().focused()).isSameAs(before);
    user().press(KeyCode.CONTROL, KeyCode.K).type("cyj");
    await().until(() -> user().sees("021-5555-0160"));
    user().press(KeyCode.DOWN).press(KeyCode.ENTER);
    assertThat(done).contains("open 程亦嘉");
    user().press(KeyCode.CONTROL, KeyCode.K).type("cyj");
    await().until(() -> user().sees("021-5555-0160"));
    user().press(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(done).contains("call 苏州澄宇精密机械有限公司");
    user().press(KeyCode.CONTROL, KeyCode.K);
    assertThat(user().sees("Recent")).isTrue();
  }

  @Test
  void thePaletteRunsCommandsAndMakesACustomer() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    user().press(KeyCode.CONTROL, KeyCode.K).type(">import").press(KeyCode.ENTER);
    assertThat(done).contains("import");
    user().press(KeyCode.CONTROL, KeyCode.K).type("Zwick");
    await().until(() -> user().sees("New customer “Zwick”"));
    assertThat(user().sees("Import customers")).isFalse();
    user().press(KeyCode.ENTER);
    assertThat(done).contains("new Zwick");
  }

  @Test
  void picturesOfThePalette() {
    MainWindow window = window();
    var scene = onFx(() -> window.scene(1440, 900));
    speak(Texts.CHINESE);
    fx(
        () -> {
          List<Action> actions = window.tools().keys().actions();
          actions.stream()
              .filter(a -> a.id().equals("palette"))
              .findFirst()
              .orElseThrow()
              .run()
              .run();
        });
    TextField field = onFx(() -> (TextField) scene.getRoot().lookup(".rb-palette-field"));
    fx(() -> field.setText("cyj"));
    await().until(() -> onFx(() -> scene.getRoot().lookup(".row > .rb-avatar") != null));
    picture(scene, "palette-zh");
  }
}
