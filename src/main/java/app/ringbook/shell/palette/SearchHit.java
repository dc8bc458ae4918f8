package app.ringbook.shell.palette;

import app.ringbook.ui.Action;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing the palette found.
 *
 * @param group under which heading it stands
 * @param title its name
 * @param detail what else helps to know it; may be empty
 * @param atEnd what stands at the right, such as a phone number; may be empty
 * @param marks parts of the title that matched
 * @param open goes there, on the window's thread
 * @param call calls it, for Ctrl Enter, or null
 * @param more what else can be done with it, for Tab
 */
public record SearchHit(
    Group group,
    String title,
    String detail,
    String atEnd,
    List<Mark> marks,
    Runnable open,
    @Nullable Runnable call,
    List<Action> more) {

  /** The headings, in the order in which they stand. */
  public enum Group {
    /** Companies. */
    CUSTOMERS,
    /** People of a company. */
    CONTACTS,
    /** Numbers. */
    PHONES,
    /** Those who may become customers. */
    LEADS
  }

  /**
   * A matched part.
   *
   * @param from index of its first character
   * @param to index behind its last one
   */
  public record Mark(int from, int to) {}

  /** A hit that can only be opened. */
  public SearchHit(
      Group group, String title, String detail, String atEnd, List<Mark> marks, Runnable open) {
    this(group, title, detail, atEnd, marks, open, null, List.of());
  }
}
