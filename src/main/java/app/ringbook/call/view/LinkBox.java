package app.ringbook.call.view;

import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.LinkButton;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asks whose call it was: likely customers on top with the reason, a search below. */
final class LinkBox extends VBox {
  private static final int MOST = 6;
  private final LinkingModel model;
  private final Language language;
  private final VBox rows = new VBox();
  private final TextField search = new TextField();

  LinkBox(LinkingModel model, Language language) {
    this.model = model;
    this.language = language;
    getStyleClass().add("link-box");
    rows.getStyleClass().add("rows");
    search.promptTextProperty().bind(language.text("call.popup.search"));
    search.accessibleTextProperty().bind(language.text("call.popup.search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    LinkButton cancel =
        new LinkButton(language.text("call.page.cancel"), () -> model.askingProperty().set(false));
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox top = new HBox(search, cancel);
    top.getStyleClass().add("top");
    getChildren().setAll(top, rows);
    model.hits().addListener((ListChangeListener<CustomerSearch.Hit>) change -> fill());
    model.likely().addListener((ListChangeListener<Match.Candidate>) change -> fill());
    model.searchProperty().addListener((o, was, now) -> fill());
    fill();
  }

  /** Puts the keyboard into the search field. */
  void focusSearch() {
    search.requestFocus();
  }

  private void fill() {
    rows.getChildren().clear();
    boolean searching = !model.searchProperty().get().isBlank();
    if (searching) {
      model.hits().stream().limit(MOST).forEach(hit -> rows.getChildren().add(row(hit)));
      if (model.hits().isEmpty()) {
        rows.getChildren().add(sentence("call.popup.nothing_found"));
      }
    } else {
      model.likely().stream().limit(MOST).forEach(one -> rows.getChildren().add(row(one)));
      if (model.likely().isEmpty()) {
        rows.getChildren().add(sentence("call.page.no_likely"));
      }
    }
  }

  private Label sentence(String key) {
    Label label = new Label(language.now(key));
    label.getStyleClass().add("secondary");
    return label;
  }

  private Button row(CustomerSearch.Hit hit) {
    return HitRow.of(
        hit,
        () ->
            model.link(
                hit.customerId(), hit.kind() == CustomerSearch.Kind.CONTACT ? hit.id() : null));
  }

  private Button row(Match.Candidate candidate) {
    return HitRow.of(
        candidate, language, () -> model.link(candidate.customerId(), candidate.contactId()));
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.askingProperty().set(false);
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && !rows.getChildren().isEmpty()) {
      Node first = rows.getChildren().getFirst();
      first.requestFocus();
      event.consume();
    }
  }
}
