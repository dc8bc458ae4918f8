package app.ringbook.customer.view;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.StaleRowException;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The saving of one cell that is being edited. A value that cannot be kept leaves the cell open
 * with the reason; a value that somebody else changed meanwhile is shown beside the new one, and
 * the user says which stays. Used on the front thread.
 */
public final class CellEdit {

  /** How far the edit is. */
  public sealed interface State {
    /** Being typed. */
    record Open() implements State {}

    /** On its way to the disk. */
    record Saving() implements State {}

    /** Cannot be kept; the cell stays open. */
    record Refused(Throwable why) implements State {}

    /**
     * Somebody else changed it since it was read.
     *
     * @param theirs what stands there now, in the type of the field, null for nothing
     */
    record Conflict(@Nullable Object mine, @Nullable Object theirs) implements State {}

    /**
     * Saved.
     *
     * @param sequence place in the journal; 0 if nothing had changed
     */
    record Saved(long sequence) implements State {}
  }

  private final CustomerBook book;
  private final Background background;
  private final Field<CustomerRecord> field;
  private final CustomerRecord seen;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Open());
  private @Nullable Object base;

  /**
   * @param seen the line as it was shown when the edit began
   */
  public CellEdit(
      CustomerBook book, Background background, Field<CustomerRecord> field, CustomerRecord seen) {
    this.book = book;
    this.background = background;
    this.field = field;
    this.seen = seen;
    this.base = field.value(seen);
  }

  /** The field that is edited. */
  public Field<CustomerRecord> field() {
    return field;
  }

  /** The line as it was shown when the edit began. */
  public CustomerRecord seen() {
    return seen;
  }

  /** The value as it was shown when the edit began. */
  public @Nullable Object before() {
    return base;
  }

  /** How far the edit is. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Typing goes on: a reason shown goes away. */
  public void typed() {
    if (!(state.get() instanceof State.Saving)) {
      state.set(new State.Open());
    }
  }

  /** The value cannot be read; the cell stays open. */
  public void refuse(Throwable why) {
    state.set(new State.Refused(why));
  }

  /**
   * Saves the value.
   *
   * @param value in the type of the field; null or an empty text for nothing
   */
  public void save(@Nullable Object value) {
    if (state.get() instanceof State.Saving) {
      return;
    }
    Object wanted = value instanceof String text ? filled(text) : value;
    if (field.key().equals("name") && wanted == null) {
      refuse(new ProblemException("customer.problem.name_empty"));
    } else if (Objects.equals(wanted, base)) {
      state.set(new State.Saved(0));
    } else {
      state.set(new State.Saving());
      background.run(progress -> attempt(wanted)).orElse(this::refuse).then(state::set);
    }
  }

  private static @Nullable String filled(String text) {
    return text.isBlank() ? null : text.strip();
  }

  /** After a conflict: the new value takes the place of what somebody else wrote. */
  public void saveAnyway() {
    if (state.get() instanceof State.Conflict conflict) {
      base = conflict.theirs();
      state.set(new State.Open());
      save(conflict.mine());
    }
  }

  private State attempt(@Nullable Object wanted) {
    try {
      return write(wanted);
    } catch (StaleRowException e) {
      // Somebody wrote between our reading and writing: look again, and ask if it was this value.
      return write(wanted);
    }
  }

  private State write(@Nullable Object wanted) {
    CustomerRecord now =
        book.lines(List.of(seen.id())).stream()
            .findFirst()
            .orElseThrow(() -> new ProblemException("customer.problem.gone"));
    Object stored = field.value(now);
    if (!Objects.equals(stored, base)) {
      return Objects.equals(stored, wanted)
          ? new State.Saved(0)
          : new State.Conflict(wanted, stored);
    }
    return new State.Saved(
        field.key().equals(ListFields.PHONE)
            ? book.setMainPhone(seen.id(), Objects.toString(wanted, ""))
            : book.save(now, field.with(now, wanted)));
  }
}
