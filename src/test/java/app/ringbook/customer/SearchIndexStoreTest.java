package app.ringbook.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.customer.CustomerSearch.Hit;
import app.ringbook.customer.memory.NumberKeys;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index file: used where it fits the database, made anew where it does not. */
class SearchIndexStoreTest {
  @TempDir Path folder;

  private final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));

  private Customers customers(TestDatabase test, Database database) {
    return new Customers(database, numbers, test.clock());
  }

  private void fill(TestDatabase test) {
    Customers customers = customers(test, test.database());
    for (int i = 0; i < 40; i++) {
      customers.create(NewCustomer.of("澄宇机械 " + i, List.of(numbers.parse("138123456" + (10 + i)))));
    }
  }

  private static Progress watching(AtomicLong read) {
    return new Progress() {
      @Override
      public void at(long done, long total) {
        read.set(done);
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }

  /** How many texts were read from the database. */
  private long load(TestDatabase test, List<String> questions, List<Object> answers) {
    AtomicLong read = new AtomicLong();
    try (CustomerSearch search = new CustomerSearch(test.database(), folder)) {
      search.load(watching(read));
      for (String question : questions) {
        answers.add(search.find(question, 50).stream().map(Hit::title).toList());
      }
    }
    return read.get();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  @Tag("S1-17")
  void theNextStartReadsTheFileAndWhatWasChangedSince() {
    try (TestDatabase test = TestDatabase.embedded()) {
      fill(test);
      List<String> questions = List.of("chengyu", "cyjx", "澄宇机械 38", "1381234", "5617");
      List<Object> first = new ArrayList<>();
      assertThat(load(test, questions, first)).isEqualTo(80);
      List<Object> second = new ArrayList<>();
      assertThat(load(test, questions, second)).isZero();
      assertThat(second).isEqualTo(first).doesNotContain(List.of());

      Customers customers = customers(test, test.database());
      customers.create(NewCustomer.of("Later Labs", List.of(numbers.parse("13900000000"))));
      Object known = test.rows("SELECT id FROM customer WHERE name = '澄宇机械 38'").get(0).get("id");
      Customer changed = customers.byId((Long) Objects.requireNonNull(known)).orElseThrow();
      customers.edit(changed.change().name("Renamed").build());
      List<Object> third = new ArrayList<>();
      assertThat(load(test, List.of("later", "139000", "澄宇机械 38", "renam"), third)).isZero();
      assertThat(third)
          .isEqualTo(
              List.of(
                  List.of("Later Labs"), List.of("13900000000"), List.of(), List.of("Renamed")));
    }
  }

  @Test
  void aFileThatIsNotWholeIsMadeAnew() throws IOException {
    try (TestDatabase test = TestDatabase.embedded()) {
      fill(test);
      List<String> questions = List.of("chengyu", "1381234");
      List<Object> first = new ArrayList<>();
      load(test, questions, first);
      Random random = new Random(4);
      for (int round = 0; round < 12; round++) {
        Path file = files().getLast();
        byte[] bytes = Files.readAllBytes(file);
        if (round % 3 == 0) {
          bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        } else if (round % 3 == 1) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        } else {
          random.nextBytes(bytes);
        }
        Files.write(file, bytes);
        Files.write(folder.resolve("search-9.index.new"), bytes);
        List<Object> again = new ArrayList<>();
        assertThat(load(test, questions, again)).isEqualTo(80);
        assertThat(again).isEqualTo(first);
        assertThat(files()).hasSize(1);
      }
    }
  }

  @Test
  void aFileOfAnotherDatabaseIsNotBelieved() {
    try (TestDatabase one = TestDatabase.embedded();
        TestDatabase other = TestDatabase.embedded()) {
      fill(one);
      load(one, List.of(), new ArrayList<>());
      Customers customers = customers(other, other.database());
      for (int i = 0; i < 60; i++) {
        customers.create(NewCustomer.of("Other " + i, List.of()));
      }
      List<Object> answers = new ArrayList<>();
      assertThat(load(other, List.of("chengyu", "other 59"), answers)).isEqualTo(60);
      assertThat(answers).isEqualTo(List.of(List.of(), List.of("Other 59")));
    }
  }

  @Test
  void aFileThatIsNewerThanTheDatabaseIsNotBelieved() {
    try (TestDatabase one = TestDatabase.embedded();
        TestDatabase older = TestDatabase.embedded()) {
      fill(one);
      load(one, List.of(), new ArrayList<>());
      customers(older, older.database()).create(NewCustomer.of("Restored", List.of()));
      List<Object> answers = new ArrayList<>();
      load(older, List.of("chengyu", "restored"), answers);
      assertThat(answers).isEqualTo(List.of(List.of(), List.of("Restored")));
    }
  }

  /** Whose number it is, by an index that was loaded now. */
  private List<Long> callers(TestDatabase test, AtomicLong read, String... digits) {
    try (CallerIndex index = new CallerIndex(test.database(), folder)) {
      index.load(watching(read));
      List<Long> owners = new ArrayList<>();
      for (String number : digits) {
        index.find(
            NumberKeys.of(numbers.parse(number), ""),
            (likeness, phone, customer, contact, main) -> owners.add(customer));
      }
      return owners;
    }
  }

  @Test
  void theNextStartKnowsCallersFromTheFileAndWhatWasChangedSince() throws IOException {
    try (TestDatabase test = TestDatabase.embedded()) {
      fill(test);
      AtomicLong read = new AtomicLong();
      List<Long> first = callers(test, read, "13812345610", "13812345649");
      assertThat(first).hasSize(2);
      assertThat(read).hasValue(40);
      read.set(0);
      assertThat(callers(test, read, "13812345610", "13812345649")).isEqualTo(first);
      assertThat(read).hasValue(0);

      Customers customers = customers(test, test.database());
      customers.create(NewCustomer.of("Later", List.of(numbers.parse("13900000000"))));
      customers.delete(first.getFirst());
      assertThat(callers(test, read, "13812345610", "13812345649", "13900000000"))
          .hasSize(2)
          .contains(first.getLast())
          .doesNotContain(first.getFirst());
      test.database().undo(test.database().lastUndoable(Set.of()).orElseThrow());
      assertThat(callers(test, read, "13812345610", "13812345649", "13900000000")).hasSize(3);
      assertThat(read).hasValue(0);

      Path file = files().getLast();
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      assertThat(callers(test, read, "13812345610", "13812345649", "13900000000")).hasSize(3);
      assertThat(read).hasValue(41);
    }
  }

  @Test
  void whatOthersWriteInATeamIsFound() {
    try (TestDatabase test = TestDatabase.postgres();
        Database another = test.another();
        CustomerSearch search = new CustomerSearch(test.database())) {
      fill(test);
      search.load(Progress.NONE);
      Customers theirs = customers(test, another);
      theirs.create(NewCustomer.of("Colleague's", List.of()));
      await().until(() -> search.find("colleague", 5).size() == 1);
      Database.Undoable last = another.lastUndoable(Set.of()).orElseThrow();
      another.undo(last);
      await().until(() -> search.find("colleague", 5).isEmpty());
    }
  }
}
