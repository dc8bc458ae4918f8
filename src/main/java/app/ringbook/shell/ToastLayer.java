package app.ringbook.shell;

import app.ringbook.ui.Fx;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.animation.TranslateTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * The toasts at the bottom right: at most three, five seconds each, errors and reminders until
 * closed.
 */
final class ToastLayer extends VBox implements Toasts {
  private static final int MOST = 3;
  private static final double SLIDE = 12;

  private final Language language;
  private final ObservableBooleanValue reduceMotion;
  private final Duration stay;

  ToastLayer(Language language, ObservableBooleanValue reduceMotion, Duration stay) {
    this.language = language;
    this.reduceMotion = reduceMotion;
    this.stay = stay;
    getStyleClass().add("rb-toasts");
    setPickOnBounds(false);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  @Override
  public Shown show(Toast toast) {
    Card card = new Card(toast);
    Fx.now(() -> add(card));
    return card;
  }

  private void add(Card card) {
    getChildren().add(card.build());
    while (getChildren().size() > MOST) {
      // The oldest that goes by itself makes room; among errors the oldest one.
      Node leaves =
          getChildren().stream()
              .limit(MOST)
              .filter(node -> node.getProperties().containsKey("goes"))
              .findFirst()
              .orElse(getChildren().getFirst());
      getChildren().remove(leaves);
    }
  }

  /** One toast; made on any thread, built on the window's. */
  private final class Card implements Shown {
    private final Toast toast;
    private final VBox box = new VBox();
    private final Label text = new Label();
    private final Button button = new Button();
    private final Label count = new Label();
    private final ProgressBar bar = new ProgressBar(-1);
    private final PauseTransition timer = new PauseTransition(stay);
    private boolean closed;

    Card(Toast toast) {
      this.toast = toast;
    }

    Node build() {
      text.setWrapText(true);
      text.setMaxWidth(Double.MAX_VALUE);
      VBox words = new VBox(2, text);
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox line = new HBox(10, words);
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().add("line");
      if (toast.kind() != Toast.Kind.PROGRESS) {
        line.getChildren().addFirst(icon());
      } else {
        count.getStyleClass().add("secondary");
        words.getChildren().add(count);
      }
      addButtons(line);
      box.getChildren().setAll(line);
      if (toast.kind() == Toast.Kind.PROGRESS) {
        bar.setMaxWidth(Double.MAX_VALUE);
        box.getChildren().add(bar);
      }
      box.getStyleClass().addAll("rb-toast", toast.kind().name().toLowerCase(Locale.ROOT));
      box.setAccessibleRole(AccessibleRole.TEXT);
      language.follow(box, this::say);
      say();
      box.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
      goByItself();
      slide();
      return box;
    }

    private void say() {
      text.setText(toast.text());
      box.setAccessibleText(toast.text());
      button.setText(toast.actionText());
    }

    private void addButtons(HBox line) {
      Runnable action = toast.action();
      if (toast.button() != null && action != null) {
        button.getStyleClass().addAll("small", "flat");
        if (toast.kind() != Toast.Kind.PROGRESS) {
          button.getStyleClass().add("accent");
        }
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(
            e -> {
              close();
              action.run();
            });
        line.getChildren().add(button);
      }
      if (toast.kind() != Toast.Kind.PROGRESS) {
        Button close = Icons.button(Feather.X, language.text("shell.toast.close"), this::close);
        close.getStyleClass().add("small");
        line.getChildren().add(close);
      }
    }

    private Node icon() {
      return switch (toast.kind()) {
        case SUCCESS -> Icons.of(Feather.CHECK_CIRCLE, "success");
        case ERROR -> Icons.of(Feather.ALERT_CIRCLE, "danger");
        case REMINDER -> Icons.of(Feather.BELL, "accent");
        case WARNING, PROGRESS -> Icons.of(Feather.ALERT_TRIANGLE, "warning");
      };
    }

    private void goByItself() {
      if (toast.kind() == Toast.Kind.SUCCESS || toast.kind() == Toast.Kind.WARNING) {
        box.getProperties().put("goes", true);
        timer.setOnFinished(e -> close());
        timer.play();
        box.setOnMouseEntered(e -> timer.pause());
        box.setOnMouseExited(e -> timer.play());
      }
    }

    private void slide() {
      if (!reduceMotion.get()) {
        TranslateTransition slide = new TranslateTransition(Duration.millis(160), box);
        slide.setFromY(SLIDE);
        slide.setToY(0);
        slide.play();
      }
    }

    @Override
    public void progress(double fraction, String text) {
      Fx.now(
          () -> {
            bar.setProgress(fraction);
            count.setText(text);
          });
    }

    @Override
    public void close() {
      Fx.now(
          () -> {
            if (!closed) {
              closed = true;
              timer.stop();
              getChildren().remove(box);
            }
          });
    }
  }
}
