package app.ringbook.app;

import app.ringbook.call.view.PopupOwner;
import app.ringbook.cli.session.StartOptions;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.AtExit;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.RightOfWay;
import app.ringbook.platform.Subscription;
import app.ringbook.platform.Texts;
import app.ringbook.platform.Worker;
import app.ringbook.settings.Settings;
import app.ringbook.shell.FirstRun;
import app.ringbook.shell.MainWindow;
import app.ringbook.shell.StartScreen;
import app.ringbook.shell.StartScreen.Way;
import app.ringbook.shell.WindowBounds;
import app.ringbook.store.backup.Finding;
import app.ringbook.store.backup.Report;
import app.ringbook.store.backup.Restore;
import app.ringbook.store.file.InstanceLock;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Language;
import app.ringbook.ui.Place;
import app.ringbook.ui.Toast;
import app.ringbook.ui.controls.Brand;
import app.ringbook.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the window: shows itself at once, opens the data behind a cover, and then the
 * first-run screen or the customers. All methods are called on the window's thread.
 */
final class WindowSession {
  private static final Logger LOG = LoggerFactory.getLogger(WindowSession.class);
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private final StartOptions options;
  private final Runnable end;
  private final AppFolders folders;
  private final Settings settings;
  private final Language language;
  private final RightOfWay way = new RightOfWay(AppClock.system());
  private final Background background = new Background(Fx.executor(), way::giveWay);
  private final MainWindow window;
  private final Stage stage;
  private final InstanceLock lock;
  private final SimpleStringProperty doing = new SimpleStringProperty("");
  private volatile @Nullable Wiring house;
  private Subscription atExit = () -> {};
  private volatile @Nullable Screens screens;

  /**
   * @param stage the window, not shown yet or of the session before
   * @param lock held until the window is closed
   * @param end called when the window is closed and everything with it
   */
  WindowSession(StartOptions options, Stage stage, InstanceLock lock, Runnable end) {
    this.options = options;
    this.stage = stage;
    this.lock = lock;
    this.end = end;
    folders = options.folders();
    settings = new Settings(folders.settings());
    language = new Language(firstTexts());
    Theme theme = new Theme(language);
    theme.install(settings.appearance());
    window = new MainWindow(language, theme, settings, background, AppClock.system());
  }

  /** Shows the window and opens the data. */
  void start() {
    stage.setTitle("Ringbook");
    stage.getIcons().setAll(Brand.icons());
    stage.setScene(window.scene(WIDTH, HEIGHT));
    WindowBounds.restore(stage, settings);
    stage.setOnHidden(e -> close());
    PopupOwner.of(stage);
    stage.show();
    open();
  }

  /** As {@link #start}, in the size of the design, wherever the window stood before. */
  void startForPictures() {
    start();
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
  }

  /** Somebody started the program again. */
  void comeForward() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  Stage stage() {
    return stage;
  }

  MainWindow window() {
    return window;
  }

  AppFolders folders() {
    return folders;
  }

  Settings settings() {
    return settings;
  }

  /** The services; only once the data is open. */
  Wiring house() {
    return Objects.requireNonNull(house, "not open yet");
  }

  /** The pages; only once the data is open. */
  Screens screens() {
    return Objects.requireNonNull(screens, "not open yet");
  }

  /** True once calls are heard: the data is open, the pages are made and a kit is there. */
  boolean lineReady() {
    Screens made = screens;
    return made != null && made.phone().kitReady();
  }

  /** The language that is not spoken now. */
  String otherLanguage() {
    return language.texts().chinese() ? "en" : "zh";
  }

  private Texts firstTexts() {
    String named = options.language();
    if (named != null) {
      settings.changeAppearance(a -> a.withLanguage(named));
      return Texts.of(named);
    }
    String chosen = settings.appearance().language();
    return Texts.of(chosen.isEmpty() ? Locale.getDefault().getLanguage() : chosen);
  }

  private void open() {
    window.cover(StartScreen.opening(language, doing));
    background
        .run(
            progress ->
                new Wiring(
                    folders, settings, options.databaseUrl(), Fx::onFx, way, progress, () -> {}))
        .onProgress(this::tellOpening)
        .orElse(this::notOpened)
        .then(this::opened);
  }

  /** Checking or migrating a large book takes a while: how far it is stands under the title. */
  private void tellOpening(long done, long total) {
    doing.set(
        total > 0
            ? language.now("app.start.of", done, total)
            : language.now("app.start.done", done));
  }

  private void notOpened(Throwable failure) {
    LOG.error("The data could not be opened", failure);
    String message = failure.getMessage();
    ProblemException problem =
        failure instanceof ProblemException known
            ? known
            : new ProblemException(
                failure,
                "app.problem.notOpened",
                folders.root().toString(),
                message == null ? failure.getClass().getSimpleName() : message);
    window.cover(
        StartScreen.problem(
            language,
            problem,
            Way.again(this::open),
            Way.restore(this::chooseBackup),
            Way.folder(() -> Desk.showFolder(folders.root())),
            Way.quit(stage::hide)));
  }

  private void opened(Wiring opened) {
    house = opened;
    Screens made = new Screens(opened, window, stage, this::restore);
    screens = made;
    tellFindings(opened);
    loadSearch(opened, made);
    background
        .run(progress -> opened.customers().count())
        .orElse(this::notOpened)
        .then(count -> begin(made, count));
  }

  /** The search first: a caller is found in the database meanwhile, a name only slowly. */
  private void loadSearch(Wiring opened, Screens made) {
    background
        .run(
            progress -> {
              opened.searchNow().load(progress);
              return true;
            })
        .onProgress(window.searching()::at)
        .orElse(
            failure -> {
              LOG.error("The search could not be loaded", failure);
              searchLoaded(opened, made);
            })
        .then(loaded -> searchLoaded(opened, made));
  }

  private void searchLoaded(Wiring opened, Screens made) {
    window.searching().done();
    background
        .run(
            progress -> {
              opened.callerIndex().load(progress);
              opened.customerList().load(progress);
              return true;
            })
        .then(
            loaded -> {
              backUpToday(opened);
              opened.soundCare().start();
              sweepLifeCycles(opened);
              made.deleted().start();
              sweepPool(opened);
            });
  }

  /** Customers who signed and were not heard of for long are lost, and back once they are heard. */
  private void sweepLifeCycles(Wiring opened) {
    Duration silence = Duration.ofDays(opened.settings().ratings().lapseDays());
    background
        .run(progress -> opened.rooms().profiles().sweep(silence).value())
        .orElse(e -> LOG.error("The life cycles could not be looked through", e))
        .then(moved -> LOG.info("{} life cycles moved on", moved));
  }

  /** Customers nobody talked to fall to the pool; who is about to lose some is told once. */
  private void sweepPool(Wiring opened) {
    background
        .run(
            progress -> {
              LOG.info("The pool: {}", opened.rooms().pool().sweep());
              return opened.rooms().pool().mineFallingSoon();
            })
        .orElse(e -> LOG.error("The pool could not be looked through", e))
        .then(
            soon -> {
              if (soon > 0) {
                window
                    .tools()
                    .toasts()
                    .show(Toast.warning(language.now("customer.pool.soon", soon)));
              }
            });
  }

  /** After the search is loaded, which somebody may be waiting for. */
  private void backUpToday(Wiring opened) {
    if (options.databaseUrl() == null) {
      background
          .run(progress -> opened.backups().automatic(progress))
          .orElse(this::noBackup)
          .then(zip -> zip.ifPresent(file -> LOG.info("Backup {} made", file)));
    }
  }

  private void noBackup(Throwable failure) {
    LOG.error("No backup could be made", failure);
    window
        .tools()
        .toasts()
        .show(
            Toast.error(
                failure instanceof ProblemException problem
                    ? problem.sentence(language.texts())
                    : language.now("app.problem.noBackup")));
  }

  /** What opening had to do to the data is said, never done in silence. */
  private void tellFindings(Wiring opened) {
    for (Finding finding : opened.database().opened().findings()) {
      String sentence = finding.sentence(language.texts());
      window
          .tools()
          .toasts()
          .show(finding.good() ? Toast.success(sentence) : Toast.error(sentence));
    }
  }

  private void begin(Screens made, long customers) {
    atExit = AtExit.run(this::closeHouse);
    made.phone().listen();
    window.tools().navigation().open(Place.of("customers"));
    if (settings.appearance().firstRunDone() || customers > 0) {
      window.uncover();
      return;
    }
    FirstRun first =
        new FirstRun(
            language,
            background,
            settings,
            FileChoice.system(() -> stage),
            made.firstSteps(this::restoreNow, this::leaveFirstRun));
    window.cover(first);
    first.shown();
  }

  private void leaveFirstRun() {
    settings.changeAppearance(a -> a.withFirstRunDone(true));
    window.uncover();
  }

  private void chooseBackup() {
    FileChoice.system(() -> stage)
        .open(
            language.now("shell.first.restore"),
            new FileChoice.Filter(language.now("shell.data.backup_files"), List.of("*.zip")))
        .ifPresent(this::restore);
  }

  /** Puts a backup in the place of the data; everything starts anew over it. */
  private void restore(Path backup) {
    window.cover(StartScreen.opening(language, doing));
    background
        .run(
            progress -> {
              restoreNow(backup, progress);
              return true;
            })
        .orElse(this::notOpened)
        .then(done -> LOG.info("Restored"));
  }

  private void restoreNow(Path backup, Progress progress) {
    closeData();
    Report report = Restore.run(backup, folders, AppClock.system(), progress);
    if (!report.ok()) {
      throw new ProblemException("store.problem.backup.bad");
    }
    Fx.later(() -> new WindowSession(options, stage, lock, end).start());
  }

  /** The system ends the program: the data is closed in order, the window goes by itself. */
  private void closeHouse() {
    Wiring openHouse = takeHouse();
    if (openHouse != null) {
      openHouse.close();
    }
  }

  private synchronized @Nullable Wiring takeHouse() {
    Wiring open = house;
    house = null;
    return open;
  }

  private void closeData() {
    atExit.close();
    Screens openScreens = screens;
    Wiring openHouse = takeHouse();
    screens = null;
    if (openScreens != null) {
      openScreens.close();
    }
    if (openHouse != null) {
      openHouse.close();
    }
  }

  /** Ports and files are closed away from the window's thread: that may take seconds. */
  private void close() {
    Worker closing = new Worker("closing");
    closing.execute(
        () -> {
          closeData();
          background.close();
          lock.close();
          end.run();
        });
  }
}
