package app.ringbook.customer.view.profile;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.platform.ProblemException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fields of one customer being changed in a form. Only what was changed here is written, on top of
 * what stands there when it is saved; a field that somebody else changed too is named first. Saving
 * runs off the window's thread, one at a time.
 */
final class FieldsEdit {

  /** A field that somebody else changed as well; saving once more keeps what was typed here. */
  static final class Overlap extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Field<CustomerRecord> field;
    private final transient @Nullable Object theirs;

    Overlap(Field<CustomerRecord> field, @Nullable Object theirs) {
      super(field.key() + " was changed by somebody else");
      this.field = field;
      this.theirs = theirs;
    }

    Field<CustomerRecord> field() {
      return field;
    }

    @Nullable Object theirs() {
      return theirs;
    }
  }

  private final ProfileBook book;
  private CustomerRecord base;

  FieldsEdit(ProfileBook book, CustomerRecord base) {
    this.book = book;
    this.base = base;
  }

  /** The values the form began with. */
  CustomerRecord base() {
    return base;
  }

  /**
   * Writes what was changed; returns its place in the journal, 0 if nothing was.
   *
   * @param typed what stands in the form now
   * @param reason why it is another company, although it has the name or code of one; or empty
   * @throws Overlap once for each field that somebody else changed as well
   * @throws ProblemException if it cannot be kept
   */
  long save(Map<Field<CustomerRecord>, @Nullable Object> typed, String reason) {
    CustomerRecord now =
        book.known(base.customer().id())
            .map(ProfileBook.Known::record)
            .orElseThrow(() -> new ProblemException("customer.problem.gone"));
    CustomerRecord changed = now;
    for (Map.Entry<Field<CustomerRecord>, @Nullable Object> entry : typed.entrySet()) {
      Field<CustomerRecord> field = entry.getKey();
      Object mine = entry.getValue();
      Object before = field.value(base);
      if (Objects.equals(mine, before)) {
        continue;
      }
      if (field.key().equals("name") && mine == null) {
        throw new ProblemException("customer.problem.name_empty");
      }
      Object theirs = field.value(now);
      if (!Objects.equals(theirs, before) && !Objects.equals(theirs, mine)) {
        base = field.with(base, theirs);
        throw new Overlap(field, theirs);
      }
      changed = field.with(changed, mine);
    }
    if (!reason.isBlank()) {
      changed = changed.with(changed.profile().change().differentReason(reason).build());
    }
    return changed.equals(now) ? 0 : book.save(now, changed);
  }
}
