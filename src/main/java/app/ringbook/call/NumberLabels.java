package app.ringbook.call;

import app.ringbook.platform.PhoneNumber;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers that are nobody's customer. Not for the window's thread. */
public final class NumberLabels {
  private final Database database;

  /** Reads and writes through this database. */
  public NumberLabels(Database database) {
    this.database = database;
  }

  /** What a person said of a number. */
  public Optional<NumberLabel> of(PhoneNumber number) {
    if (number.raw().isEmpty()) {
      return Optional.empty();
    }
    CallMapper.Label label =
        database.read(CallMapper.class, m -> m.label(CallRows.labelled(number)));
    return Optional.ofNullable(label).map(CallMapper.Label::label);
  }

  /** Says it of a number, or takes it back with null. */
  public Database.Done<Boolean> set(PhoneNumber number, @Nullable NumberLabel label) {
    return database.inTransaction(
        Change.of("call.change.labelled", number.raw()),
        tx -> {
          setIn(tx, number, label);
          return true;
        });
  }

  /** As {@link #set}, inside a transaction. */
  void setIn(Transaction transaction, PhoneNumber number, @Nullable NumberLabel label) {
    if (number.raw().isEmpty()) {
      return;
    }
    String key = CallRows.labelled(number);
    CallMapper.Label before = transaction.mapper(CallMapper.class).label(key);
    if (label == null) {
      if (before != null) {
        transaction.delete(CallRows.LABELS, before.id(), before.version());
      }
      return;
    }
    Row.Builder row =
        before == null
            ? Row.of(CallRows.LABELS, transaction.nextId(CallRows.LABELS), 0).set("note", null)
            : Row.of(CallRows.LABELS, before.id(), before.version());
    row.set("number", key).set("label", label.name());
    if (before == null) {
      transaction.insert(row.build());
    } else {
      transaction.update(row.build());
    }
  }
}
