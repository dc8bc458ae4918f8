package app.ringbook.call.view;

import app.ringbook.customer.CustomerSearch;
import app.ringbook.ui.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** A customer or person found by search, to be clicked. */
final class HitRow {
  private HitRow() {}

  static Button of(CustomerSearch.Hit hit, Runnable chosen) {
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

  private static Feather icon(CustomerSearch.Kind kind) {
    return switch (kind) {
      case CUSTOMER, NOTE -> Feather.BRIEFCASE;
      case CONTACT -> Feather.USER;
      case PHONE -> Feather.PHONE;
    };
  }
}
