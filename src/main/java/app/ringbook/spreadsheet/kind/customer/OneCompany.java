package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.customer.Customer;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Keeps rows from making two customers of what is one company before the law. */
final class OneCompany {
  private final ImportOptions options;
  private final FileTwins file;

  OneCompany(ImportOptions options, FileTwins file) {
    this.options = options;
    this.file = file;
  }

  /**
   * A row refused because another customer has its credit code or registered name and it gives no
   * reason for that: it would make one company two. Null if the row may be stored.
   *
   * @param eligible stored customers that may be the other one
   */
  @Nullable RowDraft clash(
      RowDraft draft, RowKeys keys, KnownCustomers known, LongPredicate eligible) {
    if (keys.apart()
        || options.policy() == DuplicatePolicy.SKIP
        || (keys.code() == null && keys.legal() == null)) {
      return null;
    }
    boolean itsOwn = options.policy() != DuplicatePolicy.NEW;
    KnownCustomers.Found own = known.named(draft, keys);
    FileTwins.Found earlier = file.find(keys, options.phoneTwins());
    FileTwins.Found met = file.company(keys);
    if (met.any()) {
      return itsOwn && met.place() == place(own, earlier)
          ? null
          : draft.refused(ProblemKind.SAME_COMPANY, "", file.row(met.place()));
    }
    KnownCustomers.Found company = known.company(keys, eligible);
    if (company == null) {
      return null;
    }
    Customer other = company.customer().customer();
    boolean itself = itsOwn && other.id() == target(own, earlier, keys, known, eligible);
    return itself ? null : draft.refused(ProblemKind.SAME_COMPANY, other.name(), 0);
  }

  /** Id of the stored customer that a row is about, or 0. */
  private long target(
      KnownCustomers.@Nullable Found own,
      FileTwins.Found earlier,
      RowKeys keys,
      KnownCustomers known,
      LongPredicate eligible) {
    if (own == null && earlier.any()) {
      return file.customer(earlier.place());
    }
    KnownCustomers.Found stored =
        own == null ? known.find(keys, options.phoneTwins(), eligible) : own;
    return stored == null ? 0 : stored.customer().customer().id();
  }

  private int place(KnownCustomers.@Nullable Found own, FileTwins.Found earlier) {
    return own == null ? earlier.place() : file.ofCustomer(own.customer().customer().id());
  }
}
