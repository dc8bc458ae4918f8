package app.ringbook.lead;

import app.ringbook.customer.CustomerMatcher;
import app.ringbook.customer.Match;
import app.ringbook.platform.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges rows of a sheet or a text one after the other: which become leads, which are there already
 * and as whom, which nobody could ever reach. Remembers the rows before; writes nothing. For one
 * thread, not the window's.
 */
public final class LeadCleaning {
  private final Function<PhoneNumber, List<Lead>> byNumber;
  private final Function<String, List<Lead>> byEmail;
  private final CustomerMatcher matcher;
  private final Map<String, List<Row>> seen = new HashMap<>();
  private final Map<String, Row> emails = new HashMap<>();

  /**
   * A row.
   *
   * @param number its place in the sheet or the text, from 1
   * @param lead what it says
   */
  public record Row(int number, NewLead lead) {}

  /** What is to become of a row. */
  public enum Kind {
    /** A lead nobody has. */
    FRESH,
    /** Somebody who is there already. */
    DUPLICATE,
    /** Nobody could reach them: neither a number nor an address. */
    UNREACHABLE
  }

  /**
   * Who a row is already.
   *
   * @param what a row before, a lead, or a customer
   * @param id number of the row, else the record's id
   * @param name what they are called
   */
  public record Twin(What what, long id, String name) {
    /** Where somebody is already. */
    public enum What {
      /** In a row before. */
      ROW,
      /** Among the leads. */
      LEAD,
      /** Among the customers. */
      CUSTOMER
    }
  }

  /**
   * What is to become of a row, and why.
   *
   * @param row the row
   * @param kind what
   * @param twin who it is already; null unless it is a duplicate
   */
  public record Verdict(Row row, Kind kind, @Nullable Twin twin) {}

  /**
   * @param byNumber leads with a number
   * @param byEmail leads with an address in small letters
   */
  LeadCleaning(
      Function<PhoneNumber, List<Lead>> byNumber,
      Function<String, List<Lead>> byEmail,
      CustomerMatcher matcher) {
    this.byNumber = byNumber;
    this.byEmail = byEmail;
    this.matcher = matcher;
  }

  /** True if somebody can be reached by the number. */
  public static boolean callable(@Nullable PhoneNumber number) {
    return LeadRules.usable(number);
  }

  /** True if somebody can be reached: by the number or by the address. */
  public static boolean reachable(NewLead lead) {
    return LeadRules.usable(lead.number()) || LeadRules.email(lead.email());
  }

  /** Judges the next row. */
  public Verdict judge(Row row) {
    PhoneNumber number = row.lead().number();
    boolean callable = LeadRules.usable(number);
    boolean writable = LeadRules.email(row.lead().email());
    if (!callable && !writable) {
      return new Verdict(row, Kind.UNREACHABLE, null);
    }
    Optional<Twin> twin = callable && number != null ? twin(number) : Optional.empty();
    if (twin.isEmpty() && writable) {
      twin = emailTwin(row.lead().email());
    }
    if (twin.isPresent()) {
      return new Verdict(row, Kind.DUPLICATE, twin.get());
    }
    remember(row, callable, writable);
    return new Verdict(row, Kind.FRESH, null);
  }

  private void remember(Row row, boolean callable, boolean writable) {
    PhoneNumber number = row.lead().number();
    String email = row.lead().email();
    if (callable && number != null) {
      seen.computeIfAbsent(number.suffix8(), key -> new ArrayList<>()).add(row);
    }
    if (writable && email != null) {
      emails.put(email.strip().toLowerCase(Locale.ROOT), row);
    }
  }

  private Optional<Twin> twin(PhoneNumber number) {
    for (Row before : seen.getOrDefault(number.suffix8(), List.of())) {
      PhoneNumber its = before.lead().number();
      if (its != null && same(its, number)) {
        return Optional.of(rowTwin(before));
      }
    }
    List<Lead> leads = byNumber.apply(number);
    return leads.isEmpty() ? customer(number) : Optional.of(leadTwin(leads.getFirst()));
  }

  private Optional<Twin> emailTwin(@Nullable String email) {
    if (email == null) {
      return Optional.empty();
    }
    String key = email.strip().toLowerCase(Locale.ROOT);
    Row before = emails.get(key);
    if (before != null) {
      return Optional.of(rowTwin(before));
    }
    return byEmail.apply(key).stream().findFirst().map(LeadCleaning::leadTwin);
  }

  private Optional<Twin> customer(PhoneNumber number) {
    return matcher.match(number).candidates().stream()
        .filter(one -> one.why().sure())
        .findFirst()
        .map(LeadCleaning::customerTwin);
  }

  private static Twin rowTwin(Row row) {
    return new Twin(Twin.What.ROW, row.number(), row.lead().title());
  }

  private static Twin leadTwin(Lead lead) {
    return new Twin(Twin.What.LEAD, lead.id(), lead.title());
  }

  private static Twin customerTwin(Match.Candidate one) {
    String person = one.contactName();
    return new Twin(
        Twin.What.CUSTOMER, one.customerId(), person == null ? one.customerName() : person);
  }

  private static boolean same(PhoneNumber one, PhoneNumber other) {
    return one.e164() == null || other.e164() == null || one.e164().equals(other.e164());
  }
}
