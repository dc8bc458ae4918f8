package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallResults;
import app.ringbook.call.NumberLabel;
import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.marks.CallMark;
import app.ringbook.customer.Match;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.telephony.CallState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One call in the pop-up: what is known, what a person typed, and what is still to be decided. Used
 * on the window's thread. What it does to the house goes through {@link CallPopupModel}.
 */
public final class PopupCall {
  private final AppClock clock;
  private final ObjectProperty<CallCard> card;
  private final ObjectProperty<CallCard.@Nullable Customer> customer =
      new SimpleObjectProperty<>(null);
  private final ObjectProperty<Body> body = new SimpleObjectProperty<>(Body.UNKNOWN);
  private final StringProperty note = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Instant> nextContact = new SimpleObjectProperty<>(null);
  private final ObjectProperty<@Nullable String> result = new SimpleObjectProperty<>(null);
  private final ObjectProperty<RecordingCare.@Nullable Consent> consent =
      new SimpleObjectProperty<>(null);
  private final BooleanProperty recordingErased = new SimpleBooleanProperty();
  private final PopupStranger stranger = new PopupStranger();
  private final ObservableList<CallMark> marks = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable ProblemException> problem =
      new SimpleObjectProperty<>(null);
  private final BooleanProperty saving = new SimpleBooleanProperty();
  private boolean draftKept;
  private final ObjectProperty<CallMark.@Nullable Kind> wantsLine =
      new SimpleObjectProperty<>(null);
  private @Nullable Instant proposed;
  private @Nullable Instant lastTouched;
  private String toldName = "";
  private boolean telling;
  private boolean typed;
  private Instant liftUntil = Instant.EPOCH;
  private boolean noneOfThese;
  private boolean overruled;
  private boolean chosen;

  /** A modem holds the line for so long until the handset is lifted. */
  static final Duration DIALS = Duration.ofSeconds(30);

  /** What the middle of the pop-up shows. */
  public enum Body {
    /** The customer. */
    KNOWN,
    /** Several it may be, to be picked from. */
    CHOOSE,
    /** Nobody's number. */
    UNKNOWN
  }

  PopupCall(CallCard card, AppClock clock) {
    this.clock = clock;
    this.card = new SimpleObjectProperty<>(card);
    adopt(card);
    adoptName(card);
    for (Observable typing : List.of(note, nextContact, result)) {
      typing.addListener(o -> touched());
    }
    stranger.typing().forEach(typing -> typing.addListener(o -> touched()));
  }

  /** The kit dialled, and until that moment waits for the handset. */
  void liftUntil(Instant moment) {
    liftUntil = moment;
  }

  /** True while a person has to lift the handset for a call that the kit dialled. */
  boolean toLift() {
    return card.get().call().state() == CallState.DIALLING && clock.now().isBefore(liftUntil);
  }

  /** The call's identity. */
  public String key() {
    return card.get().call().key();
  }

  /** The name the line tells, which may come after the first ring, unless somebody typed one. */
  private void adoptName(CallCard fresh) {
    String told = fresh.call().callerName();
    if (told != null && stranger.personProperty().get().equals(toldName)) {
      toldName = told;
      telling = true;
      stranger.personProperty().set(told);
      telling = false;
    }
  }

  void update(CallCard fresh) {
    boolean endsNow = fresh.call().ended() && !card.get().call().ended();
    card.set(fresh);
    adopt(fresh);
    adoptName(fresh);
    if (endsNow) {
      lastTouched = clock.now();
    }
  }

  /** The match is shown at once; what else is known of the customer is read a moment later. */
  private static CallCard.@Nullable Customer customerOf(CallCard card) {
    CallCard.Customer known = card.customer();
    if (known != null
        || !card.call().verified()
        || !(card.match() instanceof Match.One(Match.Candidate one))) {
      return known;
    }
    return new CallCard.Customer(
        one.customerId(),
        one.customerName(),
        null,
        one.contactId(),
        one.contactName(),
        one.role(),
        null,
        null,
        null,
        null,
        false,
        List.of());
  }

  /** False while only the match is known of the customer. */
  public boolean factsKnown() {
    return chosen || card.get().customer() != null;
  }

  /** What the line says goes into the pop-up unless a person has decided already. */
  private void adopt(CallCard fresh) {
    CallCard.Customer told = customerOf(fresh);
    if ((customer.get() == null && !overruled) || (!chosen && same(customer.get(), told))) {
      customer.set(told);
    }
    settle();
  }

  private static boolean same(CallCard.@Nullable Customer one, CallCard.@Nullable Customer other) {
    return one != null && other != null && one.id() == other.id();
  }

  void choose(CallCard.Customer picked) {
    chosen = true;
    customer.set(picked);
    problem.set(null);
    settle();
    touched();
  }

  /** Proposes a next contact, or none, unless a person chose one. */
  void propose(@Nullable Instant at) {
    if (nextContact.get() == null || Objects.equals(nextContact.get(), proposed)) {
      proposed = at;
      nextContact.set(at);
    }
  }

  /** None of the candidates is it. */
  public void noneOfThese() {
    body.set(Body.UNKNOWN);
    noneOfThese = true;
  }

  /** Back to choosing, for a wrong match. */
  public void unchoose() {
    customer.set(null);
    chosen = false;
    overruled = true;
    if (card.get().match().candidates().size() < 2) {
      noneOfThese = true;
      stranger.kindProperty().set(PopupStranger.Kind.EXISTING);
    }
    settle();
  }

  private void settle() {
    if (customer.get() != null) {
      body.set(Body.KNOWN);
    } else {
      body.set(
          card.get().match() instanceof Match.Several several
                  && !several.ranked().isEmpty()
                  && !noneOfThese
              ? Body.CHOOSE
              : Body.UNKNOWN);
    }
  }

  /** Takes over what was typed before, unless something was typed since. */
  void restore(PopupHouse.Draft draft) {
    if (!typed) {
      note.set(draft.note());
      nextContact.set(draft.nextContactAt());
      result.set(draft.result());
      typed = false;
      draftKept = true;
    }
  }

  /** The number is a lead's; what the program fills in is not typing. */
  void known(LeadSlot.Known lead) {
    boolean typedBefore = typed;
    Instant touchedBefore = lastTouched;
    stranger.known(lead);
    typed = typedBefore;
    lastTouched = touchedBefore;
  }

  private void touched() {
    if (telling) {
      return;
    }
    typed = true;
    draftKept = false;
    problem.set(null);
    lastTouched = clock.now();
  }

  /** True once it is over and nobody has done anything with it for this long. */
  boolean idleSince(Duration patience) {
    Instant touched = lastTouched;
    return over()
        && !saving.get()
        && touched != null
        && !clock.now().isBefore(touched.plus(patience));
  }

  /** True once it is over, if nobody has typed anything. */
  boolean untouchedAndOver() {
    return over() && !saving.get() && !typed;
  }

  /** All that is to be saved, if it is this one's call. */
  CallResults.Result result(CallResults.Whose whose) {
    CallCard.Customer matched = card.get().customer();
    return new CallResults.Result(
        key(),
        card.get().number(),
        matched == null || overruled ? null : matched.id(),
        whose,
        note.get().strip(),
        nextContact.get(),
        result.get());
  }

  /** What is typed now. */
  PopupHouse.Draft draft() {
    return new PopupHouse.Draft(note.get().strip(), nextContact.get(), result.get());
  }

  /** True if something was typed that is not kept yet. */
  boolean unkept() {
    return typed && !draftKept;
  }

  void kept() {
    draftKept = true;
  }

  /** Whose call this is, as far as a person or the match said so. */
  CallResults.Whose whose() {
    CallCard.Customer known = customer.get();
    if (known != null) {
      return new CallResults.Whose.Existing(known.id(), known.contactId());
    }
    return switch (body.get() == Body.CHOOSE
        ? PopupStranger.Kind.EXISTING
        : stranger.kindProperty().get()) {
      case NEW_CUSTOMER -> stranger.fresh();
      case LEAD -> stranger.asLead();
      case EXISTING -> new CallResults.Whose.Open();
      case NOT_CUSTOMER -> new CallResults.Whose.Labelled(NumberLabel.NOT_CUSTOMER);
    };
  }

  /** Why it can't be saved as it stands, or null. */
  @Nullable ProblemException missing() {
    return switch (whose()) {
      case CallResults.Whose.Fresh fresh
          when fresh.person().isEmpty() && fresh.company().isEmpty() ->
          new ProblemException("call.popup.problem.name");
      case CallResults.Whose.Open open when body.get() == Body.CHOOSE ->
          new ProblemException("call.popup.problem.choose");
      case CallResults.Whose.Open open -> new ProblemException("call.popup.problem.link");
      default -> null;
    };
  }

  /** What the head of the pop-up says now. */
  public PopupHeadline headline() {
    return PopupHeadline.of(card.get());
  }

  /** True after the end of the call. */
  public boolean over() {
    return card.get().call().state() == CallState.ENDED;
  }

  /** How long people talk or talked. */
  public Duration talking() {
    Instant answered = card.get().answeredAt();
    if (over() || answered == null) {
      return Duration.ofMillis(card.get().call().talkMillis());
    }
    return Duration.between(answered, clock.now());
  }

  /** How long it rings or rang. */
  public Duration ringing() {
    if (card.get().call().state() == CallState.RINGING) {
      return Duration.between(card.get().call().startedAt(), clock.now());
    }
    return Duration.ofMillis(card.get().call().ringMillis());
  }

  /** What is known of the call. */
  public ObjectProperty<CallCard> cardProperty() {
    return card;
  }

  /** Whose call it is; null while nobody is sure. */
  public ObjectProperty<CallCard.@Nullable Customer> customerProperty() {
    return customer;
  }

  /** What the middle shows. */
  public ObjectProperty<Body> bodyProperty() {
    return body;
  }

  /** The note. */
  public StringProperty noteProperty() {
    return note;
  }

  /** The next contact, or null. */
  public ObjectProperty<@Nullable Instant> nextContactProperty() {
    return nextContact;
  }

  /** What the call came to, see {@code CallRecord.result}; or null. */
  public ObjectProperty<@Nullable String> resultProperty() {
    return result;
  }

  /** The kind of mark for which the note wants a line; whoever shows the note takes it away. */
  ObjectProperty<CallMark.@Nullable Kind> wantsLineProperty() {
    return wantsLine;
  }

  /** What is said of an unknown caller. */
  public PopupStranger stranger() {
    return stranger;
  }

  /** Marks set in this call, the earliest first. */
  public ObservableList<CallMark> marks() {
    return marks;
  }

  /** What the other end said of being recorded, once it is stored; null before. */
  ObjectProperty<RecordingCare.@Nullable Consent> consentProperty() {
    return consent;
  }

  /** True once the recording of a call that is over was erased here. */
  BooleanProperty recordingErasedProperty() {
    return recordingErased;
  }

  /** Why the last save failed, or null. */
  public ObjectProperty<@Nullable ProblemException> problemProperty() {
    return problem;
  }

  /** True while it is being saved. */
  public BooleanProperty savingProperty() {
    return saving;
  }
}
