package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.customer.names.NameKeys;
import app.ringbook.spreadsheet.kind.KindPass;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The customers that rows belong to: by the other system's key, by name, and only where a row says
 * neither by a phone.
 */
final class OwnCustomers {
  private final KnownCustomers known;

  private OwnCustomers(KnownCustomers known) {
    this.known = known;
  }

  /** Reads the customers of some rows. */
  static OwnCustomers of(List<RowDraft> drafts, KindPass.Reading reading) {
    List<RowDraft> good = drafts.stream().filter(d -> d.refusal() == null).toList();
    List<RowKeys> keys = good.stream().map(OwnCustomers::keys).toList();
    return new OwnCustomers(
        reading.read(
            KnownMapper.class,
            m ->
                KnownCustomers.load(m, reading.keys(), good, keys, named(good), reading::giveWay)));
  }

  /** The customer of a row, or null if there is none. */
  KnownCustomers.@Nullable Found find(RowDraft draft) {
    RowKeys keys = keys(draft);
    KnownCustomers.Found own = known.named(draft, keys);
    return own == null ? known.find(keys, true, id -> true) : own;
  }

  /** Ids of customers that rows name by key. */
  static Set<Long> named(List<RowDraft> rows) {
    Set<Long> ids = new LinkedHashSet<>();
    rows.forEach(row -> ids.add(row.ownKey(CustomerFields.OWN_KEY)));
    ids.remove(0L);
    return ids;
  }

  /** A row whose customer is not there, refused with what the row says about it. */
  static RowDraft missing(RowDraft draft) {
    String key = draft.text("externalKey");
    if (draft.named() || key != null) {
      return draft.refused(
          ProblemKind.NO_CUSTOMER, draft.named() || key == null ? draft.name() : key);
    }
    return draft.refused(
        draft.phones().isEmpty() ? ProblemKind.CUSTOMER_UNSAID : ProblemKind.NUMBER_UNKNOWN,
        draft.name());
  }

  private static RowKeys keys(RowDraft draft) {
    String key = draft.text("externalKey");
    boolean told = draft.named() || key != null;
    return new RowKeys(
        key,
        draft.named() ? NameKeys.twinKey(draft.name()) : "",
        told
            ? Set.of()
            : RowKeys.phones(draft.phones().stream().map(RowDraft.DraftPhone::number).toList()),
        null,
        true,
        null,
        null,
        false);
  }

  /** Every customer that was read, by id. */
  Map<Long, WorkingCustomer> all() {
    return known.all().stream()
        .collect(Collectors.toMap(c -> c.customer().id(), Function.identity()));
  }
}
