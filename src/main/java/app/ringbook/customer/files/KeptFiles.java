package app.ringbook.customer.files;

import app.ringbook.customer.profile.ProfileRows;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The door to files of customers. Removing one takes its row; the file itself stays in the folder,
 * so that undo brings it back whole. Not for the window's thread.
 */
public final class KeptFiles {
  private static final int LONGEST_NAME = 500;

  /** A stored name inside the values of users' fields. */
  private static final Pattern IN_FIELD =
      Pattern.compile("[0-9a-f]{2}/[0-9a-f]{64}(\\.[a-z0-9]+)?");

  private final Database database;
  private final FileFolder folder;
  private final AppClock clock;

  /** Over this database and folder. */
  public KeptFiles(Database database, FileFolder folder, AppClock clock) {
    this.database = database;
    this.folder = folder;
    this.clock = clock;
  }

  /** The files of a customer, the newest first. */
  public List<KeptFile> of(long customerId) {
    return database.read(FileMapper.class, m -> m.files(customerId));
  }

  /**
   * Copies a file into the data folder and keeps it with a customer; returns its id.
   *
   * @throws app.ringbook.platform.ProblemException if it cannot be copied: then nothing changed
   */
  public Database.Done<Long> add(long customerId, Path source) {
    FileFolder.Copied copied = folder.take(source);
    String name = String.valueOf(source.getFileName());
    String shortName = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    return database.inTransaction(
        Change.of("customer.change.file_added", shortName),
        tx -> {
          long id = tx.nextId(ProfileRows.FILE);
          tx.insert(
              Row.of(ProfileRows.FILE, id, 0)
                  .set("customer_id", customerId)
                  .set("name", shortName)
                  .set("stored_name", copied.storedName())
                  .set("bytes", copied.bytes())
                  .set("sha256", copied.sha256())
                  .set("added_at", clock.now())
                  .set("author", database.actor())
                  .build());
          return id;
        });
  }

  /** Takes a file away from its customer. */
  public Database.Done<Boolean> remove(KeptFile file) {
    return database.inTransaction(
        Change.of("customer.change.file_removed", file.name()),
        tx -> {
          tx.delete(ProfileRows.FILE, file.id(), file.version());
          return true;
        });
  }

  /**
   * Deletes files that no customer and no field of the user's refers to for longer than what is
   * deleted can be put back.
   *
   * @param days whole days a deleted record can be put back
   * @return how many files went
   */
  public int purge(int days) {
    Set<String> referred = new HashSet<>(database.read(FileMapper.class, FileMapper::stored));
    for (String custom : database.read(FileMapper.class, FileMapper::inFields)) {
      Matcher name = IN_FIELD.matcher(custom);
      while (name.find()) {
        referred.add(name.group());
      }
    }
    LocalDate today = clock.today();
    try {
      return folder.purge(referred, today, today.minusDays(days));
    } catch (IOException e) {
      throw new ProblemException(e, "customer.file.problem.purge");
    }
  }

  /** A copy of the file to look at, checked against its checksum. */
  public Path toOpen(KeptFile file) {
    return folder.toOpen(file.storedName(), file.name());
  }

  /**
   * Copies a file for a field that holds files.
   *
   * @return what the field stores: {@code stored name/name}
   */
  public String keepForField(Path source) {
    return folder.take(source).storedName() + "/" + source.getFileName();
  }

  /** A copy of a field's file to look at. */
  public Path toOpen(String value) {
    int cut = value.indexOf('/', value.indexOf('/') + 1);
    return cut < 0
        ? folder.toOpen(value, value)
        : folder.toOpen(value.substring(0, cut), value.substring(cut + 1));
  }

  /** The name a person sees of what a field stores. */
  public static String shown(String value) {
    return value.substring(value.lastIndexOf('/') + 1);
  }
}
