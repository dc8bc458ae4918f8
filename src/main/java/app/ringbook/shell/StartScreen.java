package app.ringbook.shell;

import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Brand;
import app.ringbook.ui.controls.ErrorState;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What covers the window while the data is being opened, and when it cannot be. */
public final class StartScreen extends StackPane {
  private StartScreen() {
    getStyleClass().add("rb-start");
  }

  /**
   * The data is being opened.
   *
   * @param detail what goes on, such as a migration; may be empty
   */
  public static StartScreen opening(Language language, ObservableValue<String> detail) {
    Label title = new Label();
    title.textProperty().bind(language.text("shell.start.opening"));
    title.getStyleClass().add("strong");
    Label text = new Label();
    text.textProperty().bind(detail);
    text.getStyleClass().add("muted");
    text.setTextAlignment(TextAlignment.CENTER);
    ProgressBar bar = new ProgressBar(-1);
    bar.setPrefWidth(220);
    VBox box = new VBox(12, Brand.mark(52), title, bar, text);
    box.getStyleClass().add("rb-state");
    StartScreen screen = new StartScreen();
    screen.getChildren().add(box);
    return screen;
  }

  /**
   * The data could not be opened: the sentence says what happened and what is safe.
   *
   * @param ways what can be done; the first is proposed
   */
  public static StartScreen problem(Language language, ProblemException problem, Way... ways) {
    ErrorState state =
        new ErrorState(
            language.text("shell.start.failed"),
            language.text(problem.key(), problem.arguments().toArray()));
    for (int i = 0; i < ways.length; i++) {
      ObservableValue<String> text = language.text(ways[i].textKey());
      if (i == 0) {
        state.button(text, ways[i].run());
      } else {
        state.second(text, ways[i].run());
      }
    }
    StartScreen screen = new StartScreen();
    screen.getChildren().add(state);
    return screen;
  }

  /**
   * A way on.
   *
   * @param textKey name of the button
   * @param run what it does
   */
  public record Way(String textKey, Runnable run) {
    /** Try again. */
    public static Way again(Runnable run) {
      return new Way("shell.start.again", run);
    }

    /** Restore a backup. */
    public static Way restore(Runnable run) {
      return new Way("shell.start.restore", run);
    }

    /** Show the data folder. */
    public static Way folder(Runnable run) {
      return new Way("shell.start.folder", run);
    }

    /** Leave the program. */
    public static Way quit(Runnable run) {
      return new Way("shell.start.quit", run);
    }
  }
}
