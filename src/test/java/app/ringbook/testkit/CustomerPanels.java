package app.ringbook.testkit;

import app.ringbook.customer.view.CustomerPanel;
import app.ringbook.timeline.view.LatestEntries;
import app.ringbook.timeline.view.TimelinePane;
import java.util.List;

/** The panels of the customer screens as the window has them. */
public final class CustomerPanels {
  private CustomerPanels() {}

  /** The timeline and the newest entries. Called on the window's thread. */
  public static List<CustomerPanel> of(CustomerStage s) {
    return List.of(
        new TimelinePane(
            s.timeline,
            s.background,
            s.around.front(),
            s.clock,
            s.language,
            s.formats,
            s.words,
            s.changes,
            List.of()),
        new LatestEntries(
            s.timeline, s.background, s.around.front(), s.clock, s.language, s.formats));
  }
}
