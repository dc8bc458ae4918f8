package app.ringbook.spreadsheet.view;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.export.ExportFormat;
import app.ringbook.spreadsheet.export.ExportRun;
import app.ringbook.spreadsheet.export.Exports;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import app.ringbook.ui.WindowTools;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports from the window: asks what and where to, then writes in the background while people go on
 * working, with progress, a way to stop, and the way to the file at the end.
 */
public final class ExportWork {
  private static final Logger LOG = LoggerFactory.getLogger(ExportWork.class);

  /** Earlier exports that are told of. */
  private static final int PAST = 5;

  private final Exports exports;
  private final WindowTools tools;
  private final Language language;
  private final FileChoice files;
  private final AppClock clock;
  private final Consumer<Path> showInFolder;

  /**
   * @param showInFolder shows a file in the system's file browser
   */
  public ExportWork(
      Exports exports,
      WindowTools tools,
      FileChoice files,
      AppClock clock,
      Consumer<Path> showInFolder) {
    this.exports = exports;
    this.tools = tools;
    this.language = tools.language();
    this.files = files;
    this.clock = clock;
    this.showInFolder = showInFolder;
  }

  /**
   * Asks what is to be exported, and where to.
   *
   * @param offer what there is, asked off the window's thread
   */
  public void ask(Supplier<ExportModel.Offer> offer) {
    tools
        .background()
        .run(progress -> new Asked(offer.get(), exports.latest(PAST)))
        .orElse(problem -> tools.toasts().show(Toast.error(sentence(problem))))
        .then(asked -> ask(asked.offer(), asked.past()));
  }

  private record Asked(ExportModel.Offer offer, List<ExportRun> past) {}

  private void ask(ExportModel.Offer offer, List<ExportRun> past) {
    new ExportSheet(
            new ExportModel(offer),
            past,
            language,
            tools.formats(),
            choice -> file(choice).ifPresent(file -> run(offer, choice, file)))
        .showOn(tools.dialogs());
  }

  private Optional<Path> file(ExportModel.Choice choice) {
    ExportFormat format = choice.format();
    String kind = language.now("spreadsheet.export.what." + choice.kind());
    String ending = "." + format.ending();
    return files
        .save(
            language.now("spreadsheet.export.title"),
            kind + " " + clock.today() + ending,
            new FileChoice.Filter(language.now(format.labelKey()), List.of("*" + ending)))
        .map(
            file ->
                file.toString().toLowerCase(Locale.ROOT).endsWith(ending)
                    ? file
                    : file.resolveSibling(file.getFileName() + ending));
  }

  private void run(ExportModel.Offer offer, ExportModel.Choice choice, Path file) {
    Texts texts = language.texts();
    String name = String.valueOf(file.getFileName());
    Background.Job<Exports.Done> job =
        tools
            .background()
            .run(
                progress -> {
                  ExportModel.Made made = offer.source().make(choice, texts);
                  return exports.write(
                      made.source(), made.narrowed(), file, choice.format(), texts, progress);
                });
    Toasts.Shown shown =
        tools
            .toasts()
            .show(
                Toast.progress(language.now("spreadsheet.export.running", name))
                    .with(language.now("spreadsheet.export.stop"), job::cancel));
    long began = clock.nanoTime();
    job.onProgress((done, total) -> progress(shown, done, total, began))
        .ifCancelled(
            () -> {
              shown.close();
              tools.toasts().show(Toast.warning(language.now("spreadsheet.export.stopped", name)));
            })
        .orElse(
            problem -> {
              shown.close();
              tools.toasts().show(Toast.error(sentence(problem)));
            })
        .then(
            done -> {
              shown.close();
              done(done, name);
            });
  }

  private void progress(Toasts.Shown shown, long done, long total, long began) {
    long seconds = Math.max(1, (clock.nanoTime() - began) / 1_000_000_000L);
    shown.progress(
        total <= 0 ? -1 : (double) done / total,
        language.now(
            "spreadsheet.export.progress",
            tools.formats().count(done),
            tools.formats().count(total),
            tools.formats().count(done / seconds)));
  }

  private void done(Exports.Done done, String name) {
    String key = done.cut() > 0 ? "spreadsheet.export.doneCut" : "spreadsheet.export.done";
    tools
        .toasts()
        .show(
            Toast.success(language.now(key, name, done.rows(), done.cut()))
                .with(
                    language.now("spreadsheet.export.show"),
                    () -> showInFolder.accept(done.file())));
  }

  private String sentence(Throwable problem) {
    if (problem instanceof ProblemException known) {
      return known.sentence(language.texts());
    }
    LOG.error("An export failed", problem);
    return language.now("spreadsheet.export.problem.unexpected");
  }
}
