package app.ringbook.call;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerMatcher;
import app.ringbook.customer.Customers;
import app.ringbook.customer.Match;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.profile.Need;
import app.ringbook.customer.profile.Needs;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.store.Database;
import app.ringbook.telephony.Call;
import app.ringbook.timeline.Timeline;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who calls and what to know about them. Not for the window's thread. Who calls is found
 * in memory; only facts are read from the database.
 */
public final class CallCards {
  private static final Logger LOG = LoggerFactory.getLogger(CallCards.class);

  /** Digits at the end in which the numbers of one company differ. */
  private static final int FEWEST_DIGITS = 2;

  private static final int MOST_DIGITS = 4;
  private static final Pattern CHINESE_MOBILE = Pattern.compile("\\+861\\d{10}");

  private static final int LEAST_DIGITS = 7;
  private static final int MOST_NEEDS = 3;

  private final Database database;
  private final PhoneNumbers numbers;
  private final CustomerMatcher matcher;
  private final Customers customers;
  private final Needs needs;
  private final Timeline timeline;
  private final CallRecords records;
  private final NumberLabels labels;

  /** Reads through these doors. */
  public CallCards(
      Database database,
      PhoneNumbers numbers,
      CustomerMatcher matcher,
      Customers customers,
      Needs needs,
      Timeline timeline,
      CallRecords records,
      NumberLabels labels) {
    this.database = database;
    this.numbers = numbers;
    this.matcher = matcher;
    this.customers = customers;
    this.needs = needs;
    this.timeline = timeline;
    this.records = records;
    this.labels = labels;
  }

  /** The number of a call and who has it. */
  public record Caller(PhoneNumber number, Match match) {}

  /**
   * What is known beside the match.
   *
   * @param customer facts of the one customer, or null
   * @param likely a guess for a number nobody has, or null
   * @param earlier calls with this number before
   * @param label what was said of the number, or null
   */
  public record Facts(
      CallCard.@Nullable Customer customer,
      CallCard.@Nullable Likely likely,
      CallCard.Earlier earlier,
      @Nullable NumberLabel label) {
    /** Nothing is known. */
    static final Facts NONE = new Facts(null, null, CallCard.Earlier.NONE, null);
  }

  /**
   * Looks up a number nobody has, so that the first caller does not wait for what is only loaded
   * when it is first needed: the tables of the world's numbers and the statements.
   */
  void warmUp() {
    try {
      PhoneNumber nobody = numbers.parse("+390000000000");
      match(nobody, Instant.EPOCH);
      records.earlier(nobody, Instant.EPOCH, "");
      labels.of(nobody);
    } catch (RuntimeException e) {
      LOG.warn("The first caller will take a little longer to look up", e);
    }
  }

  /** Who is at the other end. Never throws: a call nobody can name is still a call. */
  public Caller caller(Call call) {
    String raw = call.number();
    PhoneNumber number = new PhoneNumber(raw == null ? "" : raw, null, "", null, null);
    if (raw == null) {
      return new Caller(number, new Match.None());
    }
    try {
      number = numbers.parse(raw);
      return new Caller(number, match(number, call.startedAt()));
    } catch (RuntimeException e) {
      LOG.error("The caller could not be looked up", e);
      return new Caller(number, new Match.None());
    }
  }

  /** What to show of the call beside the match. Never throws: what cannot be read is left out. */
  public Facts facts(
      Call call, Caller caller, @Nullable Long customerId, @Nullable Long contactId) {
    try {
      CallCard.Earlier earlier = records.earlier(caller.number(), call.startedAt(), call.key());
      boolean nobody = customerId == null && caller.match() instanceof Match.None;
      return new Facts(
          customerId == null ? null : customer(customerId, contactId),
          nobody ? likely(caller.number()) : null,
          earlier,
          labels.of(caller.number()).orElse(null));
    } catch (RuntimeException e) {
      LOG.error("The facts of a caller could not be read", e);
      return Facts.NONE;
    }
  }

  /**
   * Facts of a customer.
   *
   * @throws app.ringbook.platform.ProblemException if there is no such customer
   */
  public CallCard.Customer customer(long customerId, @Nullable Long contactId) {
    Portrait portrait = customers.portrait(customerId);
    Customer customer = portrait.customer();
    Contact contact =
        portrait.contacts().stream()
            .filter(c -> Objects.equals(c.id(), contactId))
            .findFirst()
            .orElse(null);
    return new CallCard.Customer(
        customer.id(),
        customer.name(),
        customer.tier(),
        contact == null ? null : contact.id(),
        contact == null ? null : contact.name(),
        contact == null ? null : contact.role(),
        customer.lastContactAt(),
        timeline.last(customerId).orElse(null),
        customer.nextContactAt(),
        customer.nextContactNote(),
        customer.doNotCall(),
        unmet(customerId));
  }

  private List<String> unmet(long customerId) {
    return needs.of(customerId).stream()
        .filter(need -> !need.met())
        .sorted(Comparator.comparing(Need::importance))
        .map(Need::product)
        .distinct()
        .limit(MOST_NEEDS)
        .toList();
  }

  /** Calls with a number before a moment. */
  public CallCard.Earlier earlier(PhoneNumber number, Instant before) {
    return records.earlier(number, before, "");
  }

  private Match match(PhoneNumber number, Instant at) {
    Match match = matcher.match(number);
    if (match instanceof Match.One || match instanceof Match.Own) {
      return match;
    }
    try {
      return records
          .learned(number, at)
          .map(learned -> matcher.match(number, learned))
          .orElse(match);
    } catch (RuntimeException e) {
      LOG.error("What was learned of a number could not be read", e);
      return match;
    }
  }

  /**
   * Numbers of one company often differ in their last digits only: two, else three or four as
   * behind a switchboard. Mobile numbers are handed out one by one, so there only two count.
   */
  private CallCard.@Nullable Likely likely(PhoneNumber number) {
    String e164 = number.e164();
    String suffix = number.suffix8();
    if (e164 == null || suffix.length() < 8 || number.national().length() < LEAST_DIGITS) {
      return null;
    }
    int most = CHINESE_MOBILE.matcher(e164).matches() ? FEWEST_DIGITS : MOST_DIGITS;
    for (int last = FEWEST_DIGITS; last <= most; last++) {
      String common = e164.substring(0, e164.length() - last);
      String low = suffix.substring(0, suffix.length() - last);
      String from = low + "0".repeat(last);
      String to = low + "9".repeat(last);
      List<CallMapper.Neighbour> found =
          database.read(CallMapper.class, m -> m.neighbours(common + "%", from, to));
      if (found.size() == 1) {
        CallMapper.Neighbour one = found.getFirst();
        return new CallCard.Likely(one.customerId(), one.customerName(), common);
      }
      if (!found.isEmpty()) {
        return null;
      }
    }
    return null;
  }
}
