package app.ringbook.customer.view;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Portrait;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Avatar;
import app.ringbook.ui.controls.TierBadge;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The head of a customer's page: who it is, and the two things done most. */
final class CustomerHeader extends HBox {
  private static final double AVATAR = 40;
  private final Map<ObservableValue<String>, LongConsumer> acts = new LinkedHashMap<>();
  private long shownId;
  private final Surroundings around;
  private final Runnable nextContact;
  private final Runnable editFacts;
  private final Runnable delete;
  private final Button back;

  CustomerHeader(Surroundings around, Runnable nextContact, Runnable editFacts, Runnable delete) {
    this.around = around;
    this.nextContact = nextContact;
    this.editFacts = editFacts;
    this.delete = delete;
    getStyleClass().addAll("page-header", "customer-header");
    back =
        Icons.button(Feather.CHEVRON_LEFT, text("customer.page.back"), around.navigation()::back);
    back.setId("customer-back");
    empty();
  }

  /** Shows only the way back. */
  void empty() {
    getChildren().setAll(back);
  }

  /** Shows a customer. */
  void fill(Portrait portrait) {
    Customer customer = portrait.customer();
    Label name = Parts.value(customer.name(), "page-title");
    HBox title = new HBox(name, new TierBadge(customer.tier()));
    title.getStyleClass().add("title");
    HBox below = new HBox();
    below.getStyleClass().add("tags");
    customer.tagList().forEach(tag -> below.getChildren().add(CustomerColumns.tag(tag)));
    if (customer.owner() != null) {
      below
          .getChildren()
          .add(Parts.label(text("customer.page.owner", customer.owner()), "secondary"));
    }
    if (customer.doNotCall()) {
      below
          .getChildren()
          .add(Parts.label(text("customer.fact.do_not_call"), "secondary", "danger-text"));
    }
    VBox words = new VBox(title);
    words.getStyleClass().add("words");
    words.setMinWidth(0);
    if (!below.getChildren().isEmpty()) {
      words.getChildren().add(below);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    Button next = Parts.button(Feather.CALENDAR, text("customer.page.next_contact"), nextContact);
    next.setId("customer-next");
    getChildren().setAll(back, Avatar.company(customer.name(), AVATAR).accent(), words, next);
    if (portrait.mainPhone().isPresent()) {
      getChildren().add(call(portrait));
    }
    shownId = customer.id();
    getChildren().add(more());
  }

  private Node call(Portrait portrait) {
    Optional<String> who = portrait.mainContact().map(Contact::name);
    Button call =
        Parts.button(
            Feather.PHONE,
            callWords(who.map(Parts::brief)),
            () -> around.calling().callMain(portrait),
            "accent");
    if (!who.map(Parts::brief).equals(who)) {
      Tooltip whole = new Tooltip();
      whole.textProperty().bind(callWords(who));
      call.setTooltip(whole);
    }
    call.setId("customer-call");
    return call;
  }

  private ObservableValue<String> callWords(Optional<String> who) {
    return who.<ObservableValue<String>>map(name -> text("customer.call.person", name))
        .orElseGet(() -> text("customer.call.customer"));
  }

  /** Adds something that can be done with a customer to the menu. */
  void also(ObservableValue<String> name, LongConsumer act) {
    acts.put(name, act);
  }

  private MenuButton more() {
    MenuButton more = new MenuButton();
    more.setGraphic(Icons.of(Feather.MORE_HORIZONTAL));
    more.getStyleClass().addAll("button-icon", "no-arrow");
    more.accessibleTextProperty().bind(text("customer.page.more"));
    more.getItems().add(Parts.item(text("customer.page.edit_facts"), editFacts));
    long id = shownId;
    acts.forEach((name, act) -> more.getItems().add(Parts.item(name, () -> act.accept(id))));
    more.getItems().add(Parts.item(text("customer.page.delete"), delete));
    return more;
  }

  private ObservableValue<String> text(String key, Object... arguments) {
    Language language = around.language();
    return language.text(key, arguments);
  }
}
