package app.ringbook.customer.view;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Phone;
import app.ringbook.customer.Portrait;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Avatar;
import app.ringbook.ui.controls.EmptyState;
import app.ringbook.ui.controls.ErrorState;
import app.ringbook.ui.controls.Skeleton;
import app.ringbook.ui.controls.TierBadge;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The customer chosen in the list, at its right: who it is, what comes next, what was last. */
final class PreviewPane {
  private static final double WIDTH = 312;
  private static final double NAMES = 104;
  private static final double AVATAR = 40;

  private final Surroundings around;
  private final CustomerModel model;
  private final List<CustomerPanel> panels;
  private final Runnable opens;
  private final Runnable deletes;
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private final VBox latest = new VBox();

  /**
   * @param panels what other rooms show at the bottom
   */
  PreviewPane(
      Surroundings around,
      CustomerModel model,
      List<CustomerPanel> panels,
      Runnable opens,
      Runnable deletes) {
    this.around = around;
    this.model = model;
    this.panels = panels;
    this.opens = opens;
    this.deletes = deletes;
    content.getStyleClass().add("preview");
    scroll.getStyleClass().addAll("side-pane", "preview-pane");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setMinWidth(WIDTH);
    scroll.setPrefWidth(WIDTH);
    scroll.setMaxWidth(WIDTH);
    latest.getStyleClass().addAll("section", "section-line");
    latest
        .getChildren()
        .add(Parts.label(around.language().text("customer.preview.latest"), "strong"));
    panels.forEach(panel -> latest.getChildren().add(panel.node()));
    model.portrait().addListener((at, was, is) -> fill());
    model.status().addListener((at, was, is) -> fill());
    around.language().follow(scroll, this::fill);
    fill();
  }

  Node node() {
    return scroll;
  }

  /** Shows a customer and follows it. */
  void show(long id) {
    model.show(id);
    panels.forEach(panel -> panel.show(id));
  }

  /** Shows nobody. */
  void clear() {
    model.clear();
    panels.forEach(CustomerPanel::hidden);
  }

  /** Stops following. */
  void hidden() {
    model.hidden();
    panels.forEach(CustomerPanel::hidden);
  }

  private void fill() {
    Portrait portrait = model.portrait().get();
    switch (model.status().get()) {
      case READY -> fill(Objects.requireNonNull(portrait));
      case LOADING -> content.getChildren().setAll(Skeleton.card());
      case FAILED ->
          content
              .getChildren()
              .setAll(
                  new ErrorState(text("customer.page.failed_title"), text("customer.error.text"))
                      .button(text("customer.error.again"), model::refresh));
      default ->
          content
              .getChildren()
              .setAll(
                  new EmptyState(
                      Feather.USER,
                      text("customer.preview.nobody"),
                      text("customer.preview.nobody_text")));
    }
  }

  private void fill(Portrait portrait) {
    content.getChildren().setAll(head(portrait.customer()), buttons(portrait), facts(portrait));
    if (!panels.isEmpty()) {
      content.getChildren().add(latest);
    }
  }

  private Node head(Customer customer) {
    Label name = Parts.value(customer.name(), "preview-name");
    name.setWrapText(true);
    HBox title = new HBox(name, new TierBadge(customer.tier()));
    title.getStyleClass().add("title");
    VBox words = new VBox(title, Parts.value(subtitle(customer), "secondary"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(Avatar.company(customer.name(), AVATAR), words);
    head.getStyleClass().add("head");
    return head;
  }

  private String subtitle(Customer customer) {
    int year = LocalDate.ofInstant(customer.createdAt(), around.clock().zone()).getYear();
    String since = around.language().now("customer.preview.since", Integer.toString(year));
    return Stream.of(customer.industry(), customer.city(), since)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  private Node buttons(Portrait portrait) {
    HBox buttons = new HBox(callButton(portrait));
    buttons.getStyleClass().add("buttons");
    Button next =
        Icons.button(
            Feather.CALENDAR,
            text("customer.preview.set_next"),
            () -> new NextContactSheet(around, portrait.customer()).showOn(around.dialogs()));
    MenuButton more = new MenuButton();
    more.setGraphic(Icons.of(Feather.MORE_HORIZONTAL));
    more.getStyleClass().addAll("button-icon", "no-arrow");
    more.accessibleTextProperty().bind(text("customer.preview.more"));
    more.getItems().add(Parts.item(text("customer.preview.open"), opens));
    more.getItems().add(Parts.item(text("customer.preview.delete"), deletes));
    next.getStyleClass().remove("flat");
    buttons.getChildren().addAll(next, more);
    return buttons;
  }

  private Node callButton(Portrait portrait) {
    if (portrait.mainPhone().isEmpty()) {
      return Parts.label(text("customer.call.none"), "muted");
    }
    ObservableValue<String> words =
        portrait
            .mainContact()
            .<ObservableValue<String>>map(contact -> text("customer.call.person", contact.name()))
            .orElseGet(() -> text("customer.call.customer"));
    Button call =
        Parts.button(Feather.PHONE, words, () -> around.calling().callMain(portrait), "accent");
    call.setId("preview-call");
    call.setMinWidth(0);
    HBox.setHgrow(call, Priority.SOMETIMES);
    return call;
  }

  private Node facts(Portrait portrait) {
    Customer customer = portrait.customer();
    FactGrid grid = new FactGrid(NAMES);
    grid.add(
        text("customer.preview.next_contact"),
        new DueLabel(around.formats(), customer.nextContactAt()));
    if (customer.nextContactNote() != null) {
      grid.add(text("customer.preview.purpose"), Parts.value(customer.nextContactNote()));
    }
    grid.add(
        text("customer.preview.main_contact"),
        Parts.value(known(portrait.mainContact().map(Contact::name).orElse(null))));
    grid.add(
        text("customer.preview.phone"),
        Parts.value(known(portrait.mainPhone().map(Phone::number).map(n -> n.raw()).orElse(null))));
    if (customer.email() != null) {
      grid.add(text("customer.preview.email"), Parts.value(customer.email()));
    }
    return grid;
  }

  private static String known(@Nullable String value) {
    return value == null ? CustomerColumns.UNKNOWN : value;
  }

  private ObservableValue<String> text(String key, Object... arguments) {
    Language language = around.language();
    return language.text(key, arguments);
  }
}
