package app.ringbook.cli.bench;

import app.ringbook.cli.session.House;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.platform.Worker;
import app.ringbook.spreadsheet.SheetImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Imports one list of new customers after the other until it is closed, as a person would. */
final class BenchImport implements AutoCloseable {
  private static final int ROWS = 50_000;

  private final House house;
  private final Path folder;
  private final Worker worker = new Worker("bench-import");
  private volatile boolean over;
  private volatile boolean ended;
  private volatile long stored;
  private volatile @Nullable RuntimeException failure;

  /**
   * Starts at once.
   *
   * @param folder for the lists
   */
  BenchImport(House house, Path folder) {
    this.house = house;
    this.folder = folder;
    worker.execute(this::importAll);
  }

  /** Waits until the first rows are in the database. */
  void awaitRows() throws InterruptedException {
    while (stored == 0) {
      mustBeRunning();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Fails if it ended before its time: what was measured was no import. */
  void mustBeRunning() {
    if (ended) {
      throw new IllegalStateException("The import ended", failure);
    }
  }

  private void importAll() {
    long before = house.customers().count();
    try {
      for (int file = 0; !over; file++) {
        Path list = list(file);
        house.imports().run(list, SheetImports.Order.PLAIN, Texts.ENGLISH, watching(before));
        Files.delete(list);
      }
    } catch (CancellationException e) {
      // Closed in the middle of a list.
    } catch (IOException e) {
      failure = new UncheckedIOException(e);
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      ended = true;
    }
  }

  private Progress watching(long before) {
    return new Progress() {
      @Override
      public void at(long done, long total) {
        if (stored == 0) {
          stored = house.customers().count() - before;
        }
      }

      @Override
      public void giveWay() {
        house.rightOfWay().giveWay();
      }

      @Override
      public boolean cancelled() {
        return over;
      }
    };
  }

  private Path list(int file) throws IOException {
    StringBuilder text = new StringBuilder("公司,联系人,手机,城市\n");
    for (int i = 0; i < ROWS; i++) {
      int customer = file * ROWS + i;
      text.append("新客户%d,人%d,155%08d,苏州%n".formatted(customer, customer, customer));
    }
    return Files.writeString(folder.resolve("list" + file + ".csv"), text);
  }

  @Override
  public void close() {
    over = true;
    worker.close();
  }
}
