package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.RowResult;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The customers that earlier rows of the same file were about. Keeps some fifty bytes a customer,
 * so that a million rows fit.
 */
final class FileTwins {
  private final LongIntMap byExternal = new LongIntMap();
  private final LongIntMap byCode = new LongIntMap();
  private final LongIntMap byLegal = new LongIntMap();
  private final LongIntMap byName = new LongIntMap();
  private final LongIntMap byPhone = new LongIntMap();
  private final LongIntMap byCustomer = new LongIntMap();
  private int size;
  private int[] row = new int[256];
  private int[] sameName = new int[256];
  private long[] external = new long[256];
  private long[] code = new long[256];
  private long[] city = new long[256];
  private long[] customer = new long[256];
  private boolean[] phones = new boolean[256];
  private Outcome[] outcome = new Outcome[256];

  /**
   * A customer met before.
   *
   * @param place its number here, or -1 if there is none
   * @param why how it was recognised
   */
  record Found(int place, RowResult.Why why) {
    static final Found NOTHING = new Found(-1, RowResult.Why.NONE);

    boolean any() {
      return place >= 0;
    }
  }

  /** Finds the customer of a row among those of the rows before it. */
  Found find(RowKeys keys, boolean byPhoneAlone) {
    if (keys.external() != null) {
      int place = byExternal.get(LongIntMap.hash(keys.external()));
      if (place >= 0) {
        return new Found(place, RowResult.Why.KEY);
      }
    }
    if (keys.apart()) {
      return Found.NOTHING;
    }
    Found company = company(keys);
    if (company.any() && !keysDiffer(company.place(), keys)) {
      return company;
    }
    boolean shared = false;
    for (String phone : keys.phones()) {
      int place = byPhone.get(LongIntMap.hash(phone));
      if (place >= 0 && !keysDiffer(place, keys)) {
        if (byPhoneAlone || sameName(place, keys)) {
          return new Found(place, RowResult.Why.PHONE);
        }
        shared = true;
      }
    }
    return keys.name().isEmpty() || shared ? Found.NOTHING : byName(keys);
  }

  /** The customer met before that is the company of a row before the law. */
  Found company(RowKeys keys) {
    String said = keys.code();
    int place = said == null ? -1 : byCode.get(LongIntMap.hash(said));
    if (place >= 0) {
      return new Found(place, RowResult.Why.CODE);
    }
    String legal = keys.legal();
    place = legal == null ? -1 : byLegal.get(LongIntMap.hash(legal));
    return place < 0 ? Found.NOTHING : new Found(place, RowResult.Why.LEGAL);
  }

  private Found byName(RowKeys keys) {
    int place = byName.get(LongIntMap.hash(keys.name()));
    for (; place >= 0; place = sameName[place]) {
      boolean otherCity =
          keys.city() != null && city[place] != 0 && city[place] != LongIntMap.hash(keys.city());
      if (!keysDiffer(place, keys) && keys.nameSuffices(otherCity, phones[place])) {
        return new Found(place, RowResult.Why.NAME);
      }
    }
    return Found.NOTHING;
  }

  /** True if a customer met before has the name of a row. */
  boolean sameName(int place, RowKeys keys) {
    int at = byName.get(LongIntMap.hash(keys.name()));
    while (at >= 0 && at != place) {
      at = sameName[at];
    }
    return at >= 0;
  }

  private boolean keysDiffer(int place, RowKeys keys) {
    return differ(external[place], keys.external()) || differ(code[place], keys.code());
  }

  private static boolean differ(long known, @Nullable String said) {
    return said != null && known != 0 && known != LongIntMap.hash(said);
  }

  /** Keeps a row's customer; returns its place. */
  int add(RowKeys keys, int rowNumber, Outcome what, long customerId) {
    int place = size++;
    if (place == row.length) {
      grow();
    }
    row[place] = rowNumber;
    outcome[place] = what;
    sameName[place] = -1;
    external[place] = keys.external() == null ? 0 : LongIntMap.hash(keys.external());
    code[place] = 0;
    city[place] = keys.city() == null ? 0 : LongIntMap.hash(keys.city());
    if (!keys.name().isEmpty()) {
      long hash = LongIntMap.hash(keys.name());
      sameName[place] = byName.get(hash);
      byName.put(hash, place);
    }
    if (customerId != 0) {
      customerIs(place, customerId);
    }
    learn(place, keys);
    return place;
  }

  /** A later row about the same customer may know more keys. */
  void learn(int place, RowKeys keys) {
    if (keys.external() != null) {
      byExternal.putIfAbsent(LongIntMap.hash(keys.external()), place);
      external[place] = external[place] == 0 ? LongIntMap.hash(keys.external()) : external[place];
    }
    String said = keys.code();
    if (said != null) {
      byCode.putIfAbsent(LongIntMap.hash(said), place);
      code[place] = code[place] == 0 ? LongIntMap.hash(said) : code[place];
    }
    String legal = keys.legal();
    if (legal != null) {
      byLegal.putIfAbsent(LongIntMap.hash(legal), place);
    }
    for (String phone : keys.phones()) {
      byPhone.putIfAbsent(LongIntMap.hash(phone), place);
      phones[place] = true;
    }
  }

  /** The place of a stored customer that an earlier row was about, or -1. */
  int ofCustomer(long customerId) {
    return byCustomer.get(customerId);
  }

  /** Notes the id that a customer has or got. */
  void customerIs(int place, long customerId) {
    customer[place] = customerId;
    byCustomer.putIfAbsent(customerId, place);
  }

  long customer(int place) {
    return customer[place];
  }

  int row(int place) {
    return row[place];
  }

  Outcome outcome(int place) {
    return outcome[place];
  }

  void outcomeIs(int place, Outcome what) {
    outcome[place] = what;
  }

  private void grow() {
    int length = row.length * 2;
    row = Arrays.copyOf(row, length);
    sameName = Arrays.copyOf(sameName, length);
    external = Arrays.copyOf(external, length);
    code = Arrays.copyOf(code, length);
    city = Arrays.copyOf(city, length);
    customer = Arrays.copyOf(customer, length);
    phones = Arrays.copyOf(phones, length);
    outcome = Arrays.copyOf(outcome, length);
  }
}
