package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.Background;
import app.ringbook.platform.Subscription;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.testkit.FakeClock;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Fx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The switches of a unit are changed only after a person agreed, and can be put back. */
class KitSwitchesUiTest extends CallFxTest {
  @TempDir private Path folder;
  private final Background background = new Background(Fx.executor());
  private final List<String> set = new ArrayList<>();
  private final List<Dialogs.Question> asked = new ArrayList<>();
  private PhoneDriver.Switches switches = new PhoneDriver.Switches("ECxUdaS", "ECXUdAS", "ECxUdaS");

  @AfterEach
  void end() {
    background.close();
  }

  @Test
  void aUnitIsSetUpOnlyAfterAPersonAgreedAndCanBePutBack() {
    LineModel line = onFx(() -> new LineModel(new FakeClock(), Fx.executor()));
    Settings settings = new Settings(folder.resolve("settings"));
    PhoneKitModel model =
        onFx(
            () ->
                new PhoneKitModel(
                    settings,
                    List::of,
                    List.of("whozz"),
                    line,
                    kit -> Optional.empty(),
                    background));
    DevicesCard card = onFx(() -> new DevicesCard(model, () -> {}, language()));
    fx(() -> card.with(new KitSwitches(kit -> Optional.of(switches), this::set), asking()));
    show(new VBox(card), 700, 300);
    fx(() -> model.useTyped("/dev/ttyUSB0", "whozz"));
    PhoneSettings.Kit kit = settings.phone().kits().getFirst();
    line.linkChanged(
        new LinkStatus(
            LinkStatus.State.READY,
            "whozz:1",
            kit.port(),
            "whozz",
            "Whozz",
            true,
            null,
            List.of(),
            Cards.NOW));
    settle();
    user().click("Set up this unit");
    assertThat(set).isEmpty();
    assertThat(asked.getFirst().title()).isEqualTo("Change 2 switches of the unit?");
    assertThat(asked.getFirst().text()).contains("would change: XA.");
    snapshot("kit-switches-en");
    fx(asked.getFirst().done());
    assertThat(set).containsExactly("whozz:1 ECXUdAS");

    switches = new PhoneDriver.Switches("ECXUdAS", "ECXUdAS", "ECxUdaS");
    fx(model::refresh);
    settle();
    user().click("Put its switches back");
    assertThat(asked.getLast().text()).contains("no longer report the end of a call");
    fx(asked.getLast().done());
    assertThat(set).last().isEqualTo("whozz:1 ECxUdaS");
  }

  private void set(String kit, String wanted) {
    set.add(kit + " " + wanted);
  }

  private Dialogs asking() {
    return new Dialogs() {
      @Override
      public void ask(Question question) {
        asked.add(question);
      }

      @Override
      public Subscription open(Region form, Runnable closed) {
        return () -> {};
      }
    };
  }
}
