package app.ringbook.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What JavaFX complains of in style sheets while screens are shown. A colour that cannot be looked
 * up is silently not painted, so a complaint fails the test in which it came up.
 */
public final class CssWarnings {
  private static final Logger CSS = Logger.getLogger("javafx.css");
  private static final List<String> HEARD = new CopyOnWriteArrayList<>();

  private CssWarnings() {}

  static void listen() {
    CSS.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
              HEARD.add(record.getMessage());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }

  /** The complaints since the last call. */
  public static List<String> take() {
    List<String> heard = new ArrayList<>(HEARD);
    HEARD.clear();
    return heard;
  }

  static void expectNone() {
    assertThat(take()).as("complaints about style sheets").isEmpty();
  }
}
