package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallResults;
import app.ringbook.call.NumberLabel;
import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.marks.CallMark;
import app.ringbook.call.results.NextProposal;
import app.ringbook.customer.Match;
import app.ringbook.customer.twins.TwinsFoundException;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The calls the pop-up shows: one in full, the others as strips. What a person types is kept as a
 * draft and saved in the background. Used on the window's thread.
 */
public final class CallPopupModel {
  /** How long an ended call stays when nobody touches it. */
  public static final Duration STAYS = Duration.ofSeconds(60);

  /** So many calls are shown at most, as far as they are over. */
  static final int MOST = 8;

  private final PopupHouse house;
  private final Background background;
  private final AppClock clock;
  private final NextProposal next;
  private final PopupConsents consents;
  private final PopupHandset handset;
  private final PopupMatching matching;
  private final ObservableList<PopupCall> calls = FXCollections.observableArrayList();
  private final PopupFront front = new PopupFront();
  private LongConsumer saved = sequence -> {};
  private Instant liftUntil = Instant.EPOCH;
  private BiConsumer<PhoneNumber, Boolean> dial = (number, doNotCall) -> {};

  /** A pop-up without calls. */
  public CallPopupModel(PopupHouse house, Background background, AppClock clock) {
    this.house = house;
    this.background = background;
    this.clock = clock;
    this.next = new NextProposal(house::settings, clock);
    this.consents = new PopupConsents(house, background);
    this.handset = new PopupHandset(house, background);
    this.matching = new PopupMatching(house, background);
  }

  /** Told the journal entry after each save, so that an undo can be offered. */
  public void onSaved(LongConsumer listener) {
    saved = listener;
  }

  /** Asked to call a number back, with whether its owner does not want to be called. */
  public void onDial(BiConsumer<PhoneNumber, Boolean> listener) {
    dial = listener;
  }

  /** The kit dials now and a person has to lift the handset: the call that comes of it says so. */
  public void liftNow() {
    liftUntil = clock.now().plus(PopupCall.DIALS);
  }

  /** Calls the other end of a call that is over. */
  public void callBack(PopupCall call) {
    CallCard.Customer customer = call.customerProperty().get();
    LeadSlot.Known lead = call.stranger().leadProperty().get();
    boolean refused = customer != null ? customer.doNotCall() : lead != null && lead.doNotCall();
    dial.accept(call.cardProperty().get().number(), refused);
  }

  /** All calls, the oldest first; the pop-up is shown while there is one. */
  public ObservableList<PopupCall> calls() {
    return calls;
  }

  /** The call shown in full; null if there is none, or all are strips. */
  public ReadOnlyObjectProperty<@Nullable PopupCall> frontProperty() {
    return front.property();
  }

  /** A call began, or more is known of one; a call between own lines shows nothing. */
  public void told(CallCard card) {
    PopupCall known = byKey(card.call().key()).orElse(null);
    if (known != null) {
      front.update(known, card);
    } else if (!card.call().ended() && !(card.match() instanceof Match.Own)) {
      PopupCall fresh = new PopupCall(card, clock);
      fresh.liftUntil(liftUntil);
      makeRoom();
      // Before it is one of the calls, so that it never stands there as a strip first.
      if (!quiet()) {
        front.began(fresh);
      }
      calls.add(fresh);
      background
          .run(
              progress -> {
                progress.giveWay();
                return house.draft(fresh.key());
              })
          .then(draft -> draft.ifPresent(fresh::restore));
      consents.load(fresh);
      matching.lead(fresh);
    }
  }

  /** However many calls come and go: those that are over and nobody touched go first. */
  private void makeRoom() {
    if (calls.size() >= MOST) {
      calls.stream().filter(PopupCall::untouchedAndOver).findFirst().ifPresent(this::later);
    }
  }

  /** While this is true somebody works in the pop-up: the call shown in full stays so. */
  void keepFrontWhile(BooleanSupplier working) {
    front.keepWhile(working);
  }

  /** True while calls come in as strips: quiet hours, or somebody does not want to be disturbed. */
  public boolean quiet() {
    return house.settings().stripOnly(LocalDateTime.ofInstant(clock.now(), clock.zone()));
  }

  /** Shows this call in full; the one before becomes a strip. */
  public void show(PopupCall call) {
    keepFront();
    front.set(call);
  }

  /** Makes a strip of the call shown in full; an ended one is put aside. */
  public void collapse() {
    PopupCall call = front.get();
    if (call == null) {
      return;
    }
    if (call.over()) {
      later(call);
    } else {
      keepFront();
      front.set(null);
    }
  }

  /** Time passed: ended calls nobody touches are put aside. Called every second. */
  public void tick() {
    for (PopupCall call : List.copyOf(calls)) {
      if (call.idleSince(STAYS)) {
        later(call);
      }
    }
  }

  /** Typing paused: what was typed is kept. */
  public void keepDraft(PopupCall call) {
    if (!call.unkept()) {
      return;
    }
    PopupHouse.Draft draft = call.draft();
    call.kept();
    background
        .run(
            progress -> {
              house.keepDraft(call.key(), draft);
              return draft;
            })
        .orElse(e -> failed(call, e))
        .then(done -> {});
  }

  /** Keeps everything typed, for the end of the program. Waits for nothing. */
  public void keepAll() {
    calls.forEach(this::keepDraft);
  }

  /** Puts the call aside: it stands under "to review" with its draft. */
  public void later(PopupCall call) {
    handset.over(call);
    keepDraft(call);
    remove(call);
  }

  /** Saves the call; it leaves the pop-up once it is saved. */
  public void save(PopupCall call) {
    ProblemException missing = call.missing();
    if (missing != null) {
      call.problemProperty().set(missing);
      return;
    }
    save(call, call.whose());
  }

  /** Marks the number as a nuisance and saves what was typed. */
  public void nuisance(PopupCall call) {
    save(call, new CallResults.Whose.Labelled(NumberLabel.NUISANCE));
  }

  private void save(PopupCall call, CallResults.Whose whose) {
    if (call.savingProperty().get()) {
      return;
    }
    handset.over(call);
    CallResults.Result result = call.result(whose);
    call.problemProperty().set(null);
    call.savingProperty().set(true);
    background
        .run(progress -> house.save(result))
        .orElse(e -> failed(call, e))
        .then(
            sequence -> {
              call.savingProperty().set(false);
              remove(call);
              saved.accept(sequence);
            });
  }

  /** Takes a saved call back. */
  public void undo(long sequence) {
    background
        .run(
            progress -> {
              house.undo(sequence);
              return sequence;
            })
        .then(done -> {});
  }

  /** Starts, pauses or goes on with the recording. */
  public void record(PopupCall call, boolean wanted) {
    background
        .run(
            progress -> {
              house.record(call.key(), wanted);
              return wanted;
            })
        .orElse(e -> failed(call, e))
        .then(done -> {});
  }

  /** Pauses the recording of a call in which people talk, or goes on with it. */
  public void pauseOrGoOn(PopupCall call) {
    switch (call.headline()) {
      case RECORDING -> record(call, false);
      case PAUSED, TALKING -> record(call, true);
      default -> {}
    }
  }

  /** Notes what the other end says of being recorded, once people talk. */
  public void consent(PopupCall call, RecordingCare.Consent answer) {
    consents.answer(call, answer);
  }

  /** What the other ends say of being recorded. */
  PopupConsents consents() {
    return consents;
  }

  /** What a person says of the handset where the kit can't tell. */
  PopupHandset handset() {
    return handset;
  }

  /**
   * Takes a call that rings on a kit which can't tell, or ends one that was taken by hand, the one
   * in front before others; false if there is none.
   */
  public boolean takeOrEnd() {
    PopupCall shown = front.get();
    Optional<PopupCall> found =
        Stream.concat(Stream.ofNullable(shown), calls.stream())
            .filter(call -> PopupHandset.wanted(call.cardProperty().get()))
            .findFirst();
    found.ifPresent(handset::toggle);
    return found.isPresent();
  }

  /** Whose call it is. */
  PopupMatching matching() {
    return matching;
  }

  /** The call in which people talk, the one in front before others. */
  public Optional<PopupCall> talking() {
    PopupCall shown = front.get();
    return Stream.concat(Stream.ofNullable(shown), calls.stream())
        .filter(PopupFront::talks)
        .findFirst();
  }

  /**
   * Sets a mark at this moment of a call in which people talk. A promise proposes the next contact;
   * a promise and a rival begin a line of the note for what was said.
   */
  public void mark(PopupCall call, CallMark.Kind kind) {
    if (!PopupFront.talks(call)) {
      return;
    }
    background
        .run(progress -> house.mark(call.key(), kind))
        .orElse(e -> failed(call, e))
        .then(call.marks()::add);
    if (kind == CallMark.Kind.PROMISE && call.nextContactProperty().get() == null) {
      call.propose(next.soon());
    }
    if (kind == CallMark.Kind.PROMISE || kind == CallMark.Kind.RIVAL) {
      call.wantsLineProperty().set(kind);
    }
  }

  /** Takes a mark away. */
  public void unmark(PopupCall call, CallMark mark) {
    background
        .run(
            progress -> {
              house.unmark(mark);
              return mark;
            })
        .orElse(e -> failed(call, e))
        .then(call.marks()::remove);
  }

  /** The results there are keys for, in their order. */
  public List<String> results() {
    return house.settings().results();
  }

  /** What to say, in {@code en} or {@code zh}; may be empty. */
  public String script(String language) {
    return house.settings().scripts().getOrDefault(language, "");
  }

  /**
   * Says what the call came to, and proposes the next contact unless a person chose one; the same
   * once more takes it back.
   *
   * @param key 1 to 9; others are ignored
   */
  public void result(PopupCall call, int key) {
    List<String> results = results();
    if (key < 1 || key > results.size() || !PopupResults.wanted(call.cardProperty().get())) {
      return;
    }
    String result = results.get(key - 1);
    if (result.equals(call.resultProperty().get())) {
      call.resultProperty().set(null);
      call.propose(null);
      return;
    }
    call.resultProperty().set(result);
    CallCard.Customer customer = call.customerProperty().get();
    call.propose(
        next.after(
                result,
                customer == null ? null : customer.tier(),
                customer == null ? null : customer.nextContactAt())
            .orElse(null));
  }

  private void keepFront() {
    Optional.ofNullable(front.get()).ifPresent(this::keepDraft);
  }

  private void remove(PopupCall call) {
    calls.remove(call);
    front.removed(call, calls);
  }

  static void failed(PopupCall call, Throwable failure) {
    call.savingProperty().set(false);
    if (failure instanceof TwinsFoundException found) {
      call.stranger().twins().setAll(found.twins());
    }
    call.problemProperty()
        .set(
            failure instanceof ProblemException known
                ? known
                : new ProblemException(failure, "call.popup.problem.failed"));
  }

  private Optional<PopupCall> byKey(String key) {
    return calls.stream().filter(call -> call.key().equals(key)).findFirst();
  }
}
