package app.ringbook.lead;

import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a lead must be, and what becomes of it when more is told. */
final class LeadRules {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
  private static final int FEWEST_DIGITS = 7;
  private static final int MOST_DIGITS = 20;

  private LeadRules() {}

  /**
   * A name or a number is enough; what is there must be what it says it is.
   *
   * @throws ProblemException with a sentence for the person who typed it
   */
  static void check(NewLead lead) {
    PhoneNumber number = lead.number();
    boolean numbered = number != null && !number.raw().isBlank();
    boolean reachable = lead.email() != null && !lead.email().isBlank();
    String company = lead.company();
    boolean named = !lead.name().isBlank() || (company != null && !company.isBlank());
    if (!named && !numbered && !reachable) {
      throw new ProblemException("lead.problem.empty");
    }
    if (number != null && numbered && !number.dialable()) {
      throw new ProblemException("lead.problem.number", number.raw());
    }
    if (lead.email() != null && reachable && !email(lead.email())) {
      throw new ProblemException("lead.problem.email", lead.email());
    }
  }

  /** Nothing of a lead changes once it is a customer. */
  static void checkChangeable(Lead lead) {
    if (lead.state() == Lead.State.CONVERTED) {
      throw new ProblemException("lead.problem.converted");
    }
  }

  /** True if they can be reached by the number: no room number, no row of zeros. */
  static boolean usable(@Nullable PhoneNumber number) {
    if (number == null) {
      return false;
    }
    String digits = number.national();
    return digits.length() >= FEWEST_DIGITS
        && digits.length() <= MOST_DIGITS
        && digits.chars().distinct().count() > 1;
  }

  /** True if it looks like an address of e-mail. */
  static boolean email(@Nullable String text) {
    return text != null && EMAIL.matcher(text.strip()).matches();
  }

  /** What is known of a lead. */
  static NewLead of(Lead lead) {
    PhoneNumber number =
        lead.numberRaw().isEmpty()
            ? null
            : new PhoneNumber(
                lead.numberRaw(), lead.numberE164(), lead.numberSuffix8(), null, null);
    return new NewLead(
        lead.name(),
        lead.company(),
        lead.job(),
        number,
        lead.email(),
        lead.source(),
        lead.owner(),
        lead.note(),
        lead.doNotCall(),
        lead.nextContactAt());
  }

  /** What is known after more was told: nothing is replaced, a further note is added below. */
  static NewLead completed(Lead lead, NewLead more) {
    String note = LeadRows.words(more.note(), Integer.MAX_VALUE);
    String had = lead.note();
    String notes =
        had == null ? note : note == null || had.contains(note) ? had : had + "\n" + note;
    NewLead now = of(lead);
    return new NewLead(
        lead.name().isBlank() ? more.name().strip() : lead.name(),
        either(lead.company(), more.company()),
        either(lead.job(), more.job()),
        now.number() == null ? more.number() : now.number(),
        either(lead.email(), more.email()),
        lead.source(),
        either(lead.owner(), more.owner()),
        notes,
        lead.doNotCall() || more.doNotCall(),
        lead.nextContactAt() != null ? lead.nextContactAt() : more.nextContactAt());
  }

  private static @Nullable String either(@Nullable String known, @Nullable String told) {
    return known != null ? known : LeadRows.words(told, Integer.MAX_VALUE);
  }

  /** The fields in which two states of a lead differ, as {@code was → is}, one a line. */
  static String changes(Lead was, NewLead now) {
    List<String> lines = new ArrayList<>();
    PhoneNumber number = now.number();
    line(lines, was.name(), now.name());
    line(lines, was.company(), now.company());
    line(lines, was.job(), now.job());
    line(lines, was.numberRaw(), number == null ? "" : number.raw());
    line(lines, was.email(), now.email());
    line(lines, was.source(), now.source());
    line(lines, was.owner(), now.owner());
    line(lines, was.note(), now.note());
    return String.join("\n", lines);
  }

  private static void line(List<String> lines, @Nullable String was, @Nullable String now) {
    String before = Objects.requireNonNullElse(was, "").strip();
    String after = Objects.requireNonNullElse(now, "").strip();
    if (!before.equals(after)) {
      lines.add((before.isEmpty() ? "—" : before) + " → " + (after.isEmpty() ? "—" : after));
    }
  }
}
