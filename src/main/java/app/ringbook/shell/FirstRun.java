package app.ringbook.shell;

import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.AppearanceSettings;
import app.ringbook.settings.Settings;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Brand;
import app.ringbook.ui.controls.LinkButton;
import app.ringbook.ui.theme.Fonts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The first thing a new user sees: three ways to begin, of equal rank. What fails in one way is
 * said inside its card and leaves the others usable.
 */
public final class FirstRun extends StackPane {
  private final Language language;
  private final Background background;
  private final Settings settings;
  private final FileChoice files;
  private final FirstSteps steps;
  private final FirstRunCard sample;
  private final FirstRunCard sheet;
  private final FirstRunCard kit;
  private final Label restoreProblem = new Label();

  /** The screen over these steps; {@link #shown} looks for a kit. */
  public FirstRun(
      Language language,
      Background background,
      Settings settings,
      FileChoice files,
      FirstSteps steps) {
    this.language = language;
    this.background = background;
    this.settings = settings;
    this.files = files;
    this.steps = steps;
    sample = new FirstRunCard(language, "sample", FirstRunPictures.sample(), this::loadSample);
    sheet = new FirstRunCard(language, "sheet", FirstRunPictures.sheet(), this::chooseSheet);
    kit = new FirstRunCard(language, "kit", FirstRunPictures.kit(), this::setUpKit);
    sample.prefer();
    sample.note(language.text("shell.first.sample.note"));
    sheet.note(language.text("shell.first.sheet.note"));
    sheet.setOnDragOver(this::dragOver);
    sheet.setOnDragDropped(this::dropped);
    getStyleClass().add("rb-first-run");
    ScrollPane scroll = new ScrollPane(content());
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    HBox choices = new HBox(8, languageMenu(), themeMenu());
    choices.setAlignment(Pos.TOP_RIGHT);
    choices.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    choices.getStyleClass().add("choices");
    StackPane.setAlignment(choices, Pos.TOP_RIGHT);
    getChildren().addAll(scroll, choices);
  }

  /** Looks whether a kit is plugged in already. */
  public void shown() {
    background
        .run(progress -> steps.kit())
        .orElse(e -> kit.note(language.text("shell.first.kit.note")))
        .then(this::kitFound);
  }

  private void kitFound(Optional<String> port) {
    if (port.isPresent()) {
      kit.found(language.text("shell.first.kit.found", port.get()));
    } else {
      kit.note(language.text("shell.first.kit.note"));
    }
  }

  private VBox content() {
    Label title = new Label();
    title.textProperty().bind(language.text("shell.first.title"));
    title.getStyleClass().add("figure-text");
    Label text = new Label();
    text.textProperty().bind(language.text("shell.first.text"));
    text.getStyleClass().addAll("muted", "lead");
    HBox cards = new HBox(16, sample, sheet, kit);
    cards.setAlignment(Pos.CENTER);
    cards.getStyleClass().add("cards");
    HBox facts =
        new HBox(
            24,
            fact(Feather.HARD_DRIVE, "shell.first.local"),
            fact(Feather.ARCHIVE, "shell.first.backup"));
    facts.setAlignment(Pos.CENTER);
    Region line = new Region();
    line.getStyleClass().add("divider");
    HBox links =
        new HBox(
            16,
            new LinkButton(language.text("shell.first.restore"), this::chooseBackup),
            line,
            new LinkButton(language.text("shell.first.blank"), () -> leave(steps::begin)));
    links.setAlignment(Pos.CENTER);
    restoreProblem.getStyleClass().add("danger-text");
    restoreProblem.setWrapText(true);
    restoreProblem.managedProperty().bind(restoreProblem.textProperty().isNotEmpty());
    VBox box = new VBox(Brand.mark(52), title, text, cards, facts, links, restoreProblem);
    if (!Fonts.chineseGlyphs()) {
      Label missing = new Label();
      missing.textProperty().bind(language.text("ui.fonts.missing"));
      missing.getStyleClass().add("warning-text");
      box.getChildren().add(missing);
    }
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("content");
    return box;
  }

  private Label fact(Feather icon, String key) {
    Label label = new Label();
    label.textProperty().bind(language.text(key));
    label.setGraphic(Icons.of(icon, "muted"));
    label.getStyleClass().add("secondary");
    return label;
  }

  private void loadSample() {
    sample.busy(language.text("shell.first.sample.busy"));
    background
        .run(
            progress -> {
              steps.loadSample(progress);
              return true;
            })
        .orElse(e -> sample.problem(sentence(e)))
        .then(done -> leave(steps::begin));
  }

  private void chooseSheet() {
    files
        .open(
            language.now("shell.first.sheet.button"),
            new FileChoice.Filter(
                language.now("shell.first.sheet.files"),
                List.of("*.xlsx", "*.xls", "*.csv", "*.txt")))
        .ifPresent(file -> leave(() -> steps.importFile(file)));
  }

  private void setUpKit() {
    leave(steps::setUpKit);
  }

  private void chooseBackup() {
    files
        .open(
            language.now("shell.first.restore"),
            new FileChoice.Filter(language.now("shell.data.backup_files"), List.of("*.zip")))
        .ifPresent(this::restore);
  }

  private void restore(Path backup) {
    restoreProblem.setText("");
    background
        .run(
            progress -> {
              steps.restore(backup, progress);
              return true;
            })
        .orElse(e -> restoreProblem.setText(sentence(e)))
        .then(done -> leave(steps::begin));
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    Optional<File> file =
        event.getDragboard().getFiles().stream().filter(FirstRun::readable).findFirst();
    event.setDropCompleted(file.isPresent());
    event.consume();
    if (file.isEmpty()) {
      sheet.problem(language.now("shell.first.sheet.wrong"));
    }
    file.ifPresent(f -> leave(() -> steps.importFile(f.toPath())));
  }

  private static boolean readable(File file) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    return name.endsWith(".xlsx")
        || name.endsWith(".xls")
        || name.endsWith(".csv")
        || name.endsWith(".txt");
  }

  private void leave(Runnable to) {
    settings.changeAppearance(a -> a.withFirstRunDone(true));
    to.run();
  }

  private String sentence(Throwable e) {
    return e instanceof ProblemException problem
        ? problem.sentence(language.texts())
        : language.now("shell.problem.unexpected");
  }

  private Node languageMenu() {
    MenuButton menu = menu(Feather.GLOBE, "shell.look.language");
    menu.textProperty().bind(language.text("shell.look.this_language"));
    menu.getItems().add(item("shell.look.english", () -> speak("en")));
    menu.getItems().add(item("shell.look.chinese", () -> speak("zh")));
    return menu;
  }

  private Node themeMenu() {
    MenuButton menu = menu(Feather.SUN, "shell.look.theme");
    showTheme(menu, settings.appearance().theme());
    for (AppearanceSettings.Theme theme : AppearanceSettings.Theme.values()) {
      menu.getItems()
          .add(
              item(
                  themeKey(theme),
                  () -> {
                    settings.changeAppearance(a -> a.withTheme(theme));
                    showTheme(menu, theme);
                  }));
    }
    return menu;
  }

  private void showTheme(MenuButton menu, AppearanceSettings.Theme theme) {
    menu.textProperty().unbind();
    menu.textProperty().bind(language.text(themeKey(theme)));
  }

  private static String themeKey(AppearanceSettings.Theme theme) {
    return switch (theme) {
      case SYSTEM -> "shell.look.system";
      case LIGHT -> "shell.look.light";
      case DARK -> "shell.look.dark";
    };
  }

  private MenuButton menu(Feather icon, String nameKey) {
    MenuButton menu = new MenuButton();
    menu.setGraphic(Icons.of(icon));
    menu.getStyleClass().add("flat");
    menu.accessibleTextProperty().bind(language.text(nameKey));
    return menu;
  }

  private MenuItem item(String key, Runnable chosen) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(language.text(key));
    item.setOnAction(e -> chosen.run());
    return item;
  }

  private void speak(String code) {
    settings.changeAppearance(a -> a.withLanguage(code));
  }
}
