package app.ringbook.customer.stored;

import app.ringbook.customer.memory.TextTable;
import app.ringbook.customer.stored.TextSource.Kind;
import java.util.Arrays;
import java.util.List;

/** The texts that are searched together, by kind. */
public final class SearchedTexts implements StoredTexts.Sink {
  private final List<TextTable> tables;

  private SearchedTexts(List<TextTable> tables) {
    this.tables = tables;
  }

  /** No texts yet. */
  public static SearchedTexts empty() {
    return new SearchedTexts(Arrays.stream(Kind.values()).map(kind -> new TextTable()).toList());
  }

  /** Those of a kind. */
  public TextTable of(Kind kind) {
    return tables.get(kind.place());
  }

  @Override
  public void put(Kind kind, long key, long owner, byte[] text) {
    of(kind).put(key, owner, text);
  }
}
