package app.ringbook.faults;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import app.ringbook.store.StoreInspector;
import app.ringbook.store.file.FolderFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code interrupt}: threads that read and write are interrupted at random moments, as a cancelled
 * task does. The database stays open, what was acknowledged is there.
 */
final class Interrupts {
  private final Random random;
  private final boolean cheat;

  /**
   * @param cheat reads by plain H2 without {@code async:}: a closed database must be noticed
   */
  Interrupts(long seed, boolean cheat) {
    this.random = new Random(seed);
    this.cheat = cheat;
  }

  Figures run(int rounds) throws Exception {
    Figures figures = new Figures();
    Path folder = Files.createTempDirectory("ringbook-interrupt-");
    try {
      if (cheat) {
        plain(folder, rounds, figures);
      } else {
        ours(folder, rounds, figures);
      }
    } finally {
      FolderFiles.delete(folder);
    }
    return figures;
  }

  private void ours(Path folder, int rounds, Figures figures) throws Exception {
    AtomicLong acknowledged = new AtomicLong();
    try (Database database =
        Database.open(
            Database.Options.embedded(
                new AppFolders(folder), AppClock.system(), () -> "Rep", () -> false),
            Progress.NONE)) {
      Customers customers =
          new Customers(
              database,
              new PhoneNumbers(() -> new PhoneNumbers.Rules("DE", "30", "")),
              AppClock.system());
      for (int i = 0; i < rounds; i++) {
        interrupted(
            () -> {
              customers.create(
                  new NewCustomer(
                      Customer.named("A" + acknowledged.get()).build(), List.of(), List.of()));
              acknowledged.incrementAndGet();
              customers.count();
              customers.byId(1);
            });
        figures.add("interrupts", 1);
        try {
          if (customers.count() < acknowledged.get()) {
            figures.breach("Acknowledged and lost");
          }
        } catch (RuntimeException e) {
          figures.breach("Closed by an interrupt: " + e);
          return;
        }
      }
      StoreInspector inspector = StoreInspector.read(folder);
      inspector.faults().forEach(figures::breach);
      inspector.torn().forEach(figures::breach);
    }
  }

  private void plain(Path folder, int rounds, Figures figures) throws Exception {
    String url = "jdbc:h2:" + folder.resolve("plain") + ";CACHE_SIZE=0";
    try (Connection keeper = DriverManager.getConnection(url);
        Statement statement = keeper.createStatement()) {
      statement.execute(
          "CREATE TABLE t AS SELECT x, RPAD('', 5000, 'y') y FROM SYSTEM_RANGE(1, 3000)");
      for (int i = 0; i < rounds; i++) {
        interrupted(
            () -> {
              try (Connection other = DriverManager.getConnection(url);
                  Statement read = other.createStatement()) {
                read.executeQuery("SELECT SUM(LENGTH(y)) FROM t").close();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
        figures.add("interrupts", 1);
        statement.executeQuery("SELECT COUNT(y) FROM t").close();
      }
    } catch (SQLException e) {
      figures.breach("Closed by an interrupt: " + e.getMessage());
    }
  }

  private void interrupted(Runnable work) throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean(); // work may take the mark of the interrupt away
    Thread thread =
        new Thread(
            () -> {
              while (!over.get() && !Thread.currentThread().isInterrupted()) {
                work.run();
              }
            });
    thread.setUncaughtExceptionHandler((t, e) -> {});
    thread.start();
    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(60_000)));
    thread.interrupt();
    over.set(true);
    thread.join(TimeUnit.MINUTES.toMillis(1));
    if (thread.isAlive()) {
      throw new IllegalStateException("Still at work a minute after its interrupt");
    }
  }
}
