package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.customer.Customers;
import app.ringbook.customer.twins.Twins;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.KindPass;
import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.spreadsheet.match.Fields;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Rows become customers with a person and phones. */
public final class CustomerKind implements RecordKind {
  /** Its name. */
  public static final String WORD = "customers";

  private final Customers customers;
  private final BlockWriter writer;
  private final Supplier<List<String>> others;
  private final ProfileColumns columns;
  private final Twins twins;

  /**
   * Writes through these doors.
   *
   * @param others headings that an export writes over what is not imported, as they are at the
   *     moment
   * @param columns what can be filled beside the row of a customer
   * @param twins knows who may be the same customer
   */
  public CustomerKind(
      Customers customers,
      Timeline timeline,
      Supplier<List<String>> others,
      ProfileColumns columns,
      Twins twins) {
    this.twins = twins;
    this.customers = customers;
    this.columns = columns;
    this.writer = new BlockWriter(customers, timeline);
    this.others = others;
  }

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public Fields fields() {
    return columns.all().besides(others.get());
  }

  @Override
  public List<String> options(Field field) {
    List<String> own = columns.options(field);
    return own.isEmpty() ? RecordKind.super.options(field) : own;
  }

  @Override
  public boolean enough(ColumnMatch match) {
    return match.has(CustomerFields.NAME)
        || match.has(CustomerFields.CONTACT)
        || match.matched().stream().anyMatch(c -> c.field() != null && c.field().phone());
  }

  @Override
  public RowDraft judged(RowDraft draft) {
    return judge(draft);
  }

  /** Refuses a row that names neither a customer nor a person nor a phone. */
  public static RowDraft judge(RowDraft draft) {
    boolean nobody = !draft.named() && draft.person() == null && draft.phones().isEmpty();
    return nobody ? draft.refused(ProblemKind.NO_NAME, "") : draft;
  }

  @Override
  public boolean asks() {
    return true;
  }

  @Override
  public Optional<Existing> existing(long id) {
    return customers.byId(id).isEmpty()
        ? Optional.empty()
        : Optional.of(customers.portrait(id))
            .map(
                portrait ->
                    new Existing(
                        portrait.customer().name(),
                        portrait.phones().stream().map(p -> p.number().raw()).toList(),
                        portrait.customer().city(),
                        portrait.customer().owner(),
                        portrait.customer().lastContactAt()));
  }

  @Override
  public KindPass pass(ImportOptions options) {
    return new BlockPlanner(options, writer, columns.pass(), twins);
  }
}
