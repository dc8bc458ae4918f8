package app.ringbook.timeline.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.Background;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.FakeTimelineBook;
import app.ringbook.testkit.FrontQueue;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.timeline.view.TimelineModel.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelineModelTest {
  private static final long CUSTOMER = 7;
  private final FakeClock clock = new FakeClock();
  private final FrontQueue front = new FrontQueue();
  private final Background background = new Background(front);
  private final FakeTimelineBook book = new FakeTimelineBook(clock);
  private final TimelineModel model = new TimelineModel(book, background, front, clock);

  @AfterEach
  void stop() {
    background.close();
  }

  @Test
  void groupsEntriesByTheUsersDaysNewestFirst() {
    Instant now = clock.now();
    happened(TimelineKind.NOTE, now.minus(Duration.ofHours(20)), "yesterday");
    happened(TimelineKind.CALL, now.minus(Duration.ofHours(1)), "an hour ago");
    happened(TimelineKind.NOTE, now, "now");
    shown();

    assertThat(seen())
        .containsExactly("2026-11-22", "now", "an hour ago", "2026-11-21", "yesterday");
  }

  @Test
  void aCustomerWithoutEntriesIsEmpty() {
    model.show(CUSTOMER);

    front.runUntil(() -> model.status().get() == Status.EMPTY);
  }

  @Test
  void filtersByOneKindAndAddsAnother() {
    happened(TimelineKind.NOTE, clock.now(), "note");
    happened(TimelineKind.CALL, clock.now(), "call");
    happened(TimelineKind.CREATED, clock.now(), "created");
    shown();
    assertThat(model.total()).isEqualTo(3);

    model.want(TimelineKind.CALL, false);
    front.runUntil(() -> model.rows().size() == 2);
    assertThat(seen()).containsExactly("2026-11-22", "call");

    model.want(TimelineKind.NOTE, true);
    front.runUntil(() -> model.rows().size() == 3);
    assertThat(model.wanted().get()).isEqualTo(Set.of(TimelineKind.CALL, TimelineKind.NOTE));

    model.want(TimelineKind.CALL, true);
    front.runUntil(() -> model.rows().size() == 2);
    assertThat(seen()).containsExactly("2026-11-22", "note");
  }

  @Test
  void aKindWithoutEntriesSaysSoAndAllBringsThemBack() {
    happened(TimelineKind.NOTE, clock.now(), "note");
    shown();
    model.want(TimelineKind.IMPORTED, false);
    front.runUntil(() -> model.status().get() == Status.NOTHING_FOUND);

    model.wantAll();

    front.runUntil(() -> model.status().get() == Status.READY);
  }

  @Test
  void readsFiftyAtATime() {
    for (int i = 0; i < 120; i++) {
      happened(TimelineKind.NOTE, clock.now().minusSeconds(i), "note " + i);
    }
    shown();
    assertThat(model.rows()).hasSize(1 + 50 + 1);
    assertThat(model.rows().getLast()).isInstanceOf(TimelineRow.Older.class);

    model.more();
    front.runUntil(() -> model.rows().size() == 1 + 100 + 1);
    model.more();
    front.runUntil(() -> model.rows().size() == 1 + 120);

    assertThat(seen()).contains("note 0", "note 119").doesNotHaveDuplicates();
  }

  @Test
  void newsComeInAtTheTopAndLeaveTheRestInPlace() {
    happened(TimelineKind.NOTE, clock.now().minusSeconds(60), "old");
    shown();
    List<Integer> removed = new ArrayList<>();
    model
        .rows()
        .addListener(
            (ListChangeListener<TimelineRow>)
                change -> {
                  while (change.next()) {
                    removed.add(change.getRemovedSize());
                  }
                });

    happened(TimelineKind.CALL, clock.now(), "new");
    front.runUntil(() -> model.rows().size() == 3);

    assertThat(seen()).containsExactly("2026-11-22", "new", "old");
    assertThat(removed).containsOnly(0);
  }

  @Test
  void anUndoneNoteGoesAway() {
    shownEmpty();
    long sequence = book.note(CUSTOMER, "oops", null);
    front.runUntil(() -> model.status().get() == Status.READY);

    book.undo(sequence);

    front.runUntil(() -> model.status().get() == Status.EMPTY);
  }

  @Test
  void newsOfAnotherCustomerChangeNothing() {
    shownEmpty();
    book.add(CUSTOMER + 1, TimelineKind.NOTE, clock.now(), "other", null);
    front.runWaiting();

    assertThat(model.rows()).isEmpty();
  }

  @Test
  void aFailureIsShown() {
    book.failWith(new IllegalStateException("no disk"));
    model.show(CUSTOMER);

    front.runUntil(() -> model.status().get() == Status.FAILED);
  }

  private void happened(TimelineKind kind, Instant at, String title) {
    book.add(CUSTOMER, kind, at, title, null);
  }

  private void shown() {
    model.show(CUSTOMER);
    front.runUntil(() -> model.status().get() == Status.READY);
  }

  private void shownEmpty() {
    model.show(CUSTOMER);
    front.runUntil(() -> model.status().get() == Status.EMPTY);
  }

  private List<String> seen() {
    return model.rows().stream()
        .map(
            row ->
                switch (row) {
                  case TimelineRow.Day day -> day.date().toString();
                  case TimelineRow.Happened happened -> happened.entry().title();
                  case TimelineRow.Older _ -> "more";
                })
        .toList();
  }
}
