package app.ringbook.customer.profile;

import java.time.LocalDate;
import java.time.MonthDay;

/** Days that come back every year. */
public final class Yearly {
  private Yearly() {}

  /** The next time the day comes back, today included; the 29th of February on the 28th. */
  public static LocalDate next(LocalDate day, LocalDate today) {
    MonthDay when = MonthDay.from(day);
    LocalDate thisYear = when.atYear(today.getYear());
    return thisYear.isBefore(today) ? when.atYear(today.getYear() + 1) : thisYear;
  }
}
