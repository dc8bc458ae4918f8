package app.ringbook.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.Texts;
import app.ringbook.settings.Settings;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class FirstRunUiTest extends ShellFixture {
  @Test
  void settingsSwitchLanguageAndThemeLive() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    user().click("Settings").click("Language & theme");
    snapshot("settings-look");
    user().click("简体中文");
    assertThat(user().sees("跟随系统")).isTrue();
    assertThat(user().sees("客户")).isTrue();
    user().click("深色");
    boolean dark = onFx(() -> theme().darkProperty().get());
    assertThat(dark).isTrue();
    user().click("数据与备份");
    await().until(() -> user().sees("立即备份"));
    user().click("立即备份");
    await().until(() -> done.contains("backup"));
    snapshot("settings-data-dark-zh");
    user().click("恢复");
    assertThat(user().sees("保留现在的数据")).isTrue();
    assertThat(done).doesNotContain("restore b.zip");
    user().press(KeyCode.ESCAPE);
    user().click("清除示例数据");
    await().until(() -> done.contains("removed") && !user().sees("清除示例数据"));
    Settings again = new Settings(folder);
    assertThat(again.appearance().language()).isEqualTo("zh");
  }

  @Test
  void theFirstRunOffersThreeWaysAndKeepsFailuresInTheirCard() {
    Steps steps = new Steps();
    FirstRun first =
        onFx(() -> new FirstRun(language(), background, new Settings(folder), files(), steps));
    show(first);
    fx(first::shown);
    await().until(() -> user().sees("Found one at COM5"));
    steps.fails = true;
    user().click("Load sample data");
    await().until(() -> user().sees("That did not work. Nothing was lost; the log says more."));
    assertThat(done).doesNotContain("begin");
    steps.fails = false;
    user().click("Load sample data");
    await().until(() -> done.contains("begin"));
    assertThat(new Settings(folder).appearance().firstRunDone()).isTrue();
    user().click("Choose a file");
    assertThat(done).contains("import customers.xlsx");
  }

  @Test
  void picturesOfTheFirstRun() {
    FirstRun first =
        onFx(
            () -> new FirstRun(language(), background, new Settings(folder), files(), new Steps()));
    var scene = onFx(() -> new javafx.scene.Scene(first, 1440, 900));
    fx(first::shown);
    speak(Texts.CHINESE);
    picture(scene, "first-run-zh");
    speak(Texts.ENGLISH);
    dark(true);
    picture(scene, "first-run-dark-en");
  }

  @Test
  void tabWalksThroughTheFirstRun() {
    FirstRun first =
        onFx(
            () -> new FirstRun(language(), background, new Settings(folder), files(), new Steps()));
    show(first);
    fx(() -> stage().getScene().getRoot().lookup("#first-sample .button").requestFocus());
    assertThat(walk(7))
        .containsExactly(
            "Load sample data",
            "Choose a file",
            "Look for it",
            "Restore from a backup",
            "Start blank",
            "Language",
            "Theme");
  }

  @Test
  void whatKeepsTheProgramFromStartingIsSaidWithWaysOn() {
    show(
        onFx(
            () ->
                StartScreen.problem(
                    language(),
                    new app.ringbook.platform.ProblemException("shell.problem.unexpected"),
                    StartScreen.Way.again(() -> done.add("again")),
                    StartScreen.Way.restore(() -> done.add("restore")),
                    StartScreen.Way.quit(() -> done.add("quit")))));
    snapshot("start-problem");
    user().click("Try again").click("Restore a backup").click("Quit");
    assertThat(done).containsExactly("again", "restore", "quit");
  }
}
