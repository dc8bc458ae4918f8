package app.ringbook.store;

import app.ringbook.platform.Texts;
import app.ringbook.store.sql.TableScan;
import java.util.List;
import java.util.Map;

/** Placeholder replaced below. */
public final class DataCheck {
  private DataCheck() {}

  /**
   * One thing found, as a text key and its arguments.
   *
   * @param key key of the sentence
   * @param arguments what its placeholders stand for
   */
  public record Finding(String key, List<Object> arguments) {

    static Finding of(String key, Object... arguments) {
      return new Finding(key, List.of(arguments));
    }

    static Finding of(TableScan.Fault fault) {
      return switch (fault.what()) {
        case ROW -> of("store.check.row", fault.where(), fault.id());
        case INDEX -> of("store.check.index", fault.where());
        case LINK -> of("store.check.link", fault.where(), fault.id());
        case TABLE -> of("store.check.table", fault.where());
      };
    }

    /** The sentence in the reader's language. */
    public String sentence(Texts texts) {
      return texts.text(key, arguments.toArray());
    }
  }

  /**
   * The result of a check.
   *
   * @param ok nothing was found
   * @param tables rows read, by table
   * @param recordings recordings compared with their checksum
   * @param problems what was found
   */
  public record Report(
      boolean ok, Map<String, Long> tables, long recordings, List<Finding> problems) {}
}
