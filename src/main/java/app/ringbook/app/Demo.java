package app.ringbook.app;

import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.call.view.CallsPage;
import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.Output;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.view.CustomerPage;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.settings.AppearanceSettings;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.spreadsheet.view.ImportStep;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingRepair;
import app.ringbook.telephony.simulator.SimulatedKit;
import app.ringbook.telephony.simulator.SimulatorScript;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.ui.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/**
 * The main job on sample data, as a person does it: a workbook becomes customers, the phone rings,
 * the right customer pops up, the call is recorded and lands on the timeline. Presses the real
 * buttons of the real screens. Runs on a thread of its own.
 */
final class Demo {
  private static final String KNOWN = "051255550342";
  private static final String UNKNOWN = "02155550187";
  private static final String KIT = "x800";

  private final WindowSession session;
  private final DemoStage stage;
  private final boolean looks;
  private long calls;

  /**
   * @param screens folder for the pictures
   * @param looks true to take every picture in both languages, light and dark
   * @param output told each step as it is done
   */
  Demo(WindowSession session, Path screens, boolean looks, Output output) {
    this.session = session;
    this.looks = looks;
    this.stage = new DemoStage(session, screens, looks, output);
  }

  /** Plays everything and returns the exit code. */
  int run() {
    stage.step("open", this::firstRun);
    stage.step("sample", this::sample);
    stage.step("import", this::importWorkbook);
    stage.step("ring", this::ring);
    stage.step("record", this::record);
    stage.step("note", this::note);
    stage.step("timeline", this::timeline);
    stage.step("play", this::play);
    stage.step("missed", this::missed);
    stage.step("look", this::look);
    return stage.finish() ? Exit.DONE : Exit.FAILED;
  }

  /** Where there is a screen: the sample data, and a kit that calls every few minutes. */
  void keepCalling() {
    stage.step("open", this::firstRun);
    stage.step("sample", this::sample);
    stage.step("kit", this::kit);
    List<SimulatorScript> calls =
        List.of(
            call(numberOfCustomer(0), 20_000), call(UNKNOWN, 15_000), call(numberOfCustomer(7), 0));
    // The first call comes at once: somebody is watching.
    simulated().play(calls.getFirst());
    simulated().repeat(calls, Duration.ofMinutes(2));
  }

  private void firstRun() {
    stage.await("first-run screen", () -> stage.shows("shell.first.title"));
    stage.picture("first-run");
  }

  private void sample() {
    stage.press("shell.first.sample.button");
    stage.await("sample customers", () -> session.house().customers().count() > 100);
    stage.await("customers page", () -> session.settings().appearance().firstRunDone());
    stage.open(Place.of("customers"));
    stage.settle();
    stage.picture("customers");
  }

  private void importWorkbook() throws IOException {
    Path file = session.folders().root().resolve("customers.xlsx");
    try (InputStream in = Demo.class.getResourceAsStream("/app/ringbook/sample/customers.xlsx")) {
      if (in == null) {
        throw new IOException("The workbook is not in the program");
      }
      Files.copy(in, file);
    }
    long before = session.house().customers().count();
    stage.onFx(() -> session.screens().importFile(file));
    stage.await("columns", () -> importStep() == ImportStep.MATCH);
    stage.settle();
    stage.picture("import-match");
    stage.onFx(() -> session.screens().importModel().review());
    stage.await("rehearsal", () -> session.screens().importModel().canCommit());
    stage.settle();
    stage.picture("import-review");
    stage.onFx(() -> session.screens().importModel().commit());
    stage.await(
        "import", () -> session.screens().importModel().work().doneProperty().get() != null);
    stage.settle();
    stage.picture("import-done");
    long added = session.house().customers().count() - before;
    stage.must(added == 7, "7 new customers, not " + added);
  }

  private ImportStep importStep() {
    return session.screens().importModel().stepProperty().get();
  }

  private void kit() {
    session
        .settings()
        .changePhone(
            phone -> phone.withKits(List.of(new PhoneSettings.Kit(KIT, "sim:" + KIT, ""))));
    stage.await("kit ready", () -> session.screens().phone().kitReady());
  }

  private void ring() {
    kit();
    stage.open(Place.of("customers"));
    calls = count(CallFilter.Tab.ALL);
    simulated()
        .play(
            SimulatorScript.parse(
                "ring 1\ncaller "
                    + KNOWN
                    + "\nwait "
                    + ringing()
                    + "\nring 1\nanswer\nspeak "
                    + (looks ? 20_000 : 7_000)
                    + "\nhangup\n"));
    stage.await("pop-up", () -> stage.popupSays("启澜"));
    stage.await("facts in the pop-up", () -> session.screens().phone().popupFactsKnown());
    stage.settle();
    stage.picturePopup("popup-known");
  }

  private void record() {
    stage.await("recording", () -> session.screens().phone().popupRecording());
    stage.onFx(() -> session.screens().phone().typeNote("验收款比例卡在 10%，下午给答复。"));
    stage.settle();
    stage.picturePopup("popup-recording");
    stage.await(
        "call saved", () -> count(CallFilter.Tab.ALL) > calls && lastCall().talkMillis() > 0);
  }

  private void note() {
    stage.onFx(() -> session.screens().phone().savePopup());
    stage.await("note saved", () -> lastCall().note() != null);
  }

  private void timeline() {
    CallRecord call = lastCall();
    Long customer = call.customerId();
    stage.must(customer != null, "the call is linked to its customer");
    if (customer == null) {
      return;
    }
    boolean entry =
        session.house().timeline().read(customer, EnumSet.of(TimelineKind.CALL), null, 10).stream()
            .anyMatch(e -> e.ref() != null && e.ref() == call.id());
    stage.must(entry, "the call stands on the timeline");
    stage.open(new Place(CustomerPage.ID, customer));
    stage.settle();
    stage.picture("customer");
  }

  private void play() throws IOException {
    CallRecord call = lastCall();
    stage.must(call.recordingFile() != null, "the call is recorded");
    Path file = session.house().recordings().path().resolve(String.valueOf(call.recordingFile()));
    Recording sound =
        RecordingRepair.look(
            session.house().recordings().path(), file, session.house().recordings().vault());
    stage.must(sound.sha256().equals(call.recordingSha256()), "the checksum is right");
    stage.must(sound.millis() > 5_000, "all of it is there");
    stage.open(new Place(CallsPage.ID, call.id()));
    stage.settle();
    stage.picture("calls");
  }

  private void missed() {
    long before = count(CallFilter.Tab.MISSED);
    simulated()
        .play(
            SimulatorScript.parse(
                "ring 1\ncaller " + UNKNOWN + "\nwait " + ringing() + "\nring 1\ngiveup\n"));
    stage.await("unknown caller", () -> stage.popupSays("5555"));
    stage.settle();
    stage.picturePopup("popup-unknown");
    stage.await("missed call", () -> count(CallFilter.Tab.MISSED) > before);
  }

  private void look() {
    stage.open(Place.of("settings/phone"));
    stage.settle();
    stage.picture("settings-phone");
    if (!looks) {
      otherLook();
    }
  }

  /** One picture each is taken in the other language, and dark. */
  private void otherLook() {
    session
        .settings()
        .changeAppearance(
            a -> a.withTheme(AppearanceSettings.Theme.DARK).withLanguage(session.otherLanguage()));
    stage.open(Place.of("customers"));
    stage.settle();
    stage.picture("customers-dark");
    stage.open(new Place(CustomerPage.ID, lastLinked()));
    stage.settle();
    stage.picture("customer-dark");
  }

  /** Four pictures take longer than one. */
  private int ringing() {
    return looks ? 15_000 : 1_500;
  }

  private long lastLinked() {
    return session.house().calls().page(CallFilter.ALL, null, 10).stream()
        .map(CallRecord::customerId)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private long count(CallFilter.Tab tab) {
    return session.house().calls().counts(CallFilter.ALL, Progress.NONE).of(tab);
  }

  private CallRecord lastCall() {
    return session.house().calls().page(CallFilter.ALL, null, 1).getFirst();
  }

  private String numberOfCustomer(int place) {
    long[] ids = session.house().customerList().ids(ListQuery.ALL);
    return session
        .house()
        .customers()
        .portrait(ids[place])
        .mainPhone()
        .map(phone -> phone.number().raw().replaceAll("[^0-9+]", ""))
        .orElse(UNKNOWN);
  }

  private static SimulatorScript call(String number, long talkMillis) {
    String end = talkMillis == 0 ? "giveup" : "answer\nspeak " + talkMillis + "\nhangup";
    return SimulatorScript.parse(
        "ring 1\ncaller " + number + "\nwait 4000\nring 1\nwait 4000\n" + end + "\n");
  }

  private SimulatedKit simulated() {
    return session
        .screens()
        .phone()
        .simulatedKit(KIT)
        .orElseThrow(() -> new ProblemException("cli.problem.noDriver", KIT, KIT));
  }
}
