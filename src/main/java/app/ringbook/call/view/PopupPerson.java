package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.customer.Match;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Avatar;
import app.ringbook.ui.controls.Badge;
import app.ringbook.ui.controls.LinkButton;
import app.ringbook.ui.controls.TierBadge;
import java.util.function.LongConsumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Who is calling: the person with role and company, or the number with place and earlier tries. */
final class PopupPerson extends HBox {
  private static final double AVATAR = 48;
  private static final double NOTE = 52;

  /** A link has room around it for its focus, which would set it in. */
  private static final Insets BEGINS_LINE = new Insets(0, 0, 0, -4);

  private final CallWords words;
  private final Language language;
  private final LongConsumer openCustomer;
  private final Runnable callBack;

  PopupPerson(CallWords words, Language language, LongConsumer openCustomer, Runnable callBack) {
    this.callBack = callBack;
    this.words = words;
    this.language = language;
    this.openCustomer = openCustomer;
    getStyleClass().add("popup-person");
    setAlignment(Pos.CENTER_LEFT);
  }

  /** Shows a caller; the customer is null while nobody is sure, the lead where there is none. */
  void show(CallCard card, CallCard.@Nullable Customer customer, LeadSlot.@Nullable Known lead) {
    VBox lines = new VBox();
    HBox.setHgrow(lines, Priority.ALWAYS);
    lines.setMinWidth(0);
    if (customer == null && lead != null && !lead.title().isBlank()) {
      lines.getChildren().setAll(title(lead.title(), null), leadLine(lead));
      Label number = new Label(words.numberAndPlace(card));
      number.getStyleClass().add("secondary");
      lines.getChildren().add(number);
      addNote(lines, lead);
      addEarlier(lines, card);
      getChildren().setAll(Avatar.person(lead.title(), AVATAR), lines);
    } else if (customer == null) {
      lines.getChildren().setAll(title(words.number(card), null), unknownLine(card));
      addEarlier(lines, card);
      getChildren().setAll(unknownAvatar(), lines);
    } else {
      lines.getChildren().setAll(title(words.who(customer), customer.tier()));
      HBox company = companyLine(customer, card);
      if (!company.getChildren().isEmpty()) {
        lines.getChildren().add(company);
      }
      Label number = new Label(words.numberAndPlace(card));
      number.getStyleClass().add("secondary");
      lines.getChildren().add(number);
      getChildren().setAll(Avatar.person(words.who(customer), AVATAR).accent(), lines);
    }
    if (card.call().ended() && card.number().dialable()) {
      Button call = Icons.button(Feather.PHONE, language.text("call.page.call_back"), callBack);
      call.getStyleClass().add("call-back");
      getChildren().add(call);
    }
  }

  private HBox title(String text, @Nullable String tier) {
    Label name = new Label(text);
    name.getStyleClass().add("page-title");
    name.setMinWidth(0);
    name.setTooltip(new Tooltip(text));
    HBox title = new HBox(name, new TierBadge(tier));
    title.getStyleClass().add("title-line");
    title.setAlignment(Pos.CENTER_LEFT);
    return title;
  }

  private HBox companyLine(CallCard.Customer customer, CallCard card) {
    HBox line = new HBox();
    line.getStyleClass().add("company-line");
    line.setAlignment(Pos.CENTER_LEFT);
    String role = customer.role();
    if (role != null && !role.isBlank()) {
      Label label = new Label(language.now("call.popup.role", role));
      label.setMinWidth(0);
      line.getChildren().add(label);
    }
    // A company's own number: its name stands above already.
    if (customer.contactName() != null) {
      LinkButton company =
          new LinkButton(
                  new SimpleStringProperty(customer.name()),
                  () -> openCustomer.accept(customer.id()))
              .givesWay();
      if (line.getChildren().isEmpty()) {
        HBox.setMargin(company, BEGINS_LINE);
      }
      line.getChildren().add(company);
    }
    if (!card.call().verified()) {
      line.getChildren().add(new Badge(Badge.Kind.WARNING, language.text("call.popup.unsure")));
    }
    return line;
  }

  private HBox leadLine(LeadSlot.Known lead) {
    Badge badge = new Badge(Badge.Kind.ACCENT, language.text("call.popup.lead"));
    HBox line = new HBox(badge);
    String company = lead.company();
    if (company != null && !company.equals(lead.title())) {
      Label firm = new Label(company);
      firm.setMinWidth(0);
      line.getChildren().add(firm);
    }
    line.getStyleClass().add("company-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static void addNote(VBox lines, LeadSlot.Known lead) {
    String note = lead.note();
    if (note != null) {
      Label said = new Label(note);
      said.getStyleClass().add("muted");
      said.setWrapText(true);
      said.setMaxHeight(NOTE);
      lines.getChildren().add(said);
    }
  }

  private Label unknownLine(CallCard card) {
    String place = words.place(card.number());
    boolean shared = card.match() instanceof Match.Several;
    String what = language.now(shared ? "call.popup.shared" : "call.popup.unknown");
    Label line =
        new Label(place.isEmpty() ? what : language.now("call.popup.number_place", what, place));
    line.getStyleClass().add("muted");
    return line;
  }

  private void addEarlier(VBox lines, CallCard card) {
    CallCard.Earlier earlier = card.earlier();
    if (earlier.today() == 0) {
      return;
    }
    Label tries =
        new Label(
            language.now(
                earlier.missedToday() == 0 ? "call.popup.tries" : "call.popup.tries_missed",
                earlier.today() + 1,
                earlier.missedToday()));
    tries.setGraphic(Icons.of(Feather.PHONE_MISSED, "warning"));
    tries.getStyleClass().addAll("warning-text", "tries");
    lines.getChildren().add(tries);
  }

  private static Node unknownAvatar() {
    StackPane circle = new StackPane(Icons.of(Feather.HELP_CIRCLE, "muted"));
    circle.getStyleClass().addAll("rb-avatar", "unknown-avatar");
    circle.setMinSize(AVATAR, AVATAR);
    circle.setMaxSize(AVATAR, AVATAR);
    return circle;
  }
}
