package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.customer.twins.Twin;
import app.ringbook.customer.view.TwinWords;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.Segments;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Whose number an unknown one is: a new customer's, one of an existing customer, or nobody's. */
final class PopupUnknown extends VBox {
  private static final List<String> SOURCES = List.of("ads", "referral", "expo", "website");
  private static final int MOST_HITS = 5;

  private final PopupCall call;
  private final CallPopupModel model;
  private final Language language;
  private final Formats formats;
  private final VBox form = new VBox();
  private final VBox hits = new VBox();

  private @Nullable TextField search;

  PopupUnknown(PopupCall call, CallPopupModel model, Language language, Formats formats) {
    this.call = call;
    this.formats = formats;
    this.model = model;
    this.language = language;
    getStyleClass().add("popup-unknown");
    form.getStyleClass().add("form");
    hits.getStyleClass().add("rows");
    CallCard.Likely likely = call.cardProperty().get().likely();
    if (likely != null) {
      getChildren().add(likely(likely));
    }
    Segments<PopupStranger.Kind> kinds = new Segments<>();
    kinds.add(PopupStranger.Kind.NEW_CUSTOMER, language.text("call.popup.kind.new"));
    kinds.add(PopupStranger.Kind.EXISTING, language.text("call.popup.kind.existing"));
    kinds.add(PopupStranger.Kind.LEAD, language.text("call.popup.kind.lead"));
    kinds.add(PopupStranger.Kind.NOT_CUSTOMER, language.text("call.popup.kind.not_customer"));
    kinds.valueProperty().bindBidirectional(call.stranger().kindProperty());
    kinds.setMaxWidth(Double.MAX_VALUE);
    for (Node segment : kinds.getChildren()) {
      HBox.setHgrow(segment, Priority.ALWAYS);
      ((Region) segment).setMaxWidth(Double.MAX_VALUE);
    }
    getChildren().addAll(kinds, form);
    call.stranger().kindProperty().addListener((o, was, now) -> fill());
    call.stranger().searchProperty().addListener((o, was, now) -> model.matching().search(call));
    call.stranger()
        .hits()
        .addListener((ListChangeListener<CustomerSearch.Hit>) change -> fillHits());
    call.stranger()
        .likely()
        .addListener((ListChangeListener<Match.Candidate>) change -> fillHits());
    call.stranger().twins().addListener((ListChangeListener<Twin>) change -> fill());
    fill();
  }

  private HBox likely(CallCard.Likely likely) {
    Label text =
        new Label(language.now("call.popup.likely", likely.customerName(), likely.commonDigits()));
    text.setGraphic(Icons.of(Feather.LINK, "accent"));
    text.getStyleClass().add("likely-text");
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    Button link = new Button();
    link.textProperty().bind(language.text("call.popup.link"));
    link.getStyleClass().add("small");
    link.setMinWidth(USE_PREF_SIZE);
    link.setOnAction(e -> model.matching().choose(call, likely.customerId(), null));
    HBox banner = new HBox(text, link);
    banner.getStyleClass().add("likely");
    banner.setAlignment(Pos.CENTER_LEFT);
    return banner;
  }

  private void fill() {
    switch (call.stranger().kindProperty().get()) {
      case NEW_CUSTOMER -> {
        form.getChildren().setAll(names(), sourceTitle(), sources());
        if (!call.stranger().twins().isEmpty()) {
          form.getChildren().addAll(twins());
        }
      }
      case EXISTING -> {
        form.getChildren().setAll(search(), hits);
        fillHits();
      }
      case LEAD -> form.getChildren().setAll(names(), explained("call.popup.lead_explained"));
      case NOT_CUSTOMER ->
          form.getChildren().setAll(explained("call.popup.not_customer_explained"));
    }
  }

  private Label explained(String key) {
    Label explanation = new Label();
    explanation.textProperty().bind(language.text(key));
    explanation.getStyleClass().add("muted");
    explanation.setWrapText(true);
    return explanation;
  }

  /** Who it may be, each with a way to take that one instead, and the reason why it is not. */
  private List<Node> twins() {
    List<Node> lines = new ArrayList<>();
    for (Twin twin : call.stranger().twins().stream().limit(MOST_HITS).toList()) {
      Label line = new Label(TwinWords.named(twin, language.texts(), formats));
      line.setWrapText(true);
      line.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(line, Priority.ALWAYS);
      Button link = new Button(language.now("call.popup.link"));
      link.getStyleClass().add("small");
      link.setMinWidth(USE_PREF_SIZE);
      link.setOnAction(e -> model.matching().choose(call, twin.customerId(), null));
      HBox row = new HBox(line, link);
      row.getStyleClass().add("likely");
      row.setAlignment(Pos.CENTER_LEFT);
      lines.add(row);
    }
    TextField reason = field("customer.new.reason");
    reason.setId("popup-reason");
    reason.textProperty().bindBidirectional(call.stranger().reasonProperty());
    lines.add(reason);
    return lines;
  }

  private HBox names() {
    TextField person = field("call.popup.person");
    person.textProperty().bindBidirectional(call.stranger().personProperty());
    TextField company = field("call.popup.company");
    company.textProperty().bindBidirectional(call.stranger().companyProperty());
    HBox names = new HBox(person, company);
    names.getStyleClass().add("names");
    return names;
  }

  private TextField field(String key) {
    TextField field = new TextField();
    field.promptTextProperty().bind(language.text(key));
    field.accessibleTextProperty().bind(language.text(key));
    field.setPrefColumnCount(8);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private Label sourceTitle() {
    Label title = new Label();
    title.textProperty().bind(language.text("call.popup.source"));
    title.getStyleClass().add("secondary");
    return title;
  }

  private FlowPane sources() {
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("chips");
    for (String source : SOURCES) {
      Chip chip = new Chip(language.text("call.source." + source));
      chip.setSelected(chip.getText().equals(call.stranger().sourceProperty().get()));
      chip.setOnAction(
          e -> call.stranger().sourceProperty().set(chip.isSelected() ? chip.getText() : null));
      call.stranger()
          .sourceProperty()
          .addListener((o, was, now) -> chip.setSelected(chip.getText().equals(now)));
      chips.getChildren().add(chip);
    }
    chips.getChildren().add(otherSource(chips));
    return chips;
  }

  /** The dashed chip turns into a field for a source of the user's own. */
  private Chip otherSource(FlowPane chips) {
    Chip other = new Chip(language.text("call.source.other")).dashed();
    other.setOnAction(
        e -> {
          TextField own = field("call.source.other");
          own.getStyleClass().add("small");
          own.textProperty()
              .addListener(
                  (o, was, now) ->
                      call.stranger().sourceProperty().set(now.isBlank() ? null : now));
          chips.getChildren().set(chips.getChildren().indexOf(other), own);
          own.requestFocus();
        });
    return other;
  }

  private TextField search() {
    TextField field = field("call.popup.search");
    field.textProperty().bindBidirectional(call.stranger().searchProperty());
    search = field;
    return field;
  }

  /** The caret waits where it is asked who it is, if it is asked. */
  void ask() {
    TextField field = search;
    if (field != null && field.getScene() != null) {
      field.requestFocus();
    }
  }

  private void fillHits() {
    hits.getChildren().clear();
    if (call.stranger().searchProperty().get().isBlank()) {
      fillLikely();
      return;
    }
    for (CustomerSearch.Hit hit : call.stranger().hits().stream().limit(MOST_HITS).toList()) {
      hits.getChildren().add(HitRow.of(hit, () -> choose(hit)));
    }
    if (call.stranger().hits().isEmpty() && !call.stranger().searchProperty().get().isBlank()) {
      Label nothing = new Label(language.now("call.popup.nothing_found"));
      nothing.getStyleClass().add("secondary");
      hits.getChildren().add(nothing);
    }
  }

  /** Before anything is searched for: all whose number it may be. */
  private void fillLikely() {
    for (Match.Candidate candidate : call.stranger().likely().stream().limit(MOST_HITS).toList()) {
      hits.getChildren()
          .add(
              HitRow.of(
                  candidate,
                  language,
                  () ->
                      model
                          .matching()
                          .choose(call, candidate.customerId(), candidate.contactId())));
    }
  }

  private void choose(CustomerSearch.Hit hit) {
    boolean contact = hit.kind() == CustomerSearch.Kind.CONTACT;
    model.matching().choose(call, hit.customerId(), contact ? hit.id() : null);
  }
}
