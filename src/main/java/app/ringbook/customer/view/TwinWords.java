package app.ringbook.customer.view;

import app.ringbook.customer.twins.Twin;
import app.ringbook.platform.Texts;
import app.ringbook.ui.Formats;

/** Says why a customer may be the same one, who looks after it and when it was last talked to. */
public final class TwinWords {
  private TwinWords() {}

  /** One line, without the name. */
  public static String line(Twin twin, Texts texts, Formats formats) {
    String owner = twin.owner() == null ? texts.text("customer.twin.no_owner") : twin.owner();
    String last =
        twin.lastContactAt() == null
            ? texts.text("customer.twin.never")
            : texts.text("customer.twin.last", formats.day(twin.lastContactAt()));
    return texts.text(
        "customer.twin.line", texts.text(twin.why().key(), twin.likeness()), owner, last);
  }

  /** One line with the name in front. */
  public static String named(Twin twin, Texts texts, Formats formats) {
    return texts.text("customer.twin.named", twin.name(), line(twin, texts, formats));
  }
}
