package app.ringbook.spreadsheet.file;

import app.ringbook.platform.ProblemException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parses in a child process of this program with 512 MB of heap: what a hostile file does to a
 * parser happens there. Limits are processor time, so a busy machine refuses no good file; one that
 * takes no processor time at all and says nothing is ended too. Text files are read here: their
 * parser holds one record at a time and runs nothing.
 */
final class InChild implements SheetParser {
  private static final Logger LOG = LoggerFactory.getLogger(InChild.class);

  /** A small file that gives no row for this long is refused; a large one gets more. */
  private static final Duration WITHOUT_A_ROW = Duration.ofSeconds(8);

  private static final long MILLIS_A_MEGABYTE = 300;
  private static final Duration ALTOGETHER = Duration.ofMinutes(3);

  /** A child that neither works nor says anything for this long has come to a stand. */
  private static final Duration AT_A_STAND = Duration.ofMinutes(1);

  private static final Executor SOON =
      CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);
  private final String child;
  private final Duration atAStand;

  InChild() {
    this(SheetChild.class.getName(), AT_A_STAND);
  }

  /** A child of another class, with another patience. */
  InChild(String child, Duration atAStand) {
    this.child = child;
    this.atAStand = atAStand;
  }

  @Override
  public void parse(Path file, SheetKind kind, @Nullable String sheet, Sink sink)
      throws IOException {
    if (kind == SheetKind.TEXT) {
      new TextParser().parse(file, kind, sheet, sink);
      return;
    }
    Process process = start();
    Watch watch = new Watch(process, patience(file), atAStand);
    watch.look();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream(), 256 * 1024))) {
      order(process, file, kind, sheet);
      answer(in, sink, watch);
    } catch (EOFException e) {
      throw died(process, watch, SheetFile.name(file), e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Duration patience(Path file) throws IOException {
    return WITHOUT_A_ROW.plusMillis(Files.size(file) / (1024 * 1024) * MILLIS_A_MEGABYTE);
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("-Xmx512m");
    command.add("-Xss4m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Djava.awt.headless=true");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(child);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String java() {
    Path own = Path.of(System.getProperty("java.home"), "bin", "java");
    if (Files.isExecutable(own) || Files.exists(Path.of(own + ".exe"))) {
      return own.toString();
    }
    return ProcessHandle.current().info().command().orElse("java");
  }

  private static void order(Process process, Path file, SheetKind kind, @Nullable String sheet)
      throws IOException {
    try (DataOutputStream out = new DataOutputStream(process.getOutputStream())) {
      RowFrames.writeText(out, file.toAbsolutePath().toString());
      RowFrames.writeText(out, kind.name());
      out.writeBoolean(sheet != null);
      if (sheet != null) {
        RowFrames.writeText(out, sheet);
      }
    }
  }

  private static void answer(DataInputStream in, Sink sink, Watch watch) throws IOException {
    while (true) {
      watch.waits = true;
      int frame = in.readUnsignedByte();
      watch.waits = false;
      switch (frame) {
        case RowFrames.SHEET -> sink.sheet(new SheetInfo(RowFrames.readText(in), in.readBoolean()));
        case RowFrames.ROW -> {
          sink.row(RowFrames.readRow(in));
          watch.rows.incrementAndGet();
        }
        case RowFrames.PROBLEM -> throw problem(in);
        case RowFrames.END -> {
          return;
        }
        default -> throw new IOException("Unknown frame");
      }
    }
  }

  private static ProblemException problem(DataInputStream in) throws IOException {
    String key = RowFrames.readText(in);
    Object[] arguments = new Object[in.readUnsignedByte()];
    for (int i = 0; i < arguments.length; i++) {
      boolean number = in.readBoolean();
      String text = RowFrames.readText(in);
      arguments[i] = number ? (Object) Long.valueOf(text) : text;
    }
    LOG.info("Sheet refused with {}: {}", key, RowFrames.readText(in));
    return new ProblemException(key, arguments);
  }

  private static ProblemException died(
      Process process, Watch watch, String name, EOFException cause) {
    int exit = -1;
    try {
      if (process.waitFor(2, TimeUnit.SECONDS)) {
        exit = process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LOG.warn("The process that reads sheets ended with {} on {}", exit, name);
    String key =
        watch.slow
            ? "spreadsheet.problem.slow"
            : exit == 3 ? "spreadsheet.problem.memory" : "spreadsheet.problem.damaged";
    return new ProblemException(cause, key, name);
  }

  /** Looks at the processor time of the child and ends it when it works for nothing. */
  private static final class Watch {
    private final Process process;
    private final Duration patience;
    private final Duration atAStand;
    private final AtomicLong rows = new AtomicLong();
    private volatile boolean waits;
    private volatile boolean slow;
    private long rowsThen = -1;
    private Duration timeThen = Duration.ZERO;
    private Duration timeAtMark = Duration.ZERO;
    private long mark = System.nanoTime();

    private Watch(Process process, Duration patience, Duration atAStand) {
      this.process = process;
      this.patience = patience;
      this.atAStand = atAStand;
    }

    private void look() {
      Duration now = process.info().totalCpuDuration().orElse(Duration.ZERO);
      if (rows.get() != rowsThen) {
        rowsThen = rows.get();
        timeThen = now;
      }
      if (now.minus(timeThen).compareTo(patience) > 0
          || now.compareTo(ALTOGETHER) > 0
          || stands(now)) {
        slow = true;
        process.destroyForcibly();
      } else if (process.isAlive()) {
        SOON.execute(this::look);
      }
    }

    /**
     * True if it is waited for and used next to no processor time: an idle program uses a little.
     */
    private boolean stands(Duration now) {
      long past = System.nanoTime() - mark;
      boolean stood = waits && now.minus(timeAtMark).toNanos() < past / 50;
      if (stood && past > atAStand.toNanos()) {
        return true;
      }
      if (!stood) {
        timeAtMark = now;
        mark = System.nanoTime();
      }
      return false;
    }
  }
}
