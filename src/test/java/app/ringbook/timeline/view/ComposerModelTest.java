package app.ringbook.timeline.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.view.Changes;
import app.ringbook.platform.Background;
import app.ringbook.platform.Texts;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.FakeTimelineBook;
import app.ringbook.testkit.FakeToasts;
import app.ringbook.testkit.FrontQueue;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.words.DateWords;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerModelTest {
  private static final long CUSTOMER = 7;
  private final FakeClock clock = new FakeClock();
  private final FrontQueue front = new FrontQueue();
  private final Background background = new Background(front);
  private final FakeTimelineBook book = new FakeTimelineBook(clock);
  private final FakeToasts toasts = new FakeToasts();
  private final Changes changes =
      new Changes(background, new Language(Texts.ENGLISH), toasts, book::undo);
  private final ComposerModel model = new ComposerModel(book, changes, new DateWords(clock)::first);

  @AfterEach
  void stop() {
    background.close();
  }

  @ParameterizedTest
  @CsvSource({
    "明天10点, 2026-11-23T10:00",
    "客户要合同，明天10点, 2026-11-23T10:00",
    "明天10点回访, 2026-11-23T10:00",
    "Wants an offer. Call back thu 1030, 2026-11-26T10:30",
    "call again tomorrow 3pm, 2026-11-23T15:00",
  })
  void wordsForAMomentAtTheEndAreOffered(String typed, String moment) {
    model.about(CUSTOMER);
    model.text().set(typed);

    assertThat(offered()).isEqualTo(LocalDateTime.parse(moment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "They liked the demo", "报价 380000 元", "Maya was in dismay"})
  void otherWordsAreNotTakenForAMoment(String typed) {
    model.about(CUSTOMER);
    model.text().set(typed);

    assertThat(offered()).isNull();
  }

  @Test
  void aRefusedOfferStaysAwayWhileTheMomentIsTheSame() {
    model.about(CUSTOMER);
    model.text().set("call thu 1030");
    model.refuseOffer();
    assertThat(offered()).isNull();

    model.text().set("call fri 1030");

    assertThat(offered()).isEqualTo(LocalDateTime.parse("2026-11-27T10:30"));
  }

  @Test
  void savingKeepsTheNoteAndUndoTakesItBack() {
    model.about(CUSTOMER);
    model.text().set("  They liked the demo ");
    model.save();
    front.runUntil(() -> !toasts.all().isEmpty());
    assertThat(entry().detail()).isEqualTo("They liked the demo");
    assertThat(model.text().get()).isEmpty();

    toasts.pressLast();
    front.runUntil(() -> toasts.all().size() == 2);

    assertThat(book.counts(CUSTOMER)).isEmpty();
  }

  @Test
  void aNoteThatCannotBeSavedStaysTyped() {
    model.about(CUSTOMER);
    model.text().set("They liked the demo");
    book.failWith(new IllegalStateException("no disk"));
    model.save();
    front.runUntil(() -> !toasts.all().isEmpty());

    assertThat(toasts.last().kind()).isEqualTo(Toast.Kind.ERROR);
    assertThat(model.text().get()).isEqualTo("They liked the demo");
    assertThat(model.saving().get()).isFalse();
  }

  @Test
  void whatWasTypedStaysForTheSameCustomerOnly() {
    model.about(CUSTOMER);
    model.text().set("half a sentence");
    model.about(CUSTOMER);
    assertThat(model.text().get()).isEqualTo("half a sentence");

    model.about(CUSTOMER + 1);
    assertThat(model.text().get()).isEmpty();
    model.about(CUSTOMER);

    assertThat(model.text().get()).isEqualTo("half a sentence");
  }

  private TimelineEntry entry() {
    return book.read(CUSTOMER, Set.of(), null, 1).getFirst();
  }

  private @Nullable LocalDateTime offered() {
    var offer = model.offer().get();
    return offer == null ? null : LocalDateTime.ofInstant(offer, clock.zone());
  }
}
