package app.ringbook.telephony.callerid;

import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Presentation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one transmission say about a caller. The first real number stays: exchanges
 * send a number and then {@code O} to hide it, or the same number in another field once more.
 */
public final class CallerIdRecord {
  private @Nullable CallerInfo number;
  private @Nullable CallerInfo spare;
  private @Nullable CallerInfo reason;
  private @Nullable String name;
  private boolean changed;

  /** A number, or the word that stands in its place. */
  public void number(String value) {
    CallerInfo said = said(value, true);
    if (said.presentation() == Presentation.NUMBER) {
      number = number == null ? said : number;
    } else if (said.presentation() != Presentation.NONE) {
      reason = reason == null ? said : reason.plus(said);
    }
    changed = true;
  }

  /** What another reader found: a number only counts where no plain one is. */
  public void spare(CallerInfo info) {
    spare = spare == null ? info : spare.plus(info);
    changed = true;
  }

  /** A name, or the word that stands in its place. */
  public void name(String value) {
    if (name == null && !value.isBlank()) {
      name = value;
      changed = true;
    }
  }

  /** True once there is something a person wants to see: a number or why there is none. */
  public boolean tells() {
    return number != null || reason != null || (spare != null && spare.number() != null);
  }

  /** What is known so far; told again only after more came. */
  public @Nullable CallerInfo news() {
    if (!changed) {
      return null;
    }
    changed = false;
    CallerInfo info = info();
    return info.equals(CallerInfo.NOTHING) ? null : info;
  }

  /** Begins the next record. */
  public void clear() {
    number = null;
    spare = null;
    reason = null;
    name = null;
    changed = false;
  }

  private CallerInfo info() {
    CallerInfo best = number != null ? number : CallerInfo.NOTHING;
    best = spare == null ? best : best.plus(spare);
    best = reason == null ? best : best.plus(reason);
    if (name == null) {
      return best;
    }
    return best.plus(CallerText.caller(null, name, true));
  }

  /** A number needs a digit; words that are none of the known ones mean that there is no number. */
  static CallerInfo said(String value, boolean sure) {
    String text = value.strip();
    if (text.isEmpty()) {
      return CallerInfo.NOTHING;
    }
    if (text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
      return CallerText.caller(text, null, sure);
    }
    Presentation word = CallerText.presentationOf(text);
    String upper = text.toUpperCase(Locale.ROOT);
    boolean hidden = upper.matches(".*(PRIV|WITHH|RESTRICT|ANONYM|BLOCK|HIDDEN).*");
    Presentation meant =
        word != null ? word : hidden ? Presentation.PRIVATE : Presentation.UNAVAILABLE;
    return new CallerInfo(null, meant, null, true);
  }
}
