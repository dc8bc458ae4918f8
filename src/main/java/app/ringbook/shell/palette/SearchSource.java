package app.ringbook.shell.palette;

import app.ringbook.platform.Progress;
import java.util.List;

/** Something the palette searches. */
@FunctionalInterface
public interface SearchSource {
  /**
   * The best hits. Called on a worker thread with every change of the text; answers in
   * milliseconds, soon after the start of the program in a second.
   *
   * @param text what was typed, not blank
   * @param limit how many are of use in each group
   * @param progress tells when the text has changed again, so that nobody waits for the answer
   */
  List<SearchHit> find(String text, int limit, Progress progress);
}
