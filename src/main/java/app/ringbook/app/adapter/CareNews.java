package app.ringbook.app.adapter;

import app.ringbook.customer.profile.Care;
import app.ringbook.customer.view.CustomerPage;
import app.ringbook.customer.view.Problems;
import app.ringbook.platform.AppClock;
import app.ringbook.settings.CareSettings;
import app.ringbook.settings.Settings;
import app.ringbook.ui.Place;
import app.ringbook.ui.Toast;
import app.ringbook.ui.WindowTools;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Tells what key customers ask for, with the way to them: each thing once, after the start or when
 * its day begins. Used on the window's thread.
 */
public final class CareNews {
  private static final int DAYS_AHEAD = 7;
  private final Care care;
  private final Supplier<String> person;
  private final Settings settings;
  private final AppClock clock;
  private final WindowTools tools;
  private final Runnable showAll;

  /**
   * @param person the user whose customers are meant
   * @param settings keep what was told
   * @param showAll shows all key customers
   */
  public CareNews(
      Care care,
      Supplier<String> person,
      Settings settings,
      AppClock clock,
      WindowTools tools,
      Runnable showAll) {
    this.care = care;
    this.person = person;
    this.settings = settings;
    this.clock = clock;
    this.tools = tools;
    this.showAll = showAll;
  }

  /**
   * Tells of today and the next days what was not told yet.
   *
   * @param asked true if a person asked: then all is told, or that there is nothing
   */
  public void tell(boolean asked) {
    tools
        .background()
        .run(progress -> due(asked))
        .orElse(
            problem ->
                tools
                    .toasts()
                    .show(Toast.error(Problems.sentence(problem, tools.language().texts()))))
        .then(due -> told(due, asked));
  }

  /** Kept as told before anybody is told: rather not at all than twice. */
  private List<Care.Reminder> due(boolean asked) {
    List<Care.Reminder> due = care.due(DAYS_AHEAD, person.get());
    LocalDate today = clock.today();
    List<String> told = settings.care().told();
    List<String> keys = due.stream().map(one -> one.key(today)).toList();
    if (!keys.equals(told)) {
      settings.changeCare(kept -> new CareSettings(keys));
    }
    return asked ? due : due.stream().filter(one -> !told.contains(one.key(today))).toList();
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
