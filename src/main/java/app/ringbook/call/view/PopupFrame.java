package app.ringbook.call.view;

import app.ringbook.ui.Fx;
import javafx.animation.PauseTransition;
import javafx.animation.TranslateTransition;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The window of the caller pop-up: above other programs, never taking the keyboard from one.
 *
 * <p>It has two shapes. It appears as a {@link Popup}, which no window system gives the keyboard,
 * owned by a {@link PopupOwner}. A click turns it into a window of its own with the same content in
 * the same place. Keys typed into a mere {@code Popup} arrive by way of its owner, past the input
 * method of the popup's own text fields, so Chinese could not be typed there.
 *
 * <p>All methods on the window's thread.
 */
final class PopupFrame {
  /** Style class of buttons after which the pop-up goes away: a click on one takes no keys. */
  static final String CLOSING = "popup-closing";

  /** Distance to the edges of the screen. */
  static final double OFF_EDGE = 16;

  private static final double SHADOW_ROOM = 40;

  private static final double SLIDE = 12;
  private static final Duration SLIDE_TIME = Duration.millis(160);

  private static final PseudoClass OPAQUE = PseudoClass.getPseudoClass("opaque");

  private PopupOwner owner = new PopupOwner();
  private boolean ownerShared;
  private final Region content;
  private final StackPane root;
  private final Popup popup = new Popup();
  private final boolean top;
  private ObservableBooleanValue reduceMotion = new SimpleBooleanProperty(true);
  private @Nullable Stage keyed;
  private boolean closing;

  /** Height that what is shown asked for last. */
  private double fitted;

  private final ReadOnlyObjectWrapper<@Nullable Rectangle2D> place =
      new ReadOnlyObjectWrapper<>(null);

  /**
   * @param content what the pop-up shows, as wide as it wants to be
   * @param top true to hang from the top right corner (macOS), false to stand above the task bar
   */
  PopupFrame(Region content, boolean top) {
    this.top = top;
    this.content = content;
    content.pseudoClassStateChanged(
        OPAQUE, !Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
    root = around();
    root.getChildren().add(content);
    popup.getContent().add(root);
    popup.setAutoFix(false);
    popup.setAutoHide(false);
    popup.setHideOnEscape(false);
    popup.setAnchorLocation(
        top ? AnchorLocation.WINDOW_TOP_RIGHT : AnchorLocation.WINDOW_BOTTOM_RIGHT);
    popup.addEventFilter(KeyEvent.ANY, KeyEvent::consume);
    popup.getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    popup.getScene().addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
    content.heightProperty().addListener((o, was, now) -> Fx.later(this::placed));
    watch(popup);
  }

  private void watch(Window window) {
    window.showingProperty().addListener((o, was, now) -> Fx.later(this::placed));
    window.xProperty().addListener((o, was, now) -> Fx.later(this::placed));
    window.yProperty().addListener((o, was, now) -> Fx.later(this::placed));
  }

  /** Where it is on the screen, without its shadow; null while it is not shown. */
  ReadOnlyObjectProperty<@Nullable Rectangle2D> placeProperty() {
    return place.getReadOnlyProperty();
  }

  private void placed() {
    Stage stage = keyed;
    Window window = stage == null ? popup : stage;
    if (!showing() || content.getHeight() == 0) {
      place.set(null);
      return;
    }
    Insets around = root.getPadding();
    place.set(
        new Rectangle2D(
            window.getX() + around.getLeft(),
            window.getY() + around.getTop(),
            content.getWidth(),
            content.getHeight()));
  }

  /** From now on the pop-up slides in, unless motion is to be reduced. */
  void slideUnless(ObservableBooleanValue motionReduced) {
    reduceMotion = motionReduced;
  }

  /** The room around the content that its shadow needs, where windows can be seen through. */
  private StackPane around() {
    StackPane around = new StackPane();
    around.getStyleClass().addAll("root", "caller-frame");
    if (Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      double above = top ? OFF_EDGE : SHADOW_ROOM;
      double below = top ? SHADOW_ROOM : OFF_EDGE;
      around.setPadding(new Insets(above, OFF_EDGE, below, SHADOW_ROOM));
    }
    return around;
  }

  /** Shows the invisible owner, if it is not shown; who did not prepare it loses the keyboard. */
  void prepare() {
    owner.show();
  }

  /** From now on owned by this; before {@link #prepare}. */
  void ownedBy(PopupOwner shared) {
    owner = shared;
    ownerShared = true;
  }

  /**
   * Shows this for a moment in a window like that of the pop-up, beside all screens and invisible,
   * so that the first real one finds everything loaded.
   */
  void rehearse(Region somebody) {
    Popup unseen = new Popup();
    StackPane around = around();
    around.getChildren().add(somebody);
    unseen.getContent().add(around);
    unseen.setAutoFix(false);
    unseen.setOpacity(0);
    unseen.show(owner.window(), PopupOwner.unseen(), PopupOwner.unseen());
    PauseTransition shown = new PauseTransition(SLIDE_TIME);
    shown.setOnFinished(e -> unseen.hide());
    shown.play();
  }

  /** Shows the pop-up in its corner; does nothing if it is shown. */
  void show() {
    if (showing()) {
      return;
    }
    prepare();
    root.getChildren().setAll(content);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double edge = root.getPadding().equals(Insets.EMPTY) ? OFF_EDGE : 0;
    popup.show(
        owner.window(),
        screen.getMaxX() - edge,
        top ? screen.getMinY() + edge : screen.getMaxY() - edge);
    slide();
  }

  /** Only the place moves: what is shown is complete from the first frame on. */
  private void slide() {
    content.setTranslateY(0);
    if (!reduceMotion.get()) {
      TranslateTransition slide = new TranslateTransition(SLIDE_TIME, content);
      slide.setFromY(top ? -SLIDE : SLIDE);
      slide.setToY(0);
      slide.play();
    }
  }

  /** Takes the pop-up off the screen. */
  void hide() {
    popup.hide();
    Stage stage = keyed;
    keyed = null;
    if (stage != null) {
      stage.close();
      if (stage.getScene().getRoot() instanceof StackPane around) {
        around.getChildren().clear();
      }
    }
  }

  /** True while it is on the screen in either shape. */
  boolean showing() {
    return popup.isShowing() || keyed != null;
  }

  /** True once a click gave it the keyboard. */
  boolean takesKeys() {
    return keyed != null;
  }

  /** True while a person has the keyboard in it. */
  boolean inUse() {
    Stage stage = keyed;
    return stage != null && stage.isFocused();
  }

  /** Ends an owner of its own as well. */
  void close() {
    hide();
    if (!ownerShared) {
      owner.close();
    }
  }

  /** The keyboard goes back to whoever had it before the click; the pop-up stays. */
  void letKeysGo() {
    if (keyed != null) {
      hide();
      show();
    }
  }

  /** Looked at while it is there still: its press may take it away before the click is told. */
  private void pressed(MouseEvent event) {
    closing = event.getTarget() instanceof Node target && closes(target);
  }

  private void clicked(MouseEvent event) {
    if (!closing) {
      Fx.later(this::takeKeys);
    }
  }

  private static boolean closes(Node target) {
    for (Node node = target; node != null; node = node.getParent()) {
      if (node.getStyleClass().contains(CLOSING)) {
        return true;
      }
    }
    return false;
  }

  /** The same content at the same place, in a window that may have the keyboard. */
  void takeKeys() {
    if (keyed != null || !popup.isShowing()) {
      return;
    }
    Node focused = popup.getScene().getFocusOwner();
    double right = popup.getX() + popup.getWidth();
    double upper = popup.getY();
    double lower = popup.getY() + popup.getHeight();
    popup.hide();
    Stage stage = new Stage(StageStyle.TRANSPARENT);
    // No owner: when an owned window closes, the system gives the keyboard to the owner, which is
    // invisible here, and not back to the program the person came from.
    stage.setAlwaysOnTop(true);
    StackPane around = around();
    stage.setScene(new Scene(around, Color.TRANSPARENT));
    // Styled before the content comes, which looks its colours up here.
    around.applyCss();
    root.getChildren().clear();
    around.getChildren().setAll(content);
    stage.sizeToScene();
    stage.setOnShown(e -> place(stage, right, upper, lower));
    around.heightProperty().addListener((o, was, now) -> resized(stage, right, upper, lower));
    around
        .needsLayoutProperty()
        .addListener((o, was, now) -> Fx.later(() -> fit(stage, around, upper, lower)));
    keyed = stage;
    fitted = 0;
    watch(stage);
    stage.show();
    stage.requestFocus();
    Node card = content.lookup(".caller-card");
    if (focused != null) {
      focused.requestFocus();
    } else if (card != null) {
      card.requestFocus();
    }
  }

  /** No taller than what it shows: what is left over could not be seen and would take clicks. */
  private void fit(Stage stage, Region around, double upper, double lower) {
    double wanted = around.prefHeight(around.getWidth());
    if (stage.equals(keyed) && wanted != fitted) {
      fitted = wanted;
      // In this order no part of it ever lies below the screen.
      if (wanted > stage.getHeight()) {
        stage.setY(top ? upper : lower - wanted);
        stage.setHeight(wanted);
      } else {
        stage.setHeight(wanted);
        stage.setY(top ? upper : lower - wanted);
      }
    }
  }

  private void resized(Stage stage, double right, double upper, double lower) {
    if (stage.equals(keyed)) {
      place(stage, right, upper, lower);
    }
  }

  private void place(Stage stage, double right, double upper, double lower) {
    stage.setX(right - stage.getWidth());
    stage.setY(top ? upper : lower - stage.getHeight());
  }
}
