package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.TierBadge;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A call that is not shown in full: who, what it is doing, and a button that shows it. */
final class PopupStrip extends HBox {
  private final PopupCall call;
  private final CallPopup.Parts parts;
  private final Label name = new Label();
  private final TierBadge tier = new TierBadge(null);
  private final Label state = new Label();
  private final StackPane circle = new StackPane();

  PopupStrip(PopupCall call, CallPopupModel model, CallPopup.Parts parts) {
    this.call = call;
    this.parts = parts;
    getStyleClass().add("caller-strip");
    setAlignment(Pos.CENTER_LEFT);
    circle.getStyleClass().add("strip-icon");
    name.getStyleClass().add("strong");
    name.setMinWidth(0);
    state.getStyleClass().add("secondary");
    state.setMinWidth(0);
    HBox title = new HBox(name, tier);
    title.getStyleClass().add("title-line");
    title.setAlignment(Pos.CENTER_LEFT);
    VBox lines = new VBox(title, state);
    lines.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(lines, Priority.ALWAYS);
    lines.setMinWidth(0);
    Button show = new Button();
    show.textProperty().bind(parts.language().text("call.popup.show"));
    show.getStyleClass().add("small");
    show.setMinWidth(USE_PREF_SIZE);
    // The strip goes with its button: not before the button is let go.
    show.setOnAction(e -> Fx.later(() -> model.show(call)));
    getChildren().setAll(circle, lines, show);
    refresh();
  }

  /** Brings name, state and time up to date. */
  void refresh() {
    CallCard card = call.cardProperty().get();
    CallCard.Customer customer = call.customerProperty().get();
    Language language = parts.language();
    if (customer == null) {
      name.setText(parts.words().number(card));
      tier.show(null);
    } else {
      String contact = customer.contactName();
      name.setText(
          contact == null
              ? customer.name()
              : language.now("call.popup.person_company", contact, customer.name()));
      tier.show(customer.tier());
    }
    String kind = call.headline().name().toLowerCase(Locale.ROOT);
    boolean rings = call.headline() == PopupHeadline.RINGING;
    boolean missed = call.headline() == PopupHeadline.MISSED;
    String doing =
        language.now(
            "call.popup.strip."
                + (missed ? "missed" : rings ? "ringing" : call.over() ? "ended" : "talking"),
            card.call().line(),
            rings || missed ? call.ringing().toSeconds() : PopupHeader.clock(call.talking()));
    // A number that is all there is to know stands above already.
    state.setText(
        customer == null
            ? doing
            : language.now("call.popup.number_place", doing, parts.words().number(card)));
    if (!circle.getStyleClass().contains(kind)) {
      circle.getStyleClass().setAll("strip-icon", kind);
      circle.getChildren().setAll(Icons.of(icon(call.headline())));
    }
  }

  private static Feather icon(PopupHeadline headline) {
    return switch (headline) {
      case RINGING -> Feather.PHONE_INCOMING;
      case DIALLING -> Feather.PHONE_OUTGOING;
      case MISSED -> Feather.PHONE_MISSED;
      case RECORDING, PAUSED, NOT_RECORDED, TALKING -> Feather.PHONE_CALL;
      case ENDED -> Feather.PHONE;
    };
  }
}
