package app.ringbook.call.view;

import app.ringbook.customer.Match;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.KeyCap;
import app.ringbook.ui.controls.LinkButton;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Several people it may be, the likeliest first, each with the reason; 1 to 9 or a click picks. */
final class PopupCandidates extends VBox {
  /** As many as there are digits to pick by. */
  static final int MOST = 9;

  PopupCandidates(PopupCall call, CallPopupModel model, Language language) {
    getStyleClass().add("popup-candidates");
    Label title = new Label();
    title.textProperty().bind(language.text("call.popup.choose"));
    title.getStyleClass().add("secondary");
    getChildren().add(title);
    List<Match.Candidate> ranked = call.cardProperty().get().match().candidates();
    VBox rows = new VBox();
    rows.getStyleClass().add("rows");
    for (Match.Candidate candidate : ranked.stream().limit(MOST).toList()) {
      rows.getChildren().add(row(candidate, call, model, language));
    }
    getChildren().add(rows);
    LinkButton none = new LinkButton(language.text("call.popup.none_of_these"), call::noneOfThese);
    getChildren().add(none);
  }

  private static Button row(
      Match.Candidate candidate, PopupCall call, CallPopupModel model, Language language) {
    String contact = candidate.contactName();
    Label name = new Label(contact == null ? candidate.customerName() : contact);
    name.getStyleClass().add("strong");
    name.setMinWidth(0);
    String role = candidate.role();
    Label company =
        new Label(
            contact == null
                ? ""
                : role == null || role.isBlank()
                    ? candidate.customerName()
                    : language.now("call.popup.role_company", role, candidate.customerName()));
    company.getStyleClass().add("secondary");
    company.setMinWidth(0);
    Label why = new Label(language.now(candidate.why().key()));
    why.getStyleClass().add("secondary");
    why.setMinWidth(Region.USE_PREF_SIZE);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox title = new HBox(name, why);
    title.getStyleClass().add("line");
    VBox who = new VBox(title);
    if (contact != null) {
      who.getChildren().add(company);
    }
    who.setMinWidth(0);
    HBox.setHgrow(who, Priority.ALWAYS);
    HBox line = new HBox(new KeyCap(String.valueOf(candidate.rank())), who);
    line.getStyleClass().add("line");
    Button button = new Button();
    button.setGraphic(line);
    button.getStyleClass().setAll("button", "flat", "candidate");
    button.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(button.widthProperty().subtract(18));
    button.setAccessibleText(
        language.now(
            "call.popup.candidate_name",
            candidate.rank(),
            name.getText(),
            candidate.customerName(),
            why.getText()));
    button.setOnAction(e -> model.matching().pick(call, candidate.rank()));
    return button;
  }
}
