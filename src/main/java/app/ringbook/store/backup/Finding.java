package app.ringbook.store.backup;

import app.ringbook.platform.Texts;
import app.ringbook.store.sql.TableScan;
import java.util.List;

/**
 * One thing found in the data, as a text key and its arguments.
 *
 * @param key key of the sentence
 * @param arguments what its placeholders stand for
 */
public record Finding(String key, List<Object> arguments) {
  private static final String MIGRATED = "store.opened.migrated";

  /** That the data was brought to a newer version, which is no fault. */
  public static Finding migrated(int from, int to) {
    return of(MIGRATED, from, to);
  }

  /** True if it tells of something that went as it should. */
  public boolean good() {
    return key.equals(MIGRATED);
  }

  /** A finding with the arguments of its sentence. */
  public static Finding of(String key, Object... arguments) {
    return new Finding(key, List.of(arguments));
  }

  /** What a scan of the tables found. */
  public static Finding of(TableScan.Fault fault) {
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
