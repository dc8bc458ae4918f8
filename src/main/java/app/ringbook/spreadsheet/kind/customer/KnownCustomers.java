package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Phone;
import app.ringbook.customer.legal.LegalName;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.customer.profile.Profile;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.PhoneKeys;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.store.keys.KeyColumn;
import app.ringbook.store.keys.KeyLookup;
import app.ringbook.store.keys.KeyLookup.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The stored customers that the rows of one block may be about, read with a handful of queries for
 * the whole block. {@link app.ringbook.customer.names.NameKeys} decides which names are equal.
 */
final class KnownCustomers {
  /** The database compares each row it finds with all ids asked for, so that many are slow. */
  private static final int CHUNK = 200;

  /** Shorter names are looked up by their whole key: too many others begin alike. */
  private static final int SHORT = 3;

  private final KnownMapper mapper;
  private final KeyLookup lookup;
  private final Map<String, Set<Long>> byExternal = new HashMap<>();
  private final Map<String, Set<Long>> byCode = new HashMap<>();
  private final Map<String, Set<Long>> byLegal = new HashMap<>();

  /** Customers by their name, in the form of registered names. */
  private final Map<String, Set<Long>> byBareName = new HashMap<>();

  /** Registered names of rows that give their name alone. */
  private final Map<RowKeys, String> bareNames = new HashMap<>();

  private final Map<String, Set<Long>> byName = new HashMap<>();
  private final Map<String, Set<Long>> byPhone = new HashMap<>();
  private final Map<Long, WorkingCustomer> customers = new HashMap<>();
  private Map<String, List<Long>> alike = Map.of();

  /** A stored customer and how it was recognised. */
  record Found(WorkingCustomer customer, RowResult.Why why) {}

  private KnownCustomers(KnownMapper mapper, KeyLookup lookup) {
    this.mapper = mapper;
    this.lookup = lookup;
  }

  /**
   * Reads what may be needed for some rows.
   *
   * @param rows the rows, those refused left out
   * @param keys what they are recognised by, in the same order
   * @param others ids of customers that earlier rows of the file were about
   * @param between run between the questions
   */
  static KnownCustomers load(
      KnownMapper mapper,
      KeyLookup lookup,
      List<RowDraft> rows,
      List<RowKeys> keys,
      Collection<Long> others,
      Runnable between) {
    KnownCustomers known = new KnownCustomers(mapper, lookup);
    Set<Long> ids = new LinkedHashSet<>(others);
    known.findByExternal(keys, ids);
    between.run();
    known.findByCompany(rows, keys, ids);
    between.run();
    known.findByPhone(rows, keys, ids);
    between.run();
    known.findByName(rows, keys, ids);
    between.run();
    known.read(ids);
    return known;
  }

  /**
   * The customer whose own key stands in a row, if the row agrees with it in name, number or key of
   * another system: a key typed by hand, or one of another house, names nobody.
   */
  @Nullable Found named(RowDraft row, RowKeys keys) {
    WorkingCustomer customer = customers.get(row.ownKey(CustomerFields.OWN_KEY));
    if (customer == null) {
      return null;
    }
    RowKeys its = customer.keys();
    boolean agrees =
        customer.customer().name().strip().equals(row.name())
            || (!keys.name().isEmpty() && its.name().equals(keys.name()))
            || (keys.external() != null && keys.external().equals(its.external()))
            || keys.phones().stream().anyMatch(its.phones()::contains);
    return agrees ? new Found(customer, RowResult.Why.KEY) : null;
  }

  /** The customer of a row; the ids that are not eligible are passed over. */
  @Nullable Found find(RowKeys keys, boolean byPhoneAlone, LongPredicate some) {
    LongPredicate eligible = keys.apart() ? some.and(this::apart) : some;
    if (keys.external() != null) {
      for (WorkingCustomer customer : at(byExternal, keys.external(), eligible)) {
        return new Found(customer, RowResult.Why.KEY);
      }
    }
    Found company = company(keys, eligible);
    if (company != null && !keys.apartFrom(company.customer().keys())) {
      return company;
    }
    for (String phone : keys.phones()) {
      for (WorkingCustomer customer : at(byPhone, phone, eligible)) {
        boolean sameName = customer.keys().name().equals(keys.name());
        if (!keys.apartFrom(customer.keys()) && (byPhoneAlone || sameName)) {
          return new Found(customer, RowResult.Why.PHONE);
        }
      }
    }
    for (WorkingCustomer customer : at(byName, keys.name(), eligible)) {
      if (byName(keys, customer.keys())) {
        return new Found(customer, RowResult.Why.NAME);
      }
    }
    return null;
  }

  /** Says who has a name alike to that of a row, by the name's key. */
  void alikeAre(Map<String, List<Long>> ids) {
    alike = ids;
  }

  /** A customer whose name is alike to that of a row, and that nothing tells apart from it. */
  @Nullable Found alike(RowKeys keys, LongPredicate eligible) {
    for (Long id : alike.getOrDefault(keys.name(), List.of())) {
      WorkingCustomer customer = customers.get(id);
      if (customer != null
          && eligible.test(id)
          && !keys.apartFrom(customer.keys())
          && AlikeCustomers.alike(customer.keys().name(), keys.name())) {
        return new Found(customer, RowResult.Why.SIMILAR);
      }
    }
    return null;
  }

  private boolean apart(long id) {
    WorkingCustomer customer = customers.get(id);
    return customer != null && customer.keys().apart();
  }

  /** A stored customer that is the company of a row before the law, or null. */
  @Nullable Found company(RowKeys keys, LongPredicate eligible) {
    String code = keys.code();
    if (code != null) {
      for (WorkingCustomer customer : at(byCode, code, eligible)) {
        return new Found(customer, RowResult.Why.CODE);
      }
    }
    String legal = keys.legal() == null ? bareNames.get(keys) : keys.legal();
    if (legal != null) {
      List<WorkingCustomer> same = new ArrayList<>(at(byLegal, legal, eligible));
      at(byBareName, legal, eligible).stream()
          .filter(c -> c.keys().legal() == null)
          .forEach(same::add);
      for (WorkingCustomer customer : same) {
        return new Found(customer, RowResult.Why.LEGAL);
      }
    }
    return null;
  }

  private static boolean byName(RowKeys keys, RowKeys other) {
    boolean otherCity =
        keys.city() != null && other.city() != null && !keys.city().equals(other.city());
    return !keys.apartFrom(other) && keys.nameSuffices(otherCity, !other.phones().isEmpty());
  }

  /** Says what is stored beside the row of a customer. */
  void profileIs(long id, Profile stored) {
    WorkingCustomer customer = customers.get(id);
    if (customer != null) {
      customer.profileIs(stored);
    }
  }

  /** Every customer that was read. */
  Collection<WorkingCustomer> all() {
    return customers.values();
  }

  /** A stored customer, if it was read for these rows. */
  @Nullable WorkingCustomer customer(long id) {
    return customers.get(id);
  }

  private List<WorkingCustomer> at(
      Map<String, Set<Long>> index, String key, LongPredicate eligible) {
    List<WorkingCustomer> found = new ArrayList<>();
    for (Long id : index.getOrDefault(key, Set.of())) {
      WorkingCustomer customer = customers.get(id);
      if (customer != null && eligible.test(id)) {
        found.add(customer);
      }
    }
    return found;
  }

  private void findByExternal(List<RowKeys> keys, Set<Long> ids) {
    Set<String> wanted = new LinkedHashSet<>();
    keys.forEach(
        k -> {
          if (k.external() != null) {
            wanted.add(k.external());
          }
        });
    chunks(
        found(lookup.equal(KeyColumn.CUSTOMER_EXTERNAL, wanted)),
        some -> mapper.externalKeys(some).forEach(r -> add(byExternal, r, ids)));
  }

  /**
   * By credit code and registered name. A row or a customer without a registered name of its own is
   * taken by its name.
   */
  private void findByCompany(List<RowDraft> rows, List<RowKeys> keys, Set<Long> ids) {
    Set<String> codes = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    boolean registered = mapper.registered() != null;
    for (int i = 0; i < rows.size(); i++) {
      String code = keys.get(i).code();
      String legal = keys.get(i).legal();
      if (code != null) {
        codes.add(code);
      }
      if (registered && legal == null && rows.get(i).named()) {
        legal = LegalName.key(rows.get(i).name());
        bareNames.put(keys.get(i), legal);
      }
      if (registered && legal != null) {
        names.add(legal);
      }
    }
    chunks(codes, some -> mapper.creditCodes(some).forEach(r -> add(byCode, r, ids)));
    chunks(names, some -> mapper.legalNames(some).forEach(r -> add(byLegal, r, ids)));
    findByBareName(rows, ids);
  }

  private void findByBareName(List<RowDraft> rows, Set<Long> ids) {
    Map<String, Range> ranges = new HashMap<>();
    for (RowDraft row : rows) {
      String legal = row.text(ProfileColumns.LEGAL_NAME);
      if (legal != null) {
        ranges.put(LegalName.key(legal), range(legal));
      }
    }
    chunks(
        found(lookup.inAny(KeyColumn.CUSTOMER_NAME, List.copyOf(ranges.values()))),
        some -> {
          for (KnownMapper.KeyRow row : mapper.names(some)) {
            String key = LegalName.key(row.text());
            if (ranges.containsKey(key)) {
              add(byBareName, new KnownMapper.KeyRow(row.id(), key), ids);
            }
          }
        });
  }

  private void findByPhone(List<RowDraft> rows, List<RowKeys> keys, Set<Long> ids) {
    Set<String> suffixes = new LinkedHashSet<>();
    rows.forEach(
        row ->
            row.phones().stream()
                .map(RowDraft.DraftPhone::number)
                .filter(PhoneKeys::identifies)
                .forEach(number -> suffixes.add(number.suffix8())));
    Set<String> wanted = new HashSet<>();
    keys.forEach(k -> wanted.addAll(k.phones()));
    chunks(
        found(lookup.equal(KeyColumn.PHONE_ENDING, suffixes)),
        some -> {
          for (KnownMapper.PhoneRow row : mapper.phonesByIds(some)) {
            String key = PhoneKeys.of(row.number());
            if (wanted.contains(key)) {
              add(byPhone, new KnownMapper.KeyRow(row.customerId(), key), ids);
            }
          }
        });
  }

  private void findByName(List<RowDraft> rows, List<RowKeys> keys, Set<Long> ids) {
    Map<String, Range> ranges = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!keys.get(i).name().isEmpty()) {
        ranges.put(keys.get(i).name(), range(rows.get(i).name()));
      }
    }
    chunks(
        found(lookup.inAny(KeyColumn.CUSTOMER_NAME, List.copyOf(ranges.values()))),
        some -> {
          for (KnownMapper.KeyRow row : mapper.names(some)) {
            String key = NameKeys.twinKey(row.text());
            if (ranges.containsKey(key)) {
              add(byName, new KnownMapper.KeyRow(row.id(), key), ids);
            }
          }
        });
  }

  /** In rising order, so that of several the oldest comes first. */
  private static List<Long> found(long[] ids) {
    return Arrays.stream(ids).sorted().boxed().toList();
  }

  private static Range range(String name) {
    String stem = NameKeys.stem(name);
    String low = stem.length() < SHORT ? NameKeys.nameKey(name) : NameKeys.prefix(stem);
    return new Range(low, low + (stem.length() < SHORT ? "0" : "g"));
  }

  private static void add(Map<String, Set<Long>> index, KnownMapper.KeyRow row, Set<Long> ids) {
    index.computeIfAbsent(row.text(), k -> new LinkedHashSet<>()).add(row.id());
    ids.add(row.id());
  }

  private void read(Set<Long> ids) {
    chunks(
        ids,
        some -> {
          Map<Long, List<Contact>> people = new HashMap<>();
          mapper.contacts(some).forEach(c -> list(people, c.customerId()).add(c));
          Map<Long, List<Phone>> phones = new HashMap<>();
          mapper.phones(some).forEach(p -> list(phones, p.customerId()).add(p.phone()));
          for (Customer customer : mapper.customers(some)) {
            customers.put(
                customer.id(),
                WorkingCustomer.stored(
                    customer, list(people, customer.id()), list(phones, customer.id())));
          }
        });
  }

  private static <T> List<T> list(Map<Long, List<T>> lists, long id) {
    return lists.computeIfAbsent(id, k -> new ArrayList<>());
  }

  private static <T> void chunks(Collection<T> all, Consumer<List<T>> work) {
    List<T> list = List.copyOf(all);
    for (int from = 0; from < list.size(); from += CHUNK) {
      work.accept(list.subList(from, Math.min(list.size(), from + CHUNK)));
    }
  }
}
