package app.ringbook.app;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.shell.settings.DataCare;
import app.ringbook.store.DataCheck;
import app.ringbook.store.backup.BackupMaker;
import app.ringbook.store.backup.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the data section of the settings does, over the services. */
final class StoreCare implements DataCare {
  private final Wiring house;
  private final Supplier<Texts> texts;
  private final AppClock clock;

  /**
   * @param texts the present language, for the sentences of a check
   */
  StoreCare(Wiring house, Supplier<Texts> texts) {
    this.house = house;
    this.texts = texts;
    this.clock = house.clock();
  }

  @Override
  public Path folder() {
    return house.folders().root();
  }

  @Override
  public long size() {
    try (Stream<Path> all = Files.walk(folder())) {
      return all.mapToLong(StoreCare::bytes).sum();
    } catch (IOException e) {
      throw new ProblemException(e, "app.problem.folder", folder().toString());
    }
  }

  @Override
  public List<Backup> backups() {
    try {
      List<Backup> found = new ArrayList<>();
      for (Path file : BackupMaker.newestFirst(house.folders().backups())) {
        found.add(backup(file));
      }
      return found;
    } catch (IOException e) {
      throw new ProblemException(e, "app.problem.folder", folder().toString());
    }
  }

  @Override
  public Backup backUp(Progress progress) throws IOException {
    Path file = BackupMaker.fresh(house.folders().backups(), clock);
    Report report = house.backups().create(file, progress);
    if (!report.ok()) {
      throw new ProblemException("store.problem.backup.bad");
    }
    return backup(file);
  }

  @Override
  public List<String> check(Progress progress) {
    return new DataCheck(house.database(), house.recordings().path(), house.folders().files())
        .run(progress).problems().stream().map(p -> p.sentence(texts.get())).toList();
  }

  @Override
  public boolean sample() {
    return house.sample().present();
  }

  @Override
  public void removeSample() {
    house.sample().remove();
  }

  private static Backup backup(Path file) throws IOException {
    return new Backup(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file));
  }

  private static long bytes(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      // Gone since it was listed.
      return 0;
    }
  }
}
