package app.ringbook.customer.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Words to choose from, below a cell; one is marked and moved by the arrow keys. */
final class WordList extends VBox {
  private static final int MOST = 12;
  private final List<String> words;
  private int marked = -1;

  /**
   * @param taken told the word that was clicked
   */
  WordList(List<String> words, Consumer<String> taken) {
    this.words = words.subList(0, Math.min(MOST, words.size()));
    getStyleClass().add("understood");
    for (String word : this.words) {
      HBox line = new HBox(new Label(word));
      line.getStyleClass().add("line");
      line.setOnMousePressed(
          e -> {
            taken.accept(word);
            e.consume();
          });
      getChildren().add(line);
    }
  }

  /** Marks the next or the previous word, and returns it. */
  String move(int by) {
    if (marked >= 0) {
      getChildren().get(marked).getStyleClass().remove("chosen");
    }
    marked = Math.clamp((long) marked + by, 0, words.size() - 1);
    getChildren().get(marked).getStyleClass().add("chosen");
    return words.get(marked);
  }
}
