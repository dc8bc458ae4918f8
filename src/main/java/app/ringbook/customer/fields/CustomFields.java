package app.ringbook.customer.fields;

import app.ringbook.platform.Listeners;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The door to the fields that users define. What is defined is kept in memory and follows every
 * change, undo included, so asking is free on any thread; changing is not for the window's thread.
 * Each change returns the place of its journal entry, by which it can be undone.
 */
public final class CustomFields implements FieldDefinitions {
  /** The most fields of their own an object may have. */
  public static final int MOST = 200;

  private static final int LONGEST_LABEL = 200;
  private static final int LONGEST_OPTION = 200;
  private final Database database;
  private final Listeners<List<CustomField>> changes = new Listeners<>();
  private volatile List<CustomField> known;

  /** Reads what is defined, and follows the database from now on. */
  public CustomFields(Database database) {
    this.database = database;
    database.changes().add(this::committed);
    known = read();
  }

  @Override
  public List<CustomField> of(FieldObject object) {
    return known.stream().filter(f -> f.object() == object && !f.archived()).toList();
  }

  @Override
  public List<CustomField> allOf(FieldObject object) {
    return known.stream().filter(f -> f.object() == object).toList();
  }

  /** The field with this key, also if it was put away. */
  public Optional<CustomField> byKey(FieldObject object, String key) {
    return known.stream().filter(f -> f.object() == object && f.key().equals(key)).findFirst();
  }

  /** Told all fields after each change, on the thread that read them. */
  public Listeners<List<CustomField>> changes() {
    return changes;
  }

  /** Reads again what is defined: in a team others define fields too. */
  public void refresh() {
    List<CustomField> now = read();
    if (!now.equals(known)) {
      known = now;
      changes.tell(now);
    }
  }

  /**
   * Defines a field, behind the others.
   *
   * @param formula how it is computed, with other fields by key; null for every other kind
   * @throws ProblemException if the name is empty, too long or taken, a list has no words, or the
   *     formula cannot be read
   */
  public Database.Done<CustomField> add(
      FieldObject object,
      FieldKind kind,
      String label,
      List<String> options,
      @Nullable String formula) {
    return database.inTransaction(
        Change.of("customer.change.field_added", label.strip()),
        tx -> {
          List<CustomField> now = fields(tx).stream().filter(f -> f.object() == object).toList();
          if (now.size() >= MOST) {
            throw new ProblemException("customer.field.problem.many", MOST);
          }
          long id = tx.nextId(CustomFieldRows.TABLE);
          int place = now.stream().mapToInt(CustomField::position).max().orElse(-1) + 1;
          CustomField fresh =
              checked(
                  new CustomField(
                      id, 0, object, "x" + id, kind, label, options, formula, place, false),
                  now);
          tx.insert(CustomFieldRows.row(fresh));
          return stored(tx, id);
        });
  }

  /** Gives a field another name; values, views and formulas keep to its key. */
  public Database.Done<CustomField> rename(CustomField field, String label) {
    return change("customer.change.field_renamed", field, f -> f.withLabel(label));
  }

  /** Changes name, words to choose from and formula at once. */
  public Database.Done<CustomField> redefine(
      CustomField field, String label, List<String> options, @Nullable String formula) {
    return change(
        "customer.change.field_changed",
        field,
        f -> f.withLabel(label).withOptions(options).withFormula(formula));
  }

  /** Puts a field away, or brings it back; its values stay. */
  public Database.Done<CustomField> setArchived(CustomField field, boolean archived) {
    String action =
        archived ? "customer.change.field_archived" : "customer.change.field_brought_back";
    return change(action, field, f -> f.withArchived(archived));
  }

  /**
   * Moves a field among those that are shown.
   *
   * @param steps places towards the end; negative towards the front
   */
  public Database.Done<CustomField> move(CustomField field, int steps) {
    return database.inTransaction(
        Change.of("customer.change.field_moved", field.label()),
        tx -> {
          List<CustomField> all =
              new ArrayList<>(
                  fields(tx).stream().filter(f -> f.object() == field.object()).toList());
          List<Integer> shown = new ArrayList<>();
          int at = -1;
          for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id() == field.id()) {
              at = shown.size();
            }
            if (!all.get(i).archived() || all.get(i).id() == field.id()) {
              shown.add(i);
            }
          }
          if (at < 0) {
            throw new ProblemException("customer.field.problem.gone");
          }
          int to = shown.get(Math.clamp(at + (long) steps, 0, shown.size() - 1));
          CustomField moved = all.remove((int) shown.get(at));
          all.add(to, moved);
          for (int i = 0; i < all.size(); i++) {
            if (all.get(i).position() != i) {
              tx.update(CustomFieldRows.row(all.get(i).withPosition(i)));
            }
          }
          return stored(tx, field.id());
        });
  }

  private Database.Done<CustomField> change(
      String action, CustomField field, UnaryOperator<CustomField> how) {
    return database.inTransaction(
        Change.of(action, field.label()),
        tx -> {
          List<CustomField> others =
              fields(tx).stream()
                  .filter(f -> f.object() == field.object() && f.id() != field.id())
                  .toList();
          CustomField before = stored(tx, field.id());
          CustomField after = checked(how.apply(before), others);
          if (!after.equals(before)) {
            tx.update(CustomFieldRows.row(after));
          }
          return stored(tx, field.id());
        });
  }

  private static CustomField checked(CustomField field, List<CustomField> others) {
    String label = field.label().strip();
    if (label.isEmpty()) {
      throw new ProblemException("customer.field.problem.no_label");
    }
    if (label.length() > LONGEST_LABEL || label.indexOf('[') >= 0 || label.indexOf(']') >= 0) {
      throw new ProblemException("customer.field.problem.label", LONGEST_LABEL);
    }
    String folded = label.toLowerCase(Locale.ROOT);
    if (!field.archived()
        && others.stream()
            .anyMatch(f -> !f.archived() && f.label().toLowerCase(Locale.ROOT).equals(folded))) {
      throw new ProblemException("customer.field.problem.taken", label);
    }
    List<String> options =
        field.options().stream()
            .map(o -> o.replace('\n', ' ').strip())
            .filter(o -> !o.isEmpty())
            .distinct()
            .toList();
    if (field.kind().hasOptions() && options.isEmpty()) {
      throw new ProblemException("customer.field.problem.no_options");
    }
    if (options.stream().anyMatch(o -> o.length() > LONGEST_OPTION)) {
      throw new ProblemException("customer.field.problem.option", LONGEST_OPTION);
    }
    String formula = field.formula();
    if (field.kind() == FieldKind.FORMULA) {
      formula = Formula.of(formula == null ? "" : formula).source();
    }
    return field.withLabel(label).withOptions(options).withFormula(formula);
  }

  private List<CustomField> read() {
    return database.read(CustomFieldMapper.class, m -> fields(m.all()));
  }

  private static List<CustomField> fields(Transaction transaction) {
    return fields(transaction.mapper(CustomFieldMapper.class).all());
  }

  private static List<CustomField> fields(List<CustomFieldMapper.FieldRow> rows) {
    return rows.stream().flatMap(row -> CustomFieldRows.field(row).stream()).toList();
  }

  private static CustomField stored(Transaction transaction, long id) {
    CustomFieldMapper.FieldRow row = transaction.mapper(CustomFieldMapper.class).byId(id);
    return Optional.ofNullable(row)
        .flatMap(CustomFieldRows::field)
        .orElseThrow(() -> new ProblemException("customer.field.problem.gone"));
  }

  private void committed(Committed committed) {
    if (committed.rows().stream().anyMatch(r -> r.table().equals(CustomFieldRows.TABLE))) {
      refresh();
    }
  }
}
