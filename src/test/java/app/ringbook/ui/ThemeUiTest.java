package app.ringbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.Texts;
import app.ringbook.testkit.FxTest;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class ThemeUiTest extends FxTest {
  @Test
  void lightAndDarkSwitchLive() {
    Label label = onFx(() -> new Label("Ringbook 客户"));
    TextField field = onFx(TextField::new);
    Button button = onFx(() -> new Button("Call", Icons.of(Feather.PHONE)));
    show(onFx(() -> new VBox(label, field, button)));
    assertThat(onFx(label::getTextFill)).isEqualTo(Color.web("#24292f"));
    dark(true);
    settle();
    assertThat(onFx(label::getTextFill)).isEqualTo(Color.web("#c9d1d9"));
    speak(Texts.CHINESE);
    settle();
    user().click(field).type("ab 好");
    String typed = onFx(() -> field.getText());
    assertThat(typed).isEqualTo("ab 好");
    snapshot("theme-dark-zh");
  }
}
