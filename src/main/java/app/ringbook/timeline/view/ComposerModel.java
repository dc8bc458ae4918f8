package app.ringbook.timeline.view;

import app.ringbook.customer.view.Changes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A note being written. Words for a moment at its end, such as "明天10点" or "thu 1030", are offered
 * as the next contact. A note that is not saved stays when the page is left. Used on the front
 * thread.
 */
public final class ComposerModel {
  /** At most so many characters at the end are looked at for a moment. */
  private static final int LONGEST_WORDS = 24;

  /** What people write behind the moment: "明天10点回访". */
  private static final Pattern PURPOSE_BEHIND =
      Pattern.compile("\\s*(回访|再访|联系|致电|打电话|再打|跟进|拜访)?[\\s。.!！]*$");

  private final TimelineBook book;
  private final Changes changes;
  private final Function<String, Optional<Instant>> moments;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Instant> offer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
  private @Nullable Instant refused;
  private long customerId;
  private final Map<Long, String> drafts = new HashMap<>();

  /**
   * @param moments reads words for a moment; empty for words it does not know whole
   */
  public ComposerModel(
      TimelineBook book, Changes changes, Function<String, Optional<Instant>> moments) {
    this.book = book;
    this.changes = changes;
    this.moments = moments;
    text.addListener((at, was, is) -> typed(is));
  }

  /** Writes about this customer from now on; what was typed about each one waits for its return. */
  public void about(long customer) {
    if (customer != customerId) {
      drafts.put(customerId, text.get());
      customerId = customer;
      text.set(drafts.getOrDefault(customer, ""));
    }
  }

  /** What is typed. */
  public StringProperty text() {
    return text;
  }

  /** The next contact that saving sets, or null. */
  public ReadOnlyObjectProperty<@Nullable Instant> offer() {
    return offer.getReadOnlyProperty();
  }

  /** The moment offered is not meant as a next contact. */
  public void refuseOffer() {
    refused = offer.get();
    offer.set(null);
  }

  /** True while it is on its way to the disk. */
  public ReadOnlyBooleanProperty saving() {
    return saving.getReadOnlyProperty();
  }

  /** True if there is something to save. */
  public BooleanBinding complete() {
    return Bindings.createBooleanBinding(() -> !text.get().isBlank(), text);
  }

  /** Saves the note; what was typed stays if that fails. */
  public void save() {
    String note = text.get().strip();
    if (note.isEmpty() || saving.get()) {
      return;
    }
    saving.set(true);
    long customer = customerId;
    Instant next = offer.get();
    changes.make(
        () -> book.note(customer, note, next),
        () -> saved(customer, note),
        problem -> {
          saving.set(false);
          changes.report(problem);
        },
        next == null ? "timeline.toast.note" : "timeline.toast.note_and_next");
  }

  private void saved(long customer, String note) {
    saving.set(false);
    drafts.remove(customer, note);
    if (customer == customerId && text.get().strip().equals(note)) {
      text.set("");
    }
  }

  private void typed(String now) {
    Instant found = atTheEnd(now).orElse(null);
    if (found == null || !found.equals(refused)) {
      refused = null;
      offer.set(found);
    }
  }

  /** The longest end of the text that is wholly a moment. */
  private Optional<Instant> atTheEnd(String typed) {
    Matcher behind = PURPOSE_BEHIND.matcher(typed);
    String end = behind.find() ? typed.substring(0, behind.start()) : typed;
    for (int from = Math.max(0, end.length() - LONGEST_WORDS); from < end.length(); from++) {
      if (startsWord(end, from)) {
        Optional<Instant> moment = moments.apply(end.substring(from));
        if (moment.isPresent()) {
          return moment;
        }
      }
    }
    return Optional.empty();
  }

  /** Latin words and figures are not cut in the middle: "may" is not seen in "dismay". */
  private static boolean startsWord(String words, int at) {
    char first = words.charAt(at);
    if (Character.isWhitespace(first)) {
      return false;
    }
    if (at == 0) {
      return true;
    }
    char before = words.charAt(at - 1);
    return Character.isIdeographic(before)
        || !Character.isLetterOrDigit(before)
        || (Character.isIdeographic(first) && !Character.isDigit(before));
  }
}
