package app.ringbook.app;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.sample.SampleData;
import app.ringbook.shell.settings.DataCare;
import app.ringbook.store.Backups;
import app.ringbook.store.DataCheck;
import app.ringbook.store.backup.BackupMaker;
import app.ringbook.store.backup.Finding;
import app.ringbook.store.backup.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The data section of the settings over the open book. */
final class BookCare implements DataCare {
  private final AppFolders folders;
  private final AppClock clock;
  private final Backups backups;
  private final DataCheck check;
  private final SampleData sample;
  private final Supplier<Texts> texts;

  /**
   * @param texts language of the sentences of a check
   */
  BookCare(
      AppFolders folders,
      AppClock clock,
      Backups backups,
      DataCheck check,
      SampleData sample,
      Supplier<Texts> texts) {
    this.folders = folders;
    this.clock = clock;
    this.backups = backups;
    this.check = check;
    this.sample = sample;
    this.texts = texts;
  }

  @Override
  public Path folder() {
    return folders.root();
  }

  @Override
  public long size() {
    try (Stream<Path> files = Files.walk(folders.root())) {
      return files.filter(Files::isRegularFile).mapToLong(BookCare::length).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Backup> backups() {
    try {
      List<Backup> found = new ArrayList<>();
      for (Path zip : BackupMaker.newestFirst(folders.backups())) {
        found.add(backup(zip));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Backup backUp(Progress progress) throws IOException {
    Path zip = BackupMaker.fresh(folders.backups(), clock);
    Report report = backups.create(zip, progress);
    if (!report.ok()) {
      Finding first = report.problems().getFirst();
      throw new ProblemException(first.key(), first.arguments().toArray());
    }
    return backup(zip);
  }

  @Override
  public List<String> check(Progress progress) {
    return check.run(progress).problems().stream()
        .map(finding -> finding.sentence(texts.get()))
        .toList();
  }

  @Override
  public boolean sample() {
    return sample.present();
  }

  @Override
  public void removeSample() {
    sample.remove();
  }

  private static Backup backup(Path zip) throws IOException {
    return new Backup(zip, Files.getLastModifiedTime(zip).toInstant(), Files.size(zip));
  }

  /** A file that is deleted while we count is none. */
  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
