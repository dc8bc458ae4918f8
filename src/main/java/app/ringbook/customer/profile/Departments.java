package app.ringbook.customer.profile;

import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to departments of customers. Not for the window's thread. */
public final class Departments {
  private final Database database;

  /** Over this database. */
  public Departments(Database database) {
    this.database = database;
  }

  /** The departments of a customer, the oldest first. */
  public List<Department> of(long customerId) {
    return database.read(ProfileMapper.class, m -> m.departments(customerId));
  }

  /** The departments of several customers. */
  public List<Department> of(List<Long> customerIds) {
    return customerIds.isEmpty()
        ? List.of()
        : database.read(ProfileMapper.class, m -> m.departmentsOf(customerIds));
  }

  /** Adds a department; one of that name that is there already is returned instead. */
  public Database.Done<Department> add(long customerId, String name) {
    return database.inTransaction(
        Change.of("customer.change.department_added", name.strip()),
        tx -> addIn(tx, customerId, name));
  }

  /** As {@link #add}, inside a transaction. */
  public static Department addIn(Transaction transaction, long customerId, String name) {
    String plain = named(name);
    ProfileMapper mapper = transaction.mapper(ProfileMapper.class);
    for (Department known : mapper.departments(customerId)) {
      if (known.name().equalsIgnoreCase(plain)) {
        return known;
      }
    }
    long id = transaction.nextId(ProfileRows.DEPARTMENT);
    transaction.insert(ProfileRows.department(new Department(id, 0, customerId, plain)));
    return stored(mapper, id);
  }

  /** Gives a department another name. */
  public Database.Done<Department> rename(Department department, String name) {
    return database.inTransaction(
        Change.of("customer.change.department_renamed", department.name()),
        tx -> {
          tx.update(ProfileRows.department(department.withName(named(name))));
          return stored(tx.mapper(ProfileMapper.class), department.id());
        });
  }

  /** Deletes a department; its people stay with the customer. */
  public Database.Done<Boolean> delete(Department department) {
    return database.inTransaction(
        Change.of("customer.change.department_deleted", department.name()),
        tx -> {
          unlink(tx, tx.mapper(ProfileMapper.class).contactsOfDepartment(department.id()));
          tx.delete(ProfileRows.DEPARTMENT, department.id(), department.version());
          return true;
        });
  }

  static void unlink(Transaction transaction, List<ProfileMapper.RowKey> contacts) {
    for (ProfileMapper.RowKey contact : contacts) {
      transaction.update(
          Row.of("contact", contact.id(), contact.version()).set("department_id", null).build());
    }
  }

  private static String named(String name) {
    if (name.isBlank()) {
      throw new ProblemException("customer.problem.department_empty");
    }
    return name.strip();
  }

  private static Department stored(ProfileMapper mapper, long id) {
    @Nullable Department department = mapper.department(id);
    if (department == null) {
      throw new ProblemException("customer.problem.department_gone");
    }
    return department;
  }
}
