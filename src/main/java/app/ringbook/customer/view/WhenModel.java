package app.ringbook.customer.view;

import app.ringbook.platform.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A moment being typed in words, and what the words were understood as; the user sees that before
 * it is saved. Used on the front thread.
 */
public final class WhenModel {
  private final Function<String, List<Instant>> words;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<Instant>> understood =
      new ReadOnlyObjectWrapper<>(List.of());
  private final IntegerProperty chosen = new SimpleIntegerProperty();

  /**
   * @param words reads words for a moment: the likeliest first, none if not understood
   */
  public WhenModel(Function<String, List<Instant>> words) {
    this.words = words;
    text.addListener((at, was, is) -> read());
  }

  /** What is typed. */
  public StringProperty text() {
    return text;
  }

  /** What it was understood as, the likeliest first. */
  public ReadOnlyObjectProperty<List<Instant>> understood() {
    return understood.getReadOnlyProperty();
  }

  /** Place in {@link #understood} of the one that saving takes. */
  public IntegerProperty chosen() {
    return chosen;
  }

  /** Chooses the next or the previous one. */
  public void move(int by) {
    int last = understood.get().size() - 1;
    chosen.set(Math.clamp((long) chosen.get() + by, 0, Math.max(0, last)));
  }

  /** True if nothing is typed, which means no moment. */
  public boolean blank() {
    return text.get().isBlank();
  }

  /**
   * The moment to save, or null if nothing is typed.
   *
   * @throws ProblemException if the words were not understood
   */
  public @Nullable Instant value() {
    if (blank()) {
      return null;
    }
    List<Instant> all = understood.get();
    if (all.isEmpty()) {
      throw new ProblemException("customer.problem.date_words", text.get().strip());
    }
    return all.get(Math.min(chosen.get(), all.size() - 1));
  }

  private void read() {
    chosen.set(0);
    understood.set(blank() ? List.of() : List.copyOf(words.apply(text.get().strip())));
  }
}
