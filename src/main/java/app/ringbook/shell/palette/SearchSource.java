package app.ringbook.shell.palette;

import java.util.List;

/** Something the palette searches. */
@FunctionalInterface
public interface SearchSource {
  /**
   * The best hits. Called on a worker thread with every change of the text; answers in
   * milliseconds.
   *
   * @param text what was typed, not blank
   * @param limit how many are of use in each group
   */
  List<SearchHit> find(String text, int limit);
}
