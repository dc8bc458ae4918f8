package app.ringbook.shell;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The card at the foot of the sidebar that always says how the phone line is. It hears of calls on
 * the call thread and shows them on the window's; pressing it opens the phone kit's settings.
 */
public final class LineCard extends Button implements CallListener {
  private static final double WIDE = 168;
  private static final double NARROW = 20;

  /** Room at the lower right for the bell that stands over the card. */
  private static final double BELL = 24;

  private static final Duration TICK = Duration.millis(500);

  private final Language language;
  private final Formats formats;
  private final AppClock clock;
  private final Map<String, LinkStatus> links = new LinkedHashMap<>();
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final Map<String, Long> answeredNanos = new ConcurrentHashMap<>();
  private final Region dot = new Region();
  private final Label title = new Label();
  private final Label detail = new Label();
  private final FontIcon icon = Icons.of(Feather.PHONE);
  private final Timeline ticking = new Timeline(new KeyFrame(TICK, e -> showTitle()));
  private final HBox top = new HBox(8);
  private final VBox lines = new VBox(2);
  private LineState state = LineState.NONE;
  private long talkingSince;
  private boolean silent;

  /** A card that says "no kit" until it hears of one. */
  LineCard(Language language, Formats formats, AppClock clock, Runnable openKit) {
    this.language = language;
    this.formats = formats;
    this.clock = clock;
    ticking.setCycleCount(Animation.INDEFINITE);
    getStyleClass().setAll("rb-line-card");
    title.getStyleClass().add("strong");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    detail.getStyleClass().add("secondary");
    top.getChildren().setAll(dot, title, icon);
    top.setAlignment(Pos.CENTER_LEFT);
    lines.getChildren().addAll(top, detail);
    setGraphic(lines);
    setNarrow(false);
    setMaxWidth(Double.MAX_VALUE);
    setTooltip(new Tooltip());
    setOnAction(e -> openKit.run());
    language.follow(this, () -> show(state));
    show(LineState.NONE);
  }

  @Override
  public void linkChanged(LinkStatus status) {
    Fx.now(
        () -> {
          if (status.state() == LinkStatus.State.CLOSED) {
            links.remove(status.kit());
          } else {
            links.put(status.kit(), status);
          }
          refresh();
        });
  }

  @Override
  public void ringing(Call call) {
    callIs(call);
  }

  @Override
  public void identified(Call call) {
    callIs(call);
  }

  @Override
  public void answered(Call call) {
    Instant now = clock.now();
    java.time.Duration talked = java.time.Duration.between(call.talkingSince(now), now);
    answeredNanos.put(call.key(), clock.nanoTime() - talked.toNanos());
    callIs(call);
  }

  @Override
  public void ended(Call call) {
    answeredNanos.remove(call.key());
    callIs(call);
  }

  /** The second end of a call that was taken for missed or lost, and went on. */
  @Override
  public void corrected(Call call) {
    if (call.ended()) {
      ended(call);
    }
  }

  /** Says that the recording of the call is silent, or no longer; on the window's thread. */
  public void setSilent(boolean now) {
    silent = now;
    show(state);
  }

  /** Only dot and icon. */
  void setNarrow(boolean narrow) {
    top.setPrefWidth(narrow ? NARROW : WIDE);
    title.setVisible(!narrow);
    title.setManaged(!narrow);
    detail.setVisible(!narrow);
    detail.setManaged(!narrow);
    detail.setMaxWidth(WIDE - BELL);
    dot.setVisible(!narrow);
    dot.setManaged(!narrow);
    top.setAlignment(narrow ? Pos.CENTER : Pos.CENTER_LEFT);
    lines.setAlignment(top.getAlignment());
  }

  private void callIs(Call call) {
    Fx.now(
        () -> {
          if (call.ended()) {
            calls.remove(call.key());
          } else {
            calls.put(call.key(), call);
          }
          refresh();
        });
  }

  private void refresh() {
    Call call = calls.values().stream().findFirst().orElse(null);
    LinkStatus link =
        call != null && links.containsKey(call.kit())
            ? links.get(call.kit())
            : links.values().stream().findFirst().orElse(null);
    show(LineState.of(link, call));
  }

  private void show(LineState next) {
    boolean talking = next.kind() == LineState.Kind.TALKING;
    if (talking && state.kind() != LineState.Kind.TALKING) {
      Call call = next.call();
      long now = clock.nanoTime();
      // The window may have been busy while the handset was lifted.
      talkingSince = call == null ? now : answeredNanos.getOrDefault(call.key(), now);
    }
    state = next;
    boolean alarm = talking && silent;
    String colour = alarm ? LineState.Kind.FAULT.colour() : next.kind().colour();
    dot.getStyleClass().setAll("rb-dot", colour);
    icon.setIconCode(iconOf(alarm ? LineState.Kind.FAULT : next.kind()));
    icon.getStyleClass().removeIf(name -> !name.equals("ikonli-font-icon"));
    icon.getStyleClass().add(colour);
    detail.setText(alarm ? language.now("shell.line.silent") : next.detail(language.texts()));
    getStyleClass().setAll("rb-line-card", colour);
    showTitle();
    if (talking) {
      ticking.play();
    } else {
      ticking.stop();
    }
  }

  private void showTitle() {
    String words = language.now(state.kind().titleKey());
    boolean talking = state.kind() == LineState.Kind.TALKING;
    title.setText(talking ? words + " " + formats.timer(talkMillis()) : words);
    setAccessibleText(words + ", " + detail.getText());
    @Nullable Tooltip tooltip = getTooltip();
    if (tooltip != null) {
      tooltip.setText(detail.getText());
    }
  }

  private long talkMillis() {
    return (clock.nanoTime() - talkingSince) / 1_000_000L;
  }

  private static Feather iconOf(LineState.Kind kind) {
    return switch (kind) {
      case NO_KIT, UNPLUGGED -> Feather.PHONE_OFF;
      case CONNECTING, READY -> Feather.PHONE;
      case RINGING -> Feather.PHONE_INCOMING;
      case DIALLING -> Feather.PHONE_OUTGOING;
      case TALKING -> Feather.PHONE_CALL;
      case FAULT -> Feather.ALERT_TRIANGLE;
    };
  }
}
