package app.ringbook.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WorkerTest {
  @Test
  void taskThatFailsEachTimeIsSaidOnceUntilItSucceedsAgain() {
    Logger log = (Logger) LoggerFactory.getLogger(Worker.class);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    log.addAppender(said);
    AtomicInteger runs = new AtomicInteger();
    try (Worker worker = new Worker("failing-now-and-then")) {
      worker.every(
          Duration.ofMillis(1),
          () -> {
            int run = runs.incrementAndGet();
            if (run < 5 || (run > 6 && run < 10)) {
              throw new IllegalStateException("away");
            }
          });
      await().until(() -> runs.get() > 12);
    } finally {
      log.detachAppender(said);
    }
    assertThat(errors(said)).hasSize(2);
  }

  private static List<ILoggingEvent> errors(ListAppender<ILoggingEvent> said) {
    return List.copyOf(said.list).stream()
        .filter(e -> e.getLevel() == Level.ERROR)
        .filter(e -> e.getFormattedMessage().contains("failing-now-and-then"))
        .toList();
  }
}
