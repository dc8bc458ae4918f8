package app.ringbook.customer.profile;

import app.ringbook.customer.legal.CreditCode;
import app.ringbook.customer.legal.LegalName;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.store.Transaction;
import app.ringbook.store.keys.KeyColumn;
import app.ringbook.store.keys.KeyLookup.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one rule by which two customers are one company before the law: the same credit code, or the
 * same registered name but for spelling and legal form. A customer without a registered name of its
 * own is taken by its name. Asked inside the transaction that saves.
 */
public final class LegalIdentity {
  /** Names that begin alike and are looked at; more than that is a common word. */
  private static final int NAMES_READ = 100;

  private LegalIdentity() {}

  /**
   * Another customer that is the same company.
   *
   * @param byCode true if the credit code says so, false if the name does
   */
  public record Same(long customerId, String name, boolean byCode) {}

  /**
   * Another customer that is this company, if there is one.
   *
   * @param except the customer itself, 0 for a new one
   * @param legalName its registered name, or its name; null to compare no names
   * @param creditCode its code, or null
   */
  public static Optional<Same> other(
      Transaction transaction,
      long except,
      @Nullable String legalName,
      @Nullable String creditCode) {
    ProfileMapper mapper = transaction.mapper(ProfileMapper.class);
    String code = creditCode == null ? "" : CreditCode.plain(creditCode);
    if (!code.isEmpty()) {
      List<ProfileMapper.NameRow> same = mapper.sameCreditCode(code, except);
      if (!same.isEmpty()) {
        return Optional.of(new Same(same.getFirst().id(), same.getFirst().name(), true));
      }
    }
    String key = legalName == null ? "" : LegalName.key(legalName);
    if (legalName == null || key.isEmpty()) {
      return Optional.empty();
    }
    return mapper.sameLegalName(key, except).stream()
        .findFirst()
        .or(() -> named(transaction, legalName, key, except))
        .map(row -> new Same(row.id(), row.name(), false));
  }

  private static Optional<ProfileMapper.NameRow> named(
      Transaction transaction, String legalName, String key, long except) {
    String stem = NameKeys.stem(legalName);
    if (stem.isEmpty()) {
      return Optional.empty();
    }
    String from = NameKeys.prefix(stem);
    long[] alike =
        transaction.keys().in(KeyColumn.CUSTOMER_NAME, new Range(from, from + "g"), NAMES_READ);
    if (alike.length == 0) {
      return Optional.empty();
    }
    List<Long> ids = Arrays.stream(alike).boxed().toList();
    return transaction.mapper(ProfileMapper.class).unregistered(ids, except).stream()
        .filter(row -> LegalName.key(row.name()).equals(key))
        .findFirst();
  }
}
