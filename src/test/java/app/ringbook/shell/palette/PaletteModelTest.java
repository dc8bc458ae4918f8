package app.ringbook.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.Background;
import app.ringbook.platform.Texts;
import app.ringbook.ui.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaletteModelTest {
  /** Stands for the window's thread: the test does what is queued. */
  private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  private final Executor front = queue::add;
  private final Background background = new Background(front);
  private final List<String> done = new ArrayList<>();
  private final AtomicReference<Texts> language = new AtomicReference<>(Texts.ENGLISH);
  private final PaletteModel model =
      new PaletteModel(
          background,
          language::get,
          () ->
              List.of(
                  Action.of("back", "shell.action.back", "Alt Left", () -> done.add("back")),
                  Action.of("dark", "shell.action.dark", () -> done.add("dark"))));

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void commandsAreFoundByWordsAndInitials() {
    model.ask(">light");
    assertThat(titles()).containsExactly("Actions", "Switch light and dark");
    model.ask("sla");
    assertThat(titles()).contains("Switch light and dark").doesNotContain("Go back");
    run(model.enter());
    assertThat(done).containsExactly("dark");
  }

  @Test
  void chineseCommandsAreFoundByPinyinAndItsInitials() throws InterruptedException {
    language.set(Texts.CHINESE);
    String dark = Texts.CHINESE.text("shell.action.dark");
    model.ask("");
    answer();
    for (String typed :
        List.of("qhsqs", "sqs", "qiehuan", "shenqian", "qie huan", ">qhsqs", "切换")) {
      model.ask(typed);
      assertThat(titles()).as(typed).contains(dark);
    }
    for (String typed : List.of("q", "qhx", "xyz")) {
      model.ask(typed);
      assertThat(titles()).as(typed).doesNotContain(dark);
    }
  }

  @Test
  void aLateSourceFillsInWithoutMovingTheSelection() throws InterruptedException {
    CountDownLatch slow = new CountDownLatch(1);
    model.add((text, limit, progress) -> List.of(hit(SearchHit.Group.CONTACTS, "Maya")));
    model.add(
        (text, limit, progress) -> {
          try {
            assertThat(slow.await(10, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return List.of(hit(SearchHit.Group.CUSTOMERS, "Mayer"));
        });
    model.ask("may");
    answer();
    assertThat(titles()).startsWith("Contacts", "Maya");
    model.choose(1);
    slow.countDown();
    answer();
    assertThat(titles()).startsWith("Customers", "Mayer", "Contacts", "Maya");
    assertThat(model.chosenProperty().get()).isEqualTo(3);
  }

  @Test
  void answersToAnOlderTextAreDropped() throws InterruptedException {
    model.add((text, limit, progress) -> List.of(hit(SearchHit.Group.CUSTOMERS, "for " + text)));
    model.ask("a");
    model.ask("ab");
    answer();
    answer();
    assertThat(titles()).contains("for ab").doesNotContain("for a");
  }

  @Test
  void whatWasOpenedIsOfferedNextTime() throws InterruptedException {
    model.add((text, limit, progress) -> List.of(hit(SearchHit.Group.CUSTOMERS, "Zwick")));
    model.ask("z");
    answer();
    run(model.enter());
    assertThat(done).containsExactly("open Zwick");
    model.reset();
    assertThat(titles()).startsWith("Recent", "Zwick");
  }

  @Test
  void aNewCustomerIsOfferedForAnyTextButNotForCommands() {
    model.onNewCustomer(name -> done.add("new " + name));
    model.ask("Zwick");
    assertThat(titles()).containsExactly("Actions", "New customer “Zwick”");
    run(model.enter());
    assertThat(done).containsExactly("new Zwick");
    model.ask(">Zwick");
    assertThat(titles()).isEmpty();
    assertThat(model.enter()).isNull();
  }

  @Test
  void moreShowsWhatElseCanBeDone() throws InterruptedException {
    model.add((text, limit, progress) -> List.of(hit(SearchHit.Group.CUSTOMERS, "Zwick")));
    model.ask("z");
    answer();
    assertThat(model.more()).isTrue();
    assertThat(titles()).containsExactly("Zwick", "Switch light and dark");
    assertThat(model.less()).isTrue();
    assertThat(titles()).startsWith("Customers", "Zwick");
  }

  private void answer() throws InterruptedException {
    await().until(() -> !queue.isEmpty());
    queue.take().run();
  }

  private static void run(@org.jspecify.annotations.Nullable Runnable what) {
    java.util.Objects.requireNonNull(what).run();
  }

  private List<String> titles() {
    return model.rows().stream()
        .map(
            row ->
                switch (row) {
                  case PaletteModel.Row.Heading heading -> heading.title();
                  case PaletteModel.Row.Found found -> found.hit().title();
                  case PaletteModel.Row.Doable doable -> doable.title();
                })
        .toList();
  }

  private SearchHit hit(SearchHit.Group group, String title) {
    return new SearchHit(
        group,
        title,
        "",
        "",
        List.of(),
        () -> done.add("open " + title),
        null,
        List.of(Action.of("dark", "shell.action.dark", () -> done.add("dark"))));
  }
}
