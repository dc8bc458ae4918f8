package app.ringbook.customer.view.profile;

import app.ringbook.customer.profile.Need;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.view.Parts;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.ui.controls.Badge;
import app.ringbook.ui.controls.LinkButton;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the customer needs by product, and needs, pains and expectations in words. */
final class NeedsPanel extends Section {

  NeedsPanel(Surroundings around, ProfileBook book, ProfileModel model) {
    super(Place.SIDE, around, book, model, "needs");
  }

  @Override
  protected void fill(VBox into, ProfileBook.Known known) {
    long id = known.record().customer().id();
    Button add =
        button(
            Feather.PLUS,
            text("customer.needs.add"),
            () -> NeedSheet.adding(around, book, id).showOn(around.dialogs()));
    add.setId("need-add");
    Button words =
        button(
            Feather.EDIT_2,
            text("customer.needs.edit"),
            () -> new WordsSheet(around, book, known.record()).showOn(around.dialogs()));
    words.setId("needs-edit");
    into.getChildren().setAll(head(text("customer.needs.title"), words, add));
    known.needs().forEach(need -> into.getChildren().add(line(need)));
    Profile profile = known.record().profile();
    words(into, "customer.field.needs", profile.needs());
    words(into, "customer.field.pains", profile.pains());
    words(into, "customer.field.expectations", profile.expectations());
    if (into.getChildren().size() == 1) {
      Label nothing = Parts.label(text("customer.needs.none"), "secondary");
      nothing.setWrapText(true);
      into.getChildren().add(nothing);
    }
  }

  private Node line(Need need) {
    CheckBox met = new CheckBox();
    met.setSelected(need.met());
    met.accessibleTextProperty().bind(text("customer.needs.met", need.product()));
    met.setOnAction(
        e ->
            around
                .changes()
                .make(
                    () -> book.saveNeed(need.withMet(met.isSelected())),
                    met.isSelected() ? "customer.toast.need_met" : "customer.toast.need",
                    need.product()));
    LinkButton product =
        link(need.product(), () -> NeedSheet.editing(around, book, need).showOn(around.dialogs()));
    product.setMinWidth(0);
    HBox space = new HBox(product);
    HBox.setHgrow(space, Priority.ALWAYS);
    Badge.Kind kind =
        need.importance() == Need.Importance.MUST && !need.met()
            ? Badge.Kind.WARNING
            : Badge.Kind.NEUTRAL;
    HBox line = new HBox(8, met, space, new Badge(kind, text(need.importance().key())));
    line.getStyleClass().add("need");
    return line;
  }

  private void words(VBox into, String key, @Nullable String words) {
    if (words != null) {
      Label said = Parts.value(words);
      said.setWrapText(true);
      into.getChildren().add(new VBox(Parts.label(text(key), "secondary"), said));
    }
  }
}
