package app.ringbook.customer.view;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Portrait;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** When and why the customer is contacted next, and the two ways on. */
final class NextContactCard extends VBox {
  private final Surroundings around;
  private final Runnable reschedule;
  private final Runnable done;

  NextContactCard(Surroundings around, Runnable reschedule, Runnable done) {
    this.around = around;
    this.reschedule = reschedule;
    this.done = done;
    getStyleClass().add("next-contact-card");
  }

  void fill(Portrait portrait) {
    Customer customer = portrait.customer();
    Instant at = customer.nextContactAt();
    getStyleClass().removeAll("none", "late");
    if (at == null) {
      getStyleClass().add("none");
      Label nothing = Parts.label(text("customer.page.next_none"), "strong");
      Label why = Parts.label(text("customer.page.next_none_text"), "muted");
      why.setWrapText(true);
      Button set = new Button();
      set.textProperty().bind(text("customer.page.set_next"));
      set.setOnAction(e -> reschedule.run());
      set.getStyleClass().add("small");
      getChildren().setAll(nothing, why, new HBox(set));
      return;
    }
    boolean late = around.formats().daysLate(at) > 0;
    Label title = Parts.value(title(portrait, at), "strong");
    title.setWrapText(true);
    title.setGraphic(Icons.of(late ? Feather.CLOCK : Feather.CALENDAR, late ? "danger" : "accent"));
    title.getStyleClass().add("title");
    if (late) {
      getStyleClass().add("late");
    }
    getChildren().setAll(title);
    if (customer.nextContactNote() != null) {
      Label purpose = Parts.value(customer.nextContactNote());
      purpose.setWrapText(true);
      getChildren().add(purpose);
    }
    Button move = new Button();
    move.setId("next-contact-reschedule");
    move.textProperty().bind(text("customer.page.reschedule"));
    move.setOnAction(e -> reschedule.run());
    move.getStyleClass().add("small");
    Button finished = new Button();
    finished.setId("next-contact-done");
    finished.textProperty().bind(text("customer.page.done"));
    finished.setOnAction(e -> done.run());
    finished.getStyleClass().add("small");
    HBox buttons = new HBox(move, finished);
    buttons.getStyleClass().add("buttons");
    getChildren().add(buttons);
  }

  private String title(Portrait portrait, Instant at) {
    Language language = around.language();
    String when = around.formats().due(at);
    Optional<String> who = portrait.mainContact().map(Contact::name);
    return who.map(name -> language.now("customer.page.next_call", when, name)).orElse(when);
  }

  private ObservableValue<String> text(String key) {
    return around.language().text(key);
  }
}
