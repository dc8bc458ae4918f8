package app.ringbook.customer.view.profile;

import app.ringbook.customer.fields.Field;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.profile.Rating;
import app.ringbook.customer.view.Parts;
import app.ringbook.customer.view.Surroundings;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The 3+1: four tiles, each changed by one tap on a word. */
final class RatingTiles extends Section {

  RatingTiles(Surroundings around, ProfileBook book, ProfileModel model) {
    super(Place.LEFT, around, book, model, "ratings");
  }

  @Override
  protected void fill(VBox into, ProfileBook.Known known) {
    Profile profile = known.record().profile();
    Label count =
        Parts.label(
            text("customer.ratings.filled", profile.rated(), Rating.values().length), "secondary");
    GridPane tiles = new GridPane();
    tiles.getStyleClass().add("rating-tiles");
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    tiles.getColumnConstraints().addAll(half, half);
    Rating[] all = Rating.values();
    for (int i = 0; i < all.length; i++) {
      tiles.add(tile(profile, all[i]), i % 2, i / 2);
    }
    into.getChildren().setAll(head(text("customer.ratings.title"), count), tiles);
  }

  private Node tile(Profile profile, Rating rating) {
    String chosen = profile.rating(rating);
    String word =
        chosen == null
            ? around.language().now("customer.ratings.none")
            : shown(book.options(rating), chosen);
    Label value = Parts.value(word, chosen == null ? "muted" : "strong");
    VBox inside = new VBox(Parts.label(text(rating.key()), "secondary"), value);
    Button tile = new Button();
    tile.setId("rating-" + rating.name().toLowerCase(Locale.ROOT));
    tile.setGraphic(inside);
    tile.getStyleClass().setAll("rating-tile");
    tile.setMaxWidth(Double.MAX_VALUE);
    tile.accessibleTextProperty()
        .bind(text("customer.ratings.spoken", around.language().now(rating.key()), word));
    tile.setOnAction(e -> menu(profile.customerId(), rating, chosen).show(tile, Side.BOTTOM, 0, 2));
    return tile;
  }

  private ContextMenu menu(long id, Rating rating, @Nullable String chosen) {
    ContextMenu menu = new ContextMenu();
    for (Field.Option option : book.options(rating)) {
      RadioMenuItem item = new RadioMenuItem(option.shown(around.language().texts()));
      item.setMnemonicParsing(false);
      item.setSelected(Objects.equals(option.value(), chosen));
      item.setOnAction(e -> rate(id, rating, option.value()));
      menu.getItems().add(item);
    }
    if (chosen != null) {
      MenuItem none = Parts.item(text("customer.ratings.clear"), () -> rate(id, rating, null));
      menu.getItems().addAll(new SeparatorMenuItem(), none);
    }
    return menu;
  }

  private void rate(long id, Rating rating, @Nullable String word) {
    around
        .changes()
        .make(
            () -> book.rate(id, rating, word),
            "customer.toast.rated",
            around.language().now(rating.key()));
  }

  private String shown(List<Field.Option> options, String value) {
    return options.stream()
        .filter(o -> o.value().equals(value))
        .findFirst()
        .map(o -> o.shown(around.language().texts()))
        .orElse(value);
  }
}
