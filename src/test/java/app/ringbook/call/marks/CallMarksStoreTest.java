package app.ringbook.call.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.ProblemException;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

class CallMarksStoreTest {

  @OnBothDatabases
  void aMarkIsKeptWithItsPlaceAndPlaysFiveSecondsBefore(TestDatabase test) {
    CallMarks marks = new CallMarks(test.database(), test.clock());
    CallMark mark = marks.mark("k/1", CallMark.Kind.PRICE, 133_000, "  45 a piece ").value();
    assertThat(mark.playFromMillis()).isEqualTo(128_000);
    assertThat(
            test.rows("SELECT call_key, position_millis, kind, note FROM call_mark")
                .getFirst()
                .values())
        .containsExactly("k/1", 133_000L, "PRICE", "45 a piece");
    assertThat(mark.author()).isEqualTo(test.database().actor());
    assertThat(mark.createdAt()).isEqualTo(test.clock().now());
    assertThat(marks.list("k/1")).containsExactly(mark);
    assertThat(marks.list("k/2")).isEmpty();
  }

  @OnBothDatabases
  void marksComeInTheOrderOfTheSound(TestDatabase test) {
    CallMarks marks = new CallMarks(test.database(), test.clock());
    marks.mark("k/1", CallMark.Kind.RIVAL, 9000, null);
    marks.mark("k/1", CallMark.Kind.COMMENT, 2000, "good opening");
    marks.mark("k/1", CallMark.Kind.NOTE, -5, " ");
    assertThat(marks.list("k/1"))
        .extracting(CallMark::positionMillis)
        .containsExactly(0L, 2000L, 9000L);
    assertThat(marks.list("k/1").getFirst().note()).isNull();
    assertThat(marks.list("k/1").getFirst().playFromMillis()).isZero();
  }

  @OnBothDatabases
  void aMarkIsNotedTakenAwayAndBroughtBack(TestDatabase test) {
    CallMarks marks = new CallMarks(test.database(), test.clock());
    CallMark mark = marks.mark("k/1", CallMark.Kind.PROMISE, 1000, null).value();
    CallMark noted = marks.note(mark.id(), "samples on Friday").value();
    assertThat(noted.note()).isEqualTo("samples on Friday");
    assertThat(noted.positionMillis()).isEqualTo(1000);
    long removed = marks.remove(mark.id()).sequence();
    assertThat(marks.list("k/1")).isEmpty();
    assertThatThrownBy(() -> marks.remove(mark.id())).isInstanceOf(ProblemException.class);
    test.database().undo(removed);
    assertThat(marks.list("k/1")).extracting(CallMark::note).containsExactly("samples on Friday");
  }

  @OnBothDatabases
  void listenersHearWhichCallsMarksChanged(TestDatabase test) {
    CallMarks marks = new CallMarks(test.database(), test.clock());
    List<Set<String>> heard = new CopyOnWriteArrayList<>();
    marks.changes().add(heard::add);
    CallMark mark = marks.mark("k/1", CallMark.Kind.DECIDER, 1, null).value();
    marks.remove(mark.id());
    await().until(() -> heard.size() == 2);
    assertThat(heard).containsOnly(Set.of("k/1"));
  }
}
