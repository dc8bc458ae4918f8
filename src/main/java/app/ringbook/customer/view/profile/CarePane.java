package app.ringbook.customer.view.profile;

import app.ringbook.customer.Contact;
import app.ringbook.customer.catalogue.Completeness;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.profile.LifeCycle;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.profile.Yearly;
import app.ringbook.customer.view.Parts;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.ui.Icons;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How far the customer has come, whether it gets extra care, and what is not known yet. */
final class CarePane extends Section {
  private static final int BIRTHDAY_AHEAD = 30;

  CarePane(Surroundings around, ProfileBook book, ProfileModel model) {
    super(Place.LEFT, around, book, model, "care");
  }

  @Override
  protected void fill(VBox into, ProfileBook.Known known) {
    CustomerRecord record = known.record();
    Profile profile = record.profile();
    into.getChildren().setAll(state(profile));
    if (profile.keyCustomer()) {
      into.getChildren().addAll(reminders(record));
    }
    if (profile.differentReason() != null) {
      into.getChildren()
          .add(
              note(
                  Feather.COPY,
                  around.language().now("customer.care.different", profile.differentReason())));
    }
    into.getChildren().addAll(completeness(record, !known.needs().isEmpty()));
  }

  private Node state(Profile profile) {
    MenuButton life = new MenuButton();
    life.setId("life-cycle");
    life.textProperty().bind(text(profile.lifeCycle().key()));
    life.getStyleClass().addAll("small", "life-cycle");
    life.accessibleTextProperty()
        .bind(text("customer.care.life_spoken", around.language().now(profile.lifeCycle().key())));
    long id = profile.customerId();
    for (LifeCycle one : LifeCycle.values()) {
      life.getItems()
          .add(
              Parts.item(
                  text(one.key()),
                  () -> new LifeCycleSheet(around, book, id, one).showOn(around.dialogs())));
    }
    if (profile.lifeCycleManual()) {
      life.getItems()
          .addAll(
              new SeparatorMenuItem(),
              Parts.item(
                  text("customer.care.by_events"),
                  () ->
                      around
                          .changes()
                          .make(() -> book.setLifeCycle(id, null, ""), "customer.toast.life")));
    }
    CheckBox key = new CheckBox();
    key.setId("key-customer");
    key.textProperty().bind(text("customer.care.key"));
    key.setSelected(profile.keyCustomer());
    key.setOnAction(
        e ->
            around
                .changes()
                .make(
                    () -> book.setKeyCustomer(id, key.isSelected()),
                    key.isSelected() ? "customer.toast.key" : "customer.toast.not_key"));
    HBox line = new HBox(life, Parts.space(), key);
    line.getStyleClass().add("section-head");
    return line;
  }

  /** What extra care asks for: a contact in time, birthdays, the day the customer was won. */
  private List<Node> reminders(CustomerRecord record) {
    LocalDate today = around.clock().today();
    List<Node> lines = new java.util.ArrayList<>();
    Instant last = record.customer().lastContactAt();
    if (last != null) {
      long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(last, around.clock().zone()), today);
      if (days > book.careDays()) {
        lines.add(
            note(
                Feather.CLOCK,
                around.language().now("customer.care.quiet", days, book.careDays())));
      }
    }
    for (Contact contact : record.contacts()) {
      LocalDate birthday = contact.birthday();
      if (birthday != null) {
        LocalDate next = Yearly.next(birthday, today);
        if (ChronoUnit.DAYS.between(today, next) <= BIRTHDAY_AHEAD) {
          lines.add(
              note(
                  Feather.GIFT,
                  around
                      .language()
                      .now("customer.care.birthday", contact.name(), around.formats().day(next))));
        }
      }
    }
    Instant since = record.profile().lifeCycleAt();
    if (since != null && record.profile().contracts() > 0) {
      LocalDate next = Yearly.next(LocalDate.ofInstant(since, around.clock().zone()), today);
      if (ChronoUnit.DAYS.between(today, next) <= BIRTHDAY_AHEAD) {
        lines.add(
            note(
                Feather.AWARD,
                around.language().now("customer.care.anniversary", around.formats().day(next))));
      }
    }
    return lines;
  }

  private static Label note(Feather icon, String text) {
    Label label = Parts.value(text, "secondary");
    label.setGraphic(Icons.of(icon));
    label.setWrapText(true);
    return label;
  }

  private List<Node> completeness(CustomerRecord record, boolean needs) {
    Completeness complete = Completeness.of(record, needs);
    Label percent = Parts.value(around.formats().percent(complete.percent() / 100.0), "strong");
    ProgressBar bar = new ProgressBar(complete.percent() / 100.0);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("completeness");
    bar.setAccessibleText(
        around.language().now("customer.care.complete_spoken", complete.percent()));
    String missing =
        complete.missing().stream()
            .map(key -> around.language().now(key))
            .collect(Collectors.joining(around.language().now("customer.care.comma")));
    Label words =
        Parts.value(
            missing.isEmpty()
                ? around.language().now("customer.care.all_known")
                : around.language().now("customer.care.missing", missing),
            "secondary");
    words.setId("completeness-missing");
    words.setWrapText(true);
    return List.of(head(text("customer.care.complete"), percent), bar, words);
  }
}
