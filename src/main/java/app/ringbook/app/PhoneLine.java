package app.ringbook.app;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallDesk;
import app.ringbook.call.CallRecord;
import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.kits.PhoneKits;
import app.ringbook.call.marks.CallMark;
import app.ringbook.call.share.RecordingCopies;
import app.ringbook.call.view.CallPopup;
import app.ringbook.call.view.CallPopupModel;
import app.ringbook.call.view.LineModel;
import app.ringbook.call.view.LinePace;
import app.ringbook.call.view.PopupCall;
import app.ringbook.call.view.PopupOwner;
import app.ringbook.call.view.SilenceScreen;
import app.ringbook.call.view.StoredCallsBook;
import app.ringbook.call.view.StoredPopupHouse;
import app.ringbook.customer.ListQuery;
import app.ringbook.platform.Listeners;
import app.ringbook.settings.CallSettings;
import app.ringbook.shell.MainWindow;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.capture.LineTap;
import app.ringbook.telephony.capture.Replays;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.driver.SimulatedKits;
import app.ringbook.telephony.network.NetworkLines;
import app.ringbook.telephony.recorder.WavFile;
import app.ringbook.telephony.serial.SerialPorts;
import app.ringbook.telephony.simulator.SimulatedKit;
import app.ringbook.ui.Action;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Page;
import app.ringbook.ui.Toast;
import app.ringbook.ui.WindowTools;
import app.ringbook.ui.words.DateWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.SetChangeListener;

/** The phone line of the window: kits, desk and pop-up, built over the services. */
final class PhoneLine implements AutoCloseable {
  private static final Duration TRIAL_TALK = Duration.ofSeconds(15);
  private final Wiring house;
  private final WindowTools tools;
  private final SimulatedKits ports;
  private final LineTap tap;
  private final PhoneKits kits;
  private final LineModel line;
  private final CallPopup popup;
  private final CallPopupModel popupModel;
  private final CallDesk desk;
  private volatile ObservableBooleanValue folded = new SimpleBooleanProperty(false);

  /**
   * @param openCustomer brings the window forward at a customer
   */
  PhoneLine(
      Wiring house,
      MainWindow window,
      PopupOwner owner,
      DateWords words,
      LongConsumer openCustomer) {
    this.house = house;
    tools = window.tools();
    ports = new SimulatedKits(new NetworkLines(new SerialPorts()), house.clock());
    tap = new LineTap(new Replays(ports, house.clock()), house.clock());
    kits =
        new PhoneKits(house.settings(), Drivers::byName, tap, house.phonePolicy(), house.clock());
    line = new LineModel(house.clock(), Fx.executor());
    popupModel =
        new CallPopupModel(
            new StoredPopupHouse(
                house.database(),
                house.drafts(),
                house.results(),
                house.cards(),
                house.searchNow(),
                house.matcher(),
                house.marks(),
                house.leadSlot(),
                house.soundCare().consents(),
                this::callSettings,
                this::desk),
            tools.background(),
            house.clock());
    popup =
        new CallPopup(
            popupModel,
            line,
            house.numbers(),
            words::first,
            openCustomer,
            tools.language(),
            tools.formats(),
            house.clock(),
            System.getProperty("os.name", "").startsWith("Mac"));
    desk = house.desk(new SilenceScreen(popup, line), kits);
    line.silentKits()
        .addListener(
            (SetChangeListener<String>)
                change -> window.lineCard().setSilent(!change.getSet().isEmpty()));
    popup.onPainted(house.rightOfWay()::release);
    popup.ownedBy(owner);
    popup.slideUnless(window.reduceMotion());
    window.keepRoom(popup.placeProperty());
    desk.saved().add(house.soundCare()::saved);
    kits.tell(desk);
    kits.tell(line);
    kits.tell(window.lineCard());
    kits.tell(new LinePace(Fx.executor(), house.clock()));
  }

  /** What can be done in a call by key while the main window has the keyboard. */
  List<Action> actions() {
    return List.of(
        Action.of("pause", "app.action.pause", "F8", () -> inCall(popupModel::pauseOrGoOn)),
        consent("F3", "app.action.consent_given", RecordingCare.Consent.GIVEN),
        consent("Shift F3", "app.action.consent_refused", RecordingCare.Consent.REFUSED),
        mark("F4", "app.action.mark_price", CallMark.Kind.PRICE),
        mark("F5", "app.action.mark_rival", CallMark.Kind.RIVAL),
        mark("F6", "app.action.mark_promise", CallMark.Kind.PROMISE),
        mark("F7", "app.action.mark_decider", CallMark.Kind.DECIDER),
        Action.of("take", "app.action.take", "F9", this::takeOrEnd),
        Action.of("quiet", "app.action.quiet", this::toggleQuiet));
  }

  /** What the pop-up takes once it was clicked, besides {@link #actions}. */
  static List<Page.Keys> popupKeys() {
    return List.of(
        Page.Keys.of("call.key.save", "Ctrl Enter"),
        Page.Keys.of("call.key.result", "1", "9", "Ctrl 1", "Ctrl 9"),
        Page.Keys.of("app.action.popup_next", "Ctrl T"),
        Page.Keys.of("call.popup.fold", "Esc"));
  }

  private Action mark(String key, String title, CallMark.Kind kind) {
    return Action.of(
        "mark-" + kind.name(), title, key, () -> inCall(call -> popupModel.mark(call, kind)));
  }

  private Action consent(String key, String title, RecordingCare.Consent answer) {
    return Action.of(
        "consent-" + answer.name(),
        title,
        key,
        () -> inCall(call -> popupModel.consent(call, answer)));
  }

  private void inCall(Consumer<PopupCall> act) {
    popupModel
        .talking()
        .ifPresentOrElse(
            act, () -> tools.toasts().show(Toast.warning(tools.language().now("app.call.none"))));
  }

  private void takeOrEnd() {
    if (!popupModel.takeOrEnd()) {
      tools.toasts().show(Toast.warning(tools.language().now("app.call.none_to_take")));
    }
  }

  private void toggleQuiet() {
    house.settings().changeCall(c -> c.withDoNotDisturb(!c.doNotDisturb()));
  }

  /** While this is true calls come as strips, and one that is shown in full becomes one. */
  void foldWhile(ObservableBooleanValue watched) {
    folded = watched;
    watched.addListener(
        (o, was, now) -> {
          PopupCall front = popupModel.frontProperty().get();
          if (now && front != null && !front.over()) {
            popupModel.collapse();
          }
        });
  }

  /** Read on any thread. */
  private CallSettings callSettings() {
    CallSettings chosen = house.settings().call();
    return folded.get() ? chosen.withDoNotDisturb(true) : chosen;
  }

  PhoneKits kits() {
    return kits;
  }

  /**
   * Locked recordings are open now: what a crash cut off goes to its call, and calls going on are
   * recorded, behind what was cut off of them. Waits for disk and database.
   */
  void unlocked() {
    house.unlocked();
    desk.unlocked();
  }

  /** Listens in on the ports, for the line laboratory. */
  LineTap tap() {
    return tap;
  }

  /** Calls whose row became durable. */
  Listeners<CallRecord> saved() {
    return desk.saved();
  }

  LineModel model() {
    return line;
  }

  CallPopupModel popupModel() {
    return popupModel;
  }

  /** Opens the line: from here on calls are heard. */
  void listen() {
    kits.start();
    Fx.later(popup::rehearse);
  }

  /** Calls as they are kept, for all who show them. */
  StoredCallsBook callsBook() {
    return new StoredCallsBook(
        house.database(),
        house.calls(),
        house.drafts(),
        house.customers(),
        house.matcher(),
        house.searchNow(),
        house.numbers(),
        house.recordings(),
        house.marks(),
        house.soundCare().kept(),
        house.leadSlot(),
        new RecordingCopies(
            house.database(),
            house.clock(),
            file -> WavFile.open(file, house.recordings().vault())),
        house.clock());
  }

  CallPopup popup() {
    return popup;
  }

  /** True once a kit is there. */
  boolean kitReady() {
    return kits.statuses().stream().anyMatch(s -> s.state() == LinkStatus.State.READY);
  }

  /** True while the call in front of the pop-up is recorded. */
  boolean popupRecording() {
    PopupCall call = popupModel.frontProperty().get();
    return call != null
        && call.cardProperty().get().recording().state() == CallCard.Recording.State.RUNNING;
  }

  /** True once the pop-up's facts about the caller in front have come. */
  boolean popupFactsKnown() {
    PopupCall call = popupModel.frontProperty().get();
    return call != null && call.factsKnown();
  }

  /** Writes into the note of the call in front of the pop-up. */
  void typeNote(String text) {
    PopupCall call = popupModel.frontProperty().get();
    if (call != null) {
      call.noteProperty().set(text);
    }
  }

  /** Saves the call in front of the pop-up, as its button does. */
  void savePopup() {
    PopupCall call = popupModel.frontProperty().get();
    if (call != null) {
      popupModel.save(call);
    }
  }

  /** A built-in kit, to let it ring. */
  Optional<SimulatedKit> simulatedKit(String driver) {
    return ports.kit(driver);
  }

  private CallDesk desk() {
    return desk;
  }

  /** The built-in kits that are in use ring with a customer's number, as a trial. */
  void ringSimulated() {
    tools
        .background()
        .run(progress -> someNumber())
        .then(
            number ->
                house.settings().phone().kits().stream()
                    .filter(kit -> kit.port().startsWith(SimulatedKits.PREFIX))
                    .findFirst()
                    .flatMap(kit -> ports.kit(kit.driver()))
                    .ifPresent(kit -> kit.call(number, null, TRIAL_TALK)));
  }

  private String someNumber() {
    long[] ids = house.customerList().ids(ListQuery.ALL);
    if (ids.length == 0) {
      return "13800138000";
    }
    int place = Math.floorMod(house.clock().nanoTime() / 1000, ids.length);
    return house
        .customers()
        .portrait(ids[place])
        .mainPhone()
        .map(phone -> phone.number().raw().replaceAll("[^0-9+]", ""))
        .orElse("13800138000");
  }

  @Override
  public void close() {
    kits.close();
    Fx.now(popup::close);
    desk.close();
  }
}
