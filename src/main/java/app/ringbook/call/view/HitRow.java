package app.ringbook.call.view;

import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** A customer or person found by search, to be clicked. */
public final class HitRow {
  private HitRow() {}

  /** A customer or person that was found. */
  public static Button of(CustomerSearch.Hit hit, Runnable chosen) {
    Label title = new Label(hit.title());
    title.getStyleClass().add("strong");
    title.setMinWidth(0);
    Label detail = new Label(hit.detail());
    detail.getStyleClass().add("secondary");
    detail.setMinWidth(0);
    HBox line = new HBox(Icons.of(icon(hit.kind()), "muted"), title, detail);
    line.getStyleClass().add("line");
    line.setAlignment(Pos.CENTER_LEFT);
    Button row = new Button();
    row.setGraphic(line);
    row.getStyleClass().setAll("button", "flat", "candidate");
    row.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(row.widthProperty().subtract(18));
    row.accessibleTextProperty().bind(title.textProperty().concat(" ").concat(detail.getText()));
    row.setOnAction(e -> chosen.run());
    return row;
  }

  /** A customer or person the number may belong to, with the reason at right. */
  public static Button of(Match.Candidate candidate, Language language, Runnable chosen) {
    String contact = candidate.contactName();
    Label name = new Label(contact == null ? candidate.customerName() : contact);
    name.getStyleClass().add("strong");
    name.setMinWidth(0);
    Label company = new Label(contact == null ? "" : candidate.customerName());
    company.getStyleClass().add("secondary");
    company.setMinWidth(0);
    HBox.setHgrow(company, Priority.ALWAYS);
    company.setMaxWidth(Double.MAX_VALUE);
    Label why = new Label(language.now(candidate.why().key()));
    why.getStyleClass().add("secondary");
    why.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(name, company, why);
    line.getStyleClass().add("line");
    Button button = new Button();
    button.setGraphic(line);
    button.getStyleClass().setAll("button", "flat", "candidate");
    button.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(button.widthProperty().subtract(18));
    button.setAccessibleText(
        language.now("call.popup.person_company", name.getText(), candidate.customerName()));
    button.setOnAction(e -> chosen.run());
    return button;
  }

  private static Feather icon(CustomerSearch.Kind kind) {
    return switch (kind) {
      case CUSTOMER, NOTE -> Feather.BRIEFCASE;
      case CONTACT -> Feather.USER;
      case PHONE -> Feather.PHONE;
    };
  }
}
