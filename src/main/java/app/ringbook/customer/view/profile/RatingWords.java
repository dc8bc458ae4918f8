package app.ringbook.customer.view.profile;

import app.ringbook.customer.profile.Rating;
import app.ringbook.settings.RatingSettings;
import app.ringbook.settings.Settings;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Card;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The words of the ratings, to be renamed, moved, added and taken away, and the days after which a
 * silence counts. Every change is saved at once; customers keep a word that was taken away.
 */
final class RatingWords {
  private static final int LONGEST_LAPSE = 3650;
  private static final int SHORTEST_LAPSE = 7;
  private static final int LONGEST_CARE = 365;
  private final Language language;
  private final Settings settings;
  private final VBox node = new VBox(16);

  RatingWords(Language language, Settings settings) {
    this.language = language;
    this.settings = settings;
    draw();
  }

  Node node() {
    return node;
  }

  private void draw() {
    node.getChildren().clear();
    for (Rating rating : Rating.values()) {
      node.getChildren().add(words(rating));
    }
    node.getChildren().add(days());
  }

  private Card words(Rating rating) {
    Card card =
        new Card(language.text("customer.words.of", language.now(rating.key())))
            .atEnd(
                Icons.button(
                    Feather.PLUS,
                    language.text("customer.words.add", language.now(rating.key())),
                    () -> redrawn(rating, RatingWords::addWord)));
    List<RatingSettings.Word> words = rating.words(settings.ratings());
    for (int i = 0; i < words.size(); i++) {
      card.row(new HBox(input(rating, i, words.get(i))), buttons(rating, i, words.size()));
    }
    return card;
  }

  private TextField input(Rating rating, int place, RatingSettings.Word word) {
    TextField input = new TextField(word.label());
    String shown = shown(rating, word);
    input.setPromptText(shown);
    input.setAccessibleText(shown);
    input
        .textProperty()
        .addListener(
            (at, was, is) ->
                change(
                    rating,
                    words -> words.set(place, new RatingSettings.Word(word.key(), is.strip()))));
    return input;
  }

  private String shown(Rating rating, RatingSettings.Word word) {
    boolean ours =
        rating.words(RatingSettings.DEFAULT).stream().anyMatch(w -> w.key().equals(word.key()));
    return ours
        ? language.now(rating.key() + "." + word.key().toLowerCase(Locale.ROOT))
        : word.key();
  }

  private Node[] buttons(Rating rating, int place, int count) {
    RatingSettings.Word word = rating.words(settings.ratings()).get(place);
    String name = word.label().isBlank() ? shown(rating, word) : word.label();
    Node up =
        Icons.button(
            Feather.ARROW_UP,
            language.text("customer.fields.up", name),
            () -> redrawn(rating, words -> Collections.swap(words, place, place - 1)));
    Node down =
        Icons.button(
            Feather.ARROW_DOWN,
            language.text("customer.fields.down", name),
            () -> redrawn(rating, words -> Collections.swap(words, place, place + 1)));
    Node remove =
        Icons.button(
            Feather.X,
            language.text("customer.words.remove", name),
            () -> redrawn(rating, words -> words.remove(place)));
    up.setDisable(place == 0);
    down.setDisable(place == count - 1);
    remove.setDisable(count == 1);
    return new Node[] {up, down, remove};
  }

  private Card days() {
    RatingSettings now = settings.ratings();
    return new Card(language.text("customer.words.days"))
        .row(
            Card.caption(
                language.text("customer.words.care"), language.text("customer.words.care_why")),
            spinner(
                "care-days",
                1,
                LONGEST_CARE,
                now.careDays(),
                (r, d) -> r.withDays(r.lapseDays(), d)))
        .row(
            Card.caption(
                language.text("customer.words.lapse"), language.text("customer.words.lapse_why")),
            spinner(
                "lapse-days",
                SHORTEST_LAPSE,
                LONGEST_LAPSE,
                now.lapseDays(),
                (r, d) -> r.withDays(d, r.careDays())));
  }

  private Spinner<Integer> spinner(
      String id,
      int least,
      int most,
      int now,
      BiFunction<RatingSettings, Integer, RatingSettings> with) {
    Spinner<Integer> spinner = new Spinner<>(least, most, now);
    spinner.setId(id);
    spinner.setEditable(true);
    spinner
        .accessibleTextProperty()
        .bind(
            language.text(id.equals("care-days") ? "customer.words.care" : "customer.words.lapse"));
    spinner
        .valueProperty()
        .addListener(
            (at, was, is) -> {
              if (is != null) {
                settings.changeRatings(r -> with.apply(r, is));
              }
            });
    return spinner;
  }

  private static void addWord(List<RatingSettings.Word> words) {
    int number = words.size() + 1;
    while (taken(words, "W" + number)) {
      number++;
    }
    words.add(new RatingSettings.Word("W" + number, ""));
  }

  private static boolean taken(List<RatingSettings.Word> words, String key) {
    return words.stream().anyMatch(w -> w.key().equals(key));
  }

  private void redrawn(Rating rating, Consumer<List<RatingSettings.Word>> how) {
    change(rating, how);
    draw();
  }

  private void change(Rating rating, Consumer<List<RatingSettings.Word>> how) {
    settings.changeRatings(
        now -> {
          List<RatingSettings.Word> words = new ArrayList<>(rating.words(now));
          how.accept(words);
          return rating.withWords(now, words);
        });
  }
}
