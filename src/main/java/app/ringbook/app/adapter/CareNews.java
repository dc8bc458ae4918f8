package app.ringbook.app.adapter;

import app.ringbook.customer.profile.Care;
import app.ringbook.customer.view.CustomerPage;
import app.ringbook.customer.view.Problems;
import app.ringbook.ui.Place;
import app.ringbook.ui.Toast;
import app.ringbook.ui.WindowTools;
import java.util.List;
import java.util.Objects;

/** Tells what key customers ask for, with the way to them. Used on the window's thread. */
public final class CareNews {
  private static final int DAYS_AHEAD = 7;
  private final Care care;
  private final WindowTools tools;
  private final Runnable showAll;

  /**
   * @param showAll shows all key customers
   */
  public CareNews(Care care, WindowTools tools, Runnable showAll) {
    this.care = care;
    this.tools = tools;
    this.showAll = showAll;
  }

  /**
   * Tells of today and the next days.
   *
   * @param asked true if a person asked: then it also says that there is nothing
   */
  public void tell(boolean asked) {
    tools
        .background()
        .run(progress -> care.due(DAYS_AHEAD))
        .orElse(
            problem ->
                tools
                    .toasts()
                    .show(Toast.error(Problems.sentence(problem, tools.language().texts()))))
        .then(due -> told(due, asked));
  }

  private void told(List<Care.Reminder> due, boolean asked) {
    if (!due.isEmpty()) {
      boolean one = due.size() == 1;
      Care.Reminder first = due.getFirst();
      tools
          .toasts()
          .show(
              Toast.reminder(
                      () ->
                          one
                              ? sentence(first)
                              : tools
                                  .language()
                                  .now("app.care.several", due.size(), sentence(first)))
                  .with(
                      () -> tools.language().now("app.care.show"),
                      () -> {
                        if (one) {
                          tools.navigation().open(new Place(CustomerPage.ID, first.customerId()));
                        } else {
                          showAll.run();
                        }
                      }));
    } else if (asked) {
      tools.toasts().show(Toast.success(tools.language().now("app.care.nothing")));
    }
  }

  private String sentence(Care.Reminder one) {
    String day = tools.formats().day(one.day());
    return switch (one.kind()) {
      case BIRTHDAY ->
          tools
              .language()
              .now(
                  "app.care.birthday",
                  one.customer(),
                  Objects.requireNonNullElse(one.person(), ""),
                  day);
      case ANNIVERSARY -> tools.language().now("app.care.anniversary", one.customer(), day);
      case QUIET -> tools.language().now("app.care.quiet", one.customer(), day);
    };
  }
}
