package app.ringbook.customer.view;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Portrait;
import app.ringbook.ui.Action;
import app.ringbook.ui.Language;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import app.ringbook.ui.controls.EmptyState;
import app.ringbook.ui.controls.ErrorState;
import app.ringbook.ui.controls.Skeleton;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Everything about one customer, ready to call. Its place takes the customer's id. */
public final class CustomerPage implements Page {
  /** Name of the page in {@link Place}. */
  public static final String ID = "customer";

  private static final double LEFT = 280;
  private static final double RIGHT = 296;

  /** Below this width of the page the right column goes to the top of the left one. */
  private static final double NARROW = 1112;

  private final Surroundings around;
  private final CustomerModel model;
  private final List<CustomerPanel> panels;
  private final CustomerHeader header;
  private final NextContactCard nextContact;
  private final VBox side = new VBox();
  private final VBox left = new VBox();
  private final ScrollPane rightScroll = new ScrollPane();
  private final HBox columns = new HBox();
  private final StackPane body = new StackPane();
  private final VBox root = new VBox();
  private boolean shown;

  /**
   * @param panels what other rooms show; those of the main and side columns are taken
   */
  public CustomerPage(Surroundings around, List<CustomerPanel> panels) {
    this.around = around;
    this.model = new CustomerModel(around.book(), around.background(), around.front());
    this.panels = panels.stream().filter(p -> p.place() != CustomerPanel.Place.PREVIEW).toList();
    this.header = new CustomerHeader(around, this::setNextContact, this::editFacts, this::delete);
    this.nextContact = new NextContactCard(around, this::setNextContact, this::nextContactDone);
    build();
    model.status().addListener((at, was, is) -> fill());
    model.portrait().addListener((at, was, is) -> fill());
    around.language().follow(root, this::fill);
    root.widthProperty().addListener((at, was, is) -> arrange(is.doubleValue()));
    fill();
  }

  /** Adds something that can be done with a customer to the page's menu; hears its id. */
  public CustomerPage also(ObservableValue<String> name, LongConsumer act) {
    header.also(name, act);
    return this;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void open(Place place) {
    if (place.id() != null && place.id() != model.customerId()) {
      model.clear();
      model.show(place.id());
      if (shown) {
        panels.forEach(panel -> panel.show(model.customerId()));
      }
    }
  }

  @Override
  public void shown() {
    shown = true;
    if (model.customerId() != 0) {
      model.show(model.customerId());
      panels.forEach(panel -> panel.show(model.customerId()));
    }
  }

  @Override
  public void hidden() {
    shown = false;
    model.hidden();
    panels.forEach(CustomerPanel::hidden);
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of("customer.note", "customer.action.note", "N", this::focusNote),
        Action.of(
            "customer.call",
            "customer.action.call",
            "C",
            () -> withPortrait(around.calling()::callMain)),
        Action.of("customer.next", "customer.action.next_contact", "Ctrl T", this::setNextContact),
        Action.of("customer.facts", "customer.action.facts", "E", this::editFacts),
        Action.of("customer.contact", "customer.action.contact", this::addContact),
        Action.of("customer.delete", "customer.action.delete", this::delete));
  }

  private void build() {
    left.getStyleClass().add("customer-left");
    ScrollPane leftScroll = scroll(left, LEFT);
    side.getStyleClass().add("customer-side");
    side.getChildren().add(nextContact);
    rightScroll.setContent(side);
    VBox main = new VBox();
    main.getStyleClass().add("customer-main");
    HBox.setHgrow(main, Priority.ALWAYS);
    for (CustomerPanel panel : panels) {
      VBox column =
          switch (panel.place()) {
            case LEFT -> left;
            case MAIN -> main;
            case SIDE, PREVIEW -> side;
          };
      column.getChildren().add(panel.node());
      if (panel.place() == CustomerPanel.Place.MAIN) {
        VBox.setVgrow(panel.node(), Priority.ALWAYS);
      }
    }
    frame(rightScroll, RIGHT);
    columns.getChildren().addAll(leftScroll, main, rightScroll);
    columns.getStyleClass().add("customer-columns");
    VBox.setVgrow(body, Priority.ALWAYS);
    root.getStyleClass().add("customer-page");
    root.getChildren().addAll(header, body);
  }

  private static ScrollPane scroll(Region content, double width) {
    ScrollPane scroll = new ScrollPane(content);
    frame(scroll, width);
    return scroll;
  }

  private static void frame(ScrollPane scroll, double width) {
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinWidth(width);
    scroll.setPrefWidth(width);
    scroll.setMaxWidth(width);
    scroll.getStyleClass().add("customer-column");
  }

  private void arrange(double width) {
    boolean narrow = width < NARROW;
    boolean isNarrow = left.getChildren().contains(side);
    if (narrow == isNarrow) {
      return;
    }
    if (narrow) {
      rightScroll.setContent(null);
      columns.getChildren().remove(rightScroll);
      left.getChildren().addFirst(side);
    } else {
      left.getChildren().remove(side);
      rightScroll.setContent(side);
      columns.getChildren().add(rightScroll);
    }
  }

  private void fill() {
    Language language = around.language();
    Portrait portrait = model.portrait().get();
    if (portrait != null) {
      header.fill(portrait);
      nextContact.fill(portrait);
    } else {
      header.empty();
    }
    Node content =
        switch (model.status().get()) {
          case READY -> columns;
          case NOBODY, LOADING -> Skeleton.card();
          case GONE ->
              new EmptyState(
                      Feather.USER_X,
                      language.text("customer.page.gone_title"),
                      language.text("customer.page.gone_text"))
                  .button(
                      language.text("customer.page.to_list"),
                      () -> around.navigation().open(Place.of(CustomersPage.ID)));
          case FAILED ->
              new ErrorState(
                      language.text("customer.page.failed_title"),
                      language.text("customer.error.text"))
                  .button(language.text("customer.error.again"), model::refresh);
        };
    if (!body.getChildren().equals(List.of(content))) {
      body.getChildren().setAll(content);
    }
  }

  private void withPortrait(Consumer<Portrait> task) {
    Portrait portrait = model.portrait().get();
    if (portrait != null) {
      task.accept(portrait);
    }
  }

  private void focusNote() {
    first(CustomerPanel::focusNote);
  }

  /** The first panel that does it. */
  private void first(Predicate<CustomerPanel> does) {
    for (CustomerPanel panel : panels) {
      if (does.test(panel)) {
        return;
      }
    }
  }

  private void setNextContact() {
    withPortrait(p -> new NextContactSheet(around, p.customer()).showOn(around.dialogs()));
  }

  private void nextContactDone() {
    withPortrait(
        portrait -> {
          Customer customer = portrait.customer();
          around
              .changes()
              .make(
                  () -> around.book().setNextContact(customer.id(), null, null),
                  "customer.toast.next_done",
                  customer.name());
        });
  }

  private void addContact() {
    first(CustomerPanel::addContact);
  }

  private void editFacts() {
    first(CustomerPanel::editFacts);
  }

  private void delete() {
    withPortrait(
        portrait -> {
          Customer customer = portrait.customer();
          around
              .changes()
              .make(
                  () -> around.book().delete(customer.id()),
                  "customer.toast.deleted",
                  customer.name());
        });
  }
}
