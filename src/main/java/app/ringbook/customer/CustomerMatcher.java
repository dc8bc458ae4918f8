package app.ringbook.customer;

import app.ringbook.customer.memory.NumberKeys;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.store.Database;
import app.ringbook.store.keys.KeyColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says who is calling, and why it thinks so. The number is looked up in memory; names and dates of
 * the few candidates are read from the database. Not for the window's thread.
 */
public final class CustomerMatcher {
  /** With so many people on one number it is a switchboard: the company is shown. */
  private static final int SWITCHBOARD = 5;

  /** Numbers that end alike and are looked at before the index of callers is there. */
  private static final int MOST_READ = 1_000;

  private final CallerIndex index;
  private final Database database;
  private final PhoneNumbers numbers;
  private final AppClock clock;
  private final Supplier<List<String>> ownNumbers;
  private volatile Own own = new Own(List.of(), List.of());

  /** The office's own numbers as typed, and read. */
  private record Own(List<String> typed, List<PhoneNumber> read) {}

  /**
   * Whom a person chose for a number before.
   *
   * @param customerId the customer
   * @param contactId the person, or null for any of the customer's
   * @param sure true if nobody else was chosen: then nobody is asked again
   */
  public record Learned(long customerId, @Nullable Long contactId, boolean sure) {}

  /** A phone like the number. */
  private record Found(MatchReason why, long customerId, long contactId, boolean main) {}

  /**
   * @param ownNumbers the office's own numbers as typed in the settings
   */
  public CustomerMatcher(
      CallerIndex index,
      Database database,
      PhoneNumbers numbers,
      AppClock clock,
      Supplier<List<String>> ownNumbers) {
    this.index = index;
    this.database = database;
    this.numbers = numbers;
    this.clock = clock;
    this.ownNumbers = ownNumbers;
  }

  /** Who has this number. */
  public Match match(PhoneNumber number) {
    return match(number, null);
  }

  /**
   * Who has this number, knowing whom a person chose for it before.
   *
   * @param learned who was chosen before, or null
   */
  public Match match(PhoneNumber number, @Nullable Learned learned) {
    NumberKeys keys = NumberKeys.of(number, numbers.rules().areaCode());
    if (keys.national() == 0) {
      return new Match.None();
    }
    if (isOwn(keys)) {
      return new Match.Own();
    }
    List<Found> found = learned(surest(found(keys)), learned);
    List<Match.Candidate> ranked = found.isEmpty() ? List.of() : ranked(withoutCrowds(found));
    if (ranked.isEmpty()) {
      return new Match.None();
    }
    Match.Candidate first = ranked.getFirst();
    boolean certain =
        (first.why() == MatchReason.LEARNED && learned != null && learned.sure())
            || (ranked.size() == 1 && first.why().sure());
    return certain ? new Match.One(first) : new Match.Several(ranked);
  }

  private boolean isOwn(NumberKeys keys) {
    List<String> typed = ownNumbers.get();
    Own known = own;
    if (!known.typed().equals(typed)) {
      known = new Own(List.copyOf(typed), typed.stream().map(numbers::parse).toList());
      own = known;
    }
    for (PhoneNumber number : known.read()) {
      if (keys.against(number.e164(), number.national()).sure()) {
        return true;
      }
    }
    return false;
  }

  private List<Found> found(NumberKeys keys) {
    List<Found> found = new ArrayList<>(4);
    if (index.loaded()) {
      index.find(
          keys,
          (likeness, phone, customer, contact, main) ->
              found.add(new Found(MatchReason.of(likeness), customer, contact, main)));
      return found;
    }
    long[] alike = database.keys().equal(KeyColumn.PHONE_ENDING, keys.suffixes());
    if (alike.length == 0) {
      return found;
    }
    List<Long> ids = Arrays.stream(alike).limit(MOST_READ).boxed().toList();
    for (CustomerMapper.PhoneRow p : database.read(CustomerMapper.class, m -> m.phonesByIds(ids))) {
      NumberKeys.Likeness likeness = keys.against(p.e164(), p.nationalDigits());
      if (likeness != NumberKeys.Likeness.NONE) {
        long contact = p.contactId() == null ? 0 : p.contactId();
        found.add(new Found(MatchReason.of(likeness), p.customerId(), contact, p.main()));
      }
    }
    return found;
  }

  /** Doubtful ones count only where nobody is sure, and nobody counts beside an exact one. */
  private static List<Found> surest(List<Found> found) {
    boolean exact = found.stream().anyMatch(f -> f.why() == MatchReason.EXACT);
    boolean sure = found.stream().anyMatch(f -> f.why().sure());
    return found.stream()
        .filter(f -> f.why().sure() || !sure)
        .filter(f -> !exact || f.why() != MatchReason.NATIONAL)
        .toList();
  }

  private static List<Found> learned(List<Found> found, @Nullable Learned learned) {
    if (learned == null) {
      return found;
    }
    List<Found> all = new ArrayList<>();
    boolean there = false;
    for (Found f : found) {
      boolean chosen = is(f, learned);
      there |= chosen;
      all.add(chosen ? new Found(MatchReason.LEARNED, f.customerId(), f.contactId(), f.main()) : f);
    }
    if (!there) {
      Long contact = learned.contactId();
      long person = contact == null ? 0 : contact;
      all.add(new Found(MatchReason.LEARNED, learned.customerId(), person, false));
    }
    return all;
  }

  private static boolean is(Found found, Learned learned) {
    Long contact = learned.contactId();
    return found.customerId() == learned.customerId()
        && (contact == null || contact == found.contactId());
  }

  /** People stand for their company, and the company for a crowd of people. */
  private static List<Found> withoutCrowds(List<Found> found) {
    Map<Long, Map<Long, Found>> byCustomer = new LinkedHashMap<>();
    for (Found f : found) {
      byCustomer
          .computeIfAbsent(f.customerId(), id -> new LinkedHashMap<>())
          .merge(f.contactId(), f, (a, b) -> a.why().compareTo(b.why()) <= 0 ? a : b);
    }
    List<Found> few = new ArrayList<>();
    for (Map<Long, Found> people : byCustomer.values()) {
      if (people.size() >= SWITCHBOARD) {
        crowd(people.values(), few);
      } else {
        boolean alone = people.size() == 1;
        people.values().stream().filter(f -> alone || f.contactId() != 0).forEach(few::add);
      }
    }
    return few;
  }

  /** The company, and before it the one person of it who was chosen before. */
  private static void crowd(Collection<Found> people, List<Found> few) {
    List<Found> chosen = people.stream().filter(f -> f.why() == MatchReason.LEARNED).toList();
    if (chosen.size() == 1) {
      few.add(chosen.getFirst());
    }
    Found any =
        people.stream()
            .filter(f -> chosen.size() != 1 || f.why() != MatchReason.LEARNED)
            .findFirst()
            .orElse(people.iterator().next());
    few.add(new Found(any.why(), any.customerId(), 0, true));
  }

  private List<Match.Candidate> ranked(List<Found> found) {
    List<Long> customers = found.stream().map(Found::customerId).distinct().toList();
    List<Long> people = found.stream().map(Found::contactId).filter(id -> id != 0).toList();
    return database.read(
        CustomerMapper.class,
        m -> {
          Map<Long, CustomerMapper.CallerRow> callers =
              m.callers(customers).stream()
                  .collect(Collectors.toMap(CustomerMapper.CallerRow::id, c -> c));
          Map<Long, Contact> contacts = new HashMap<>();
          if (!people.isEmpty()) {
            m.contactsByIds(people).forEach(c -> contacts.put(c.id(), c));
          }
          return ranked(found, callers, contacts);
        });
  }

  private List<Match.Candidate> ranked(
      List<Found> found, Map<Long, CustomerMapper.CallerRow> callers, Map<Long, Contact> contacts) {
    List<Found> order =
        found.stream()
            .filter(f -> callers.containsKey(f.customerId()))
            .sorted(likeliestFirst(callers, contacts))
            .toList();
    List<Match.Candidate> ranked = new ArrayList<>();
    for (Found f : order) {
      Contact contact = contacts.get(f.contactId());
      ranked.add(
          new Match.Candidate(
              f.customerId(),
              Objects.requireNonNull(callers.get(f.customerId())).name(),
              contact == null ? null : contact.id(),
              contact == null ? null : contact.name(),
              contact == null ? null : contact.role(),
              f.why(),
              ranked.size() + 1));
    }
    return ranked;
  }

  private Comparator<Found> likeliestFirst(
      Map<Long, CustomerMapper.CallerRow> callers, Map<Long, Contact> contacts) {
    Instant tomorrow = clock.today().plusDays(1).atStartOfDay(clock.zone()).toInstant();
    return Comparator.comparing(Found::why)
        .thenComparing(f -> due(callers, f, tomorrow), Comparator.nullsLast(naturalOrder()))
        .thenComparing(
            f -> Objects.requireNonNull(callers.get(f.customerId())).lastContactAt(),
            Comparator.nullsLast(Comparator.reverseOrder()))
        .thenComparing(f -> isMain(contacts.get(f.contactId())), Comparator.reverseOrder())
        .thenComparing(Found::main, Comparator.reverseOrder())
        .thenComparingLong(Found::customerId)
        .thenComparingLong(Found::contactId);
  }

  private static Comparator<Instant> naturalOrder() {
    return Comparator.naturalOrder();
  }

  private static boolean isMain(@Nullable Contact contact) {
    return contact != null && contact.main();
  }

  private static @Nullable Instant due(
      Map<Long, CustomerMapper.CallerRow> callers, Found f, Instant tomorrow) {
    Instant at = Objects.requireNonNull(callers.get(f.customerId())).nextContactAt();
    return at != null && at.isBefore(tomorrow) ? at : null;
  }
}
