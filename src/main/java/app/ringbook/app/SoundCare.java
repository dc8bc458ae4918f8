package app.ringbook.app;

import app.ringbook.call.CallRecord;
import app.ringbook.call.CallRecords;
import app.ringbook.call.care.CallerConsents;
import app.ringbook.call.care.KeptRecordings;
import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.care.RecordingCares;
import app.ringbook.call.care.RecordingErasing;
import app.ringbook.call.care.RecordingRetention;
import app.ringbook.call.care.RecordingRules;
import app.ringbook.call.care.RecordingSealing;
import app.ringbook.call.view.RecordingCareModel;
import app.ringbook.customer.view.Problems;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Worker;
import app.ringbook.settings.Settings;
import app.ringbook.store.Database;
import app.ringbook.telephony.recorder.RecordingFolder;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.WindowTools;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What recordings are owed, built over the services, and its daily round. */
final class SoundCare implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SoundCare.class);
  private static final Duration ROUND = Duration.ofHours(6);
  private final RecordingFolder folder;
  private final Settings settings;
  private final RecordingCares cares;
  private final RecordingErasing erasing;
  private final RecordingRules rules;
  private final RecordingRetention retention;
  private final RecordingSealing sealing;
  private final Worker rounds = new Worker("recording-care");

  SoundCare(
      Database database,
      CallRecords calls,
      RecordingFolder folder,
      Settings settings,
      PhoneNumbers numbers,
      AppFolders folders,
      AppClock clock) {
    this.folder = folder;
    this.settings = settings;
    cares = new RecordingCares(database, clock);
    erasing = new RecordingErasing(database, calls, cares, folder::path, folders.root(), clock);
    rules = new RecordingRules(settings, numbers, consents()::refusedBefore, consents()::refusedIn);
    retention =
        new RecordingRetention(
            database,
            erasing,
            () -> settings.recording().keepMonths(),
            folder::path,
            folders.root(),
            clock);
    sealing =
        new RecordingSealing(
            database,
            calls,
            folder.vault(),
            () -> settings.recording().encrypt(),
            folder::path,
            folders.root());
  }

  RecordingCares cares() {
    return cares;
  }

  /** Which calls are recorded. */
  RecordingRules rules() {
    return rules;
  }

  /** Answers of those who are on the line. */
  CallerConsents consents() {
    return new CallerConsents(
        cares, erasing, settings::recording, () -> settings.phone().recordCalls());
  }

  /** What is told of one recording. */
  KeptRecordings kept() {
    return new KeptRecordings(cares, retention, consents());
  }

  RecordingErasing erasing() {
    return erasing;
  }

  RecordingRetention retention() {
    return retention;
  }

  RecordingSealing sealing() {
    return sealing;
  }

  /**
   * All of it as the settings show it.
   *
   * @param unlocked run in the background once locked recordings are open
   */
  RecordingCareModel model(Background background, Runnable unlocked) {
    return new RecordingCareModel(
        settings, folder.vault(), retention, sealing, unlocked, background);
  }

  /** Erases a customer's recordings after asking; says how many go and how many stay. */
  void eraseAsked(long customerId, WindowTools tools) {
    Language words = tools.language();
    tools
        .background()
        .run(progress -> erasing.count(customerId))
        .then(
            count -> {
              if (count.erased() == 0) {
                tools.toasts().show(Toast.success(words.now("call.care.erase_none", count.held())));
                return;
              }
              tools
                  .dialogs()
                  .ask(
                      new Dialogs.Question(
                          words.now("call.care.erase_title"),
                          words.now("call.care.erase_text", count.erased(), count.held()),
                          words.now("call.page.cancel"),
                          words.now("call.care.erase_act", count.erased()),
                          () -> erase(customerId, tools)));
            });
  }

  private void erase(long customerId, WindowTools tools) {
    Language words = tools.language();
    tools
        .background()
        .run(progress -> erasing.eraseCustomer(customerId))
        .orElse(
            failure ->
                tools
                    .toasts()
                    .show(
                        Toast.error(
                            Problems.known(failure, "call.page.failed").sentence(words.texts()))))
        .then(
            count ->
                tools
                    .toasts()
                    .show(Toast.success(words.now("call.care.erase_done", count.erased()))));
  }

  /** From now on what is due goes by itself, and what was left half done goes on. */
  void start() {
    rounds.execute(this::round);
    rounds.every(ROUND, () -> retention.run(false));
  }

  /** A call that was saved after its caller refused must not keep its sound. */
  void saved(CallRecord call) {
    boolean refused =
        call.recordingFile() != null
            && cares
                .of(call.callKey())
                .map(RecordingCare::consent)
                .filter(RecordingCares::refuses)
                .isPresent();
    if (refused) {
      erasing.erase(call.callKey(), RecordingCare.Why.REFUSED);
    }
  }

  private void round() {
    retention.run(false);
    if (sealing.pending()) {
      try {
        sealing.run(Progress.NONE);
      } catch (IOException e) {
        LOG.warn("Recordings could not all be sealed or opened", e);
      }
    }
  }

  @Override
  public void close() {
    rounds.close();
  }
}
