package app.ringbook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.backup.Finding;
import app.ringbook.store.file.FolderFiles;
import app.ringbook.store.journal.JournalFiles;
import app.ringbook.testkit.FakeClock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryStoreTest {
  private static final Change CHANGE = Change.of("customer.change.created", "A");
  @TempDir Path base;
  private Path temp = Path.of("");

  @BeforeEach
  void folder() throws IOException {
    temp = Files.createDirectory(base.resolve("data"));
  }

  @Test
  void entryWhoseCommitNeverCameIsCarriedOutAtTheNextStart() throws Exception {
    try (Database database = open(temp)) {
      add(database, "Before");
      copy(temp, temp("killed"));
      add(database, "Acknowledged");
      copyJournal(temp, temp("killed"));
    }
    try (Database database = open(temp("killed"))) {
      assertThat(database.opened().unclean()).isTrue();
      assertThat(database.opened().replayedEntries()).isEqualTo(2);
      assertThat(names(temp("killed"))).containsExactly("Before", "Acknowledged");
      assertThat(add(database, "Next")).isEqualTo(3);
    }
    assertThat(names(temp("killed"))).containsExactly("Before", "Acknowledged", "Next");
  }

  @Test
  void idsStayUniqueAfterAReplay() throws Exception {
    try (Database database = open(temp)) {
      copy(temp, temp("killed"));
      add(database, "A");
      add(database, "B");
      copyJournal(temp, temp("killed"));
    }
    try (Database database = open(temp("killed"))) {
      long id = database.inTransaction(CHANGE, tx -> tx.nextId("customer")).value();
      assertThat(id).isEqualTo(3);
    }
  }

  @Test
  void tornTailOfAnyLengthIsCutAndEverythingBeforeItHolds() throws Exception {
    try (Database database = open(temp)) {
      add(database, "A");
      copy(temp, temp("base"));
      add(database, "Torn");
      copyJournal(temp, temp("base"));
    }
    Path segment = new JournalFiles(new AppFolders(temp("base")).journal()).files().get(0);
    JournalFiles.Segment whole = JournalFiles.read(segment);
    long lastEntry = 21L + whole.entries().get(1).payload().length;
    assertThat(whole.goodBytes()).isEqualTo(Files.size(segment));
    for (long cut = 1; cut <= lastEntry; cut++) {
      Path copy = temp("journal" + cut);
      Files.createDirectories(copy);
      Path file = copy.resolve(String.valueOf(segment.getFileName()));
      Files.copy(segment, file);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(whole.goodBytes() - cut);
      }
      try (JournalFiles journal = new JournalFiles(copy)) {
        journal.resume();
        journal.append(2, new byte[] {1, 2, 3});
      }
      JournalFiles.Segment cutOne = JournalFiles.read(file);
      assertThat(cutOne.damaged()).isFalse();
      assertThat(cutOne.entries()).extracting(JournalFiles.Entry::sequence).containsExactly(1L, 2L);
    }
    cutEnd(segment, lastEntry / 2);
    try (Database database = open(temp("base"))) {
      assertThat(names(temp("base"))).containsExactly("A");
      assertThat(add(database, "B")).isEqualTo(2);
    }
  }

  @Test
  void abortedEntryIsNeverReplayed() throws Exception {
    try (Database database = open(temp)) {
      add(database, "A");
      copy(temp, temp("killed"));
      add(database, "Never happened");
      copyJournal(temp, temp("killed"));
    }
    try (JournalFiles journal = new JournalFiles(new AppFolders(temp("killed")).journal())) {
      journal.resume();
      journal.abort(2);
    }
    try (Database database = open(temp("killed"))) {
      assertThat(names(temp("killed"))).containsExactly("A");
      assertThat(database.opened().replayedEntries()).isEqualTo(1);
    }
  }

  @Test
  void rowsDeletedMovedAndReusedReplayToTheirLastState() throws Exception {
    try (Database database = open(temp)) {
      copy(temp, temp("old"));
      add(database, "A");
      database.write(CHANGE, tx -> tx.insert(TestRows.contact(tx.nextId("contact"), 1, "Anna")));
      database.write(CHANGE, tx -> tx.insert(label(1)));
      copy(temp, temp("new"));
      database.write(CHANGE, tx -> tx.delete("contact", 1, 1));
      database.write(CHANGE, tx -> tx.delete("customer", 1, 1));
      database.write(CHANGE, tx -> tx.delete("number_label", 1, 1));
      database.write(CHANGE, tx -> tx.insert(label(2)));
      copyJournal(temp, temp("old"));
      copy(temp, temp("new"));
    }
    for (String state : List.of("old", "new")) {
      open(temp(state)).close();
      assertThat(names(temp(state))).isEmpty();
      assertThat(query(temp(state), "SELECT id FROM number_label")).containsExactly("2");
      assertThat(query(temp(state), "SELECT COUNT(*) FROM contact")).containsExactly("0");
    }
  }

  @Test
  void deadFileIsRebuiltFromTheJournalAndKeptAside() throws Exception {
    try (Database database = open(temp)) {
      add(database, "A");
      add(database, "B");
      database.undo(2);
    }
    Path file = temp.resolve("ringbook.mv.db");
    Files.write(file, "this is no database".repeat(1000).getBytes(UTF_8));
    try (Database database = open(temp)) {
      assertThat(names(temp)).containsExactly("A");
      assertThat(database.opened().findings())
          .extracting(Finding::key)
          .containsExactly("store.opened.rebuilt.journal", "store.opened.aside");
      assertThat(add(database, "C")).isEqualTo(4);
    }
    assertThat(FolderFiles.below(temp.resolve("damaged"))).hasSize(1);
  }

  @Test
  void missingFileAndEmptiedFileAreRebuilt() throws Exception {
    try (Database database = open(temp)) {
      add(database, "A");
    }
    Path file = temp.resolve("ringbook.mv.db");
    Files.delete(file);
    open(temp).close();
    assertThat(names(temp)).containsExactly("A");
    Files.write(file, new byte[0]);
    try (Database database = open(temp)) {
      assertThat(database.opened().findings()).isNotEmpty();
    }
    assertThat(names(temp)).containsExactly("A");
  }

  @Test
  void fileReplacedByAnOlderCopyCatchesUp() throws Exception {
    try (Database database = open(temp)) {
      add(database, "A");
    }
    Path file = temp.resolve("ringbook.mv.db");
    Files.copy(file, temp("older"));
    try (Database database = open(temp)) {
      add(database, "B");
    }
    Files.copy(temp("older"), file, StandardCopyOption.REPLACE_EXISTING);
    open(temp).close();
    assertThat(names(temp)).containsExactly("A", "B");
  }

  @Test
  void damagedFileWithoutAnythingToRebuildFromIsRefusedAndLeftAlone() throws Exception {
    Path file = temp.resolve("ringbook.mv.db");
    byte[] garbage = "no database at all".repeat(3000).getBytes(UTF_8);
    Files.write(file, garbage);
    assertThatThrownBy(() -> open(temp))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.key()).isEqualTo("store.problem.damaged"));
    assertThat(Files.readAllBytes(file)).isEqualTo(garbage);
  }

  @Test
  void newerSchemaIsRefusedAndNothingChanged() throws Exception {
    open(temp).close();
    execute(
        temp,
        "INSERT INTO \"flyway_schema_history\" SELECT 999, '999', 'future', 'SQL', 'V999', 0, 'x',"
            + " CURRENT_TIMESTAMP, 1, TRUE");
    assertThatThrownBy(() -> open(temp))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.key()).isEqualTo("store.problem.newer"));
    assertThat(temp.resolve("ringbook.open")).doesNotExist();
  }

  @Test
  void fileHeldByAnotherProcessIsRefused() throws Exception {
    open(temp).close();
    Path file = temp.resolve("ringbook.mv.db");
    ProcessBuilder holder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            HoldFile.class.getName(),
            file.toString());
    Process process = holder.redirectErrorStream(true).start();
    try {
      assertThat(process.inputReader().readLine()).isEqualTo("held");
      assertThatThrownBy(() -> open(temp))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.key()).isEqualTo("store.problem.locked"));
    } finally {
      process.destroyForcibly().waitFor();
    }
    open(temp).close();
  }

  /** Another program that has the file open. */
  static final class HoldFile {
    private HoldFile() {}

    /** Holds the file named until it is killed. */
    public static void main(String[] args) throws IOException {
      try (FileChannel channel =
          FileChannel.open(Path.of(args[0]), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        channel.lock();
        System.out.println("held");
        System.in.read();
      }
    }
  }

  @Test
  void flippedRowIsFoundAfterAnUncleanStopAndRebuilt() throws Exception {
    try (Database database = open(temp)) {
      add(database, "A");
    }
    execute(temp, "UPDATE customer SET name = 'Changed behind our back'");
    Files.writeString(temp.resolve("ringbook.open"), "open");
    try (Database database = open(temp)) {
      assertThat(database.opened().findings()).isNotEmpty();
      assertThat(names(temp)).containsExactly("A");
    }
  }

  private static Row label(long id) {
    return Row.of("number_label", id, 0).set("number", "+49").set("label", "NUISANCE").build();
  }

  private static long add(Database database, String name) {
    return database.write(CHANGE, tx -> tx.insert(TestRows.customer(tx.nextId("customer"), name)));
  }

  private static Database open(Path folder) {
    return Database.open(
        Database.Options.embedded(
            new AppFolders(folder), new FakeClock(), () -> "Test", () -> false),
        Progress.NONE);
  }

  private Path temp(String name) {
    return base.resolve(name);
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : FolderFiles.below(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void copyJournal(Path from, Path to) throws IOException {
    copy(new AppFolders(from).journal(), new AppFolders(to).journal());
  }

  private static void cutEnd(Path file, long bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - bytes);
    }
  }

  private static List<String> names(Path folder) throws SQLException {
    return query(folder, "SELECT name FROM customer ORDER BY id");
  }

  private static List<String> query(Path folder, String sql) throws SQLException {
    try (Connection connection = connect(folder);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private static void execute(Path folder, String sql) throws SQLException {
    try (Connection connection = connect(folder);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(Path folder) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:async:" + new AppFolders(folder).database(), "SA", "");
  }
}
