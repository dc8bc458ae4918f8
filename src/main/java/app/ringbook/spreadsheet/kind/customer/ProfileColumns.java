package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.customer.Customer;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.CustomField;
import app.ringbook.customer.fields.Field.Option;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.legal.CreditCode;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.kind.Fills;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.spreadsheet.match.Fields;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.store.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What columns can fill beside the row of a customer: ratings, the key flag, needs, and the fields
 * that users defined, as the catalogue has them at the moment. Values are read and stored by the
 * rules of the form. Registered name and credit code are one customer's only, unless the row gives
 * a reason: {@link BlockPlanner} refuses what is not.
 */
public final class ProfileColumns {
  /** Key of the registered name. */
  static final String LEGAL_NAME = "legalName";

  /** Key of the credit code. */
  static final String CREDIT_CODE = "creditCode";

  /** Key of why it is another company although name or code say the same. */
  static final String DIFFERENT = "differentReason";

  private static final Field REASON =
      new Field(
          DIFFERENT,
          null,
          Field.Kind.TEXT,
          1000,
          false,
          null,
          null,
          Fields.names(
              """
              并非同一家公司的原因, 重复原因, 并非重复的原因, why another company,
              why it is another company, reason for duplicate, why not a duplicate
              """));

  private static final Map<String, List<String>> MORE_NAMES =
      Map.of(
          LEGAL_NAME,
          Fields.names(
              """
              注册名称, 工商名称, 工商注册名称, 营业执照名称, 法定名称, 登记名称, legal name,
              registered name, legal entity, registered company name
              """),
          CREDIT_CODE,
          Fields.names(
              """
              统一社会信用代码, 社会信用代码, 信用代码, 统一信用代码, 税号, 纳税人识别号,
              credit code, unified social credit code, uscc, registration number,
              register number, company registration number, tax number, tax id, vat number
              """));

  /** A flag that is not set is as good as empty. */
  private static final String NO = "false";

  private static final Set<String> OWN =
      Set.of(
          LEGAL_NAME,
          CREDIT_CODE,
          "qualification",
          "size",
          "timing",
          "progress",
          "keyCustomer",
          "needs",
          "pains",
          "expectations");

  private final Supplier<List<app.ringbook.customer.fields.Field<CustomerRecord>>> catalogue;
  private final Profiles profiles;
  private final FieldValues values;

  /**
   * @param catalogue the fields of customers that can be imported, as they are at the moment
   * @param profiles where the values are stored
   * @param values reads what stands in cells
   */
  public ProfileColumns(
      Supplier<List<app.ringbook.customer.fields.Field<CustomerRecord>>> catalogue,
      Profiles profiles,
      FieldValues values) {
    this.catalogue = catalogue;
    this.profiles = profiles;
    this.values = values;
  }

  /** Every field of a customer that a column can fill. */
  Fields all() {
    List<Field> all = new ArrayList<>(CustomerFields.ALL.all());
    lines().values().forEach(line -> all.add(all.size() - 1, field(line)));
    all.add(all.size() - 1, REASON);
    return new Fields(all);
  }

  /** The words of a field that takes words of a list only; empty for other fields. */
  List<String> options(Field field) {
    app.ringbook.customer.fields.Field<CustomerRecord> line = lines().get(field.key());
    if (line == null || line.kind() != FieldKind.LIST) {
      return List.of();
    }
    return line.custom() == null
        ? line.options().stream().map(Option::value).toList()
        : List.copyOf(line.words());
  }

  /** One pass over a file: the fields stay as they were when it began. */
  Pass pass() {
    return new Pass(lines());
  }

  private Map<String, app.ringbook.customer.fields.Field<CustomerRecord>> lines() {
    Map<String, app.ringbook.customer.fields.Field<CustomerRecord>> lines = new LinkedHashMap<>();
    for (app.ringbook.customer.fields.Field<CustomerRecord> line : catalogue.get()) {
      boolean users = line.custom() != null && line.kind() != FieldKind.FILE;
      if (line.editable() && (users || OWN.contains(line.key()))) {
        lines.put(line.key(), line);
      }
    }
    return lines;
  }

  private Field field(app.ringbook.customer.fields.Field<CustomerRecord> line) {
    CustomField custom = line.custom();
    Field.Kind kind = line.kind() == FieldKind.DATE ? Field.Kind.DAY : Field.Kind.TEXT;
    int length = line.length() == 0 ? FieldValues.LONGEST : line.length();
    List<String> names =
        Stream.concat(
                Stream.of(Texts.ENGLISH, Texts.CHINESE).map(line::label),
                MORE_NAMES.getOrDefault(line.key(), List.of()).stream())
            .distinct()
            .toList();
    return new Field(
        line.key(),
        custom == null ? null : custom.label(),
        kind,
        length,
        false,
        null,
        null,
        names,
        text -> stored(line, text));
  }

  /** A cell's text in the form in which it is stored. */
  private String stored(app.ringbook.customer.fields.Field<CustomerRecord> line, String text) {
    if (line.kind() == FieldKind.LIST && line.custom() == null) {
      return word(line, text);
    }
    if (line.key().equals(CREDIT_CODE)) {
      return CreditCode.plain(text);
    }
    Object value = values.read(line.kind(), line.words(), text);
    return value == null ? "" : FieldValues.stored(line.kind(), value);
  }

  /** A word of the program is written as it is shown, in whatever language. */
  private static String word(app.ringbook.customer.fields.Field<CustomerRecord> line, String text) {
    for (Option option : line.options()) {
      if (text.equalsIgnoreCase(option.value())
          || text.equalsIgnoreCase(option.shown(Texts.ENGLISH))
          || text.equalsIgnoreCase(option.shown(Texts.CHINESE))) {
        return option.value();
      }
    }
    throw new ProblemException(
        "customer.field.problem.option_unknown", text, String.join(", ", line.words()));
  }

  /** What one file says about the profiles of customers. */
  final class Pass {
    private final Map<String, app.ringbook.customer.fields.Field<CustomerRecord>> lines;

    private Pass(Map<String, app.ringbook.customer.fields.Field<CustomerRecord>> lines) {
      this.lines = lines;
    }

    /** Reads the profiles of stored customers, if any of the rows says something about one. */
    void load(List<RowDraft> drafts, KnownCustomers known) {
      boolean asked = drafts.stream().flatMap(d -> d.texts().keySet().stream()).anyMatch(this::has);
      if (asked) {
        List<Long> ids = known.all().stream().map(c -> c.customer().id()).toList();
        profiles.of(ids).forEach((id, profile) -> known.profileIs(id, profile));
      }
    }

    private boolean has(Field field) {
      return lines.containsKey(field.key()) || field.equals(REASON);
    }

    /**
     * Notes what a row says about a customer beside its row.
     *
     * @param fills which values replace what is stored, and which fill what is empty
     * @return true if that changes anything
     */
    boolean take(WorkingCustomer customer, RowDraft draft, Fills fills) {
      Map<String, String> more = missing(customer, draft, fills);
      customer.said().putAll(more);
      return !more.isEmpty();
    }

    /** True if taking the row would change anything; nothing is noted. */
    boolean wouldTake(WorkingCustomer customer, RowDraft draft, Fills fills) {
      return !missing(customer, draft, fills).isEmpty();
    }

    private Map<String, String> missing(WorkingCustomer customer, RowDraft draft, Fills fills) {
      Map<String, String> more = new LinkedHashMap<>();
      draft
          .texts()
          .forEach(
              (field, text) -> {
                app.ringbook.customer.fields.Field<CustomerRecord> line = lines.get(field.key());
                if (field.equals(REASON)) {
                  String known = customer.profile().differentReason();
                  if (!text.equals(known) && fills.takes(field, known == null)) {
                    more.put(DIFFERENT, text);
                  }
                } else if (line != null && !text.isEmpty()) {
                  String now = customer.said().get(field.key());
                  String before = now == null ? stored(line, customer.profile()) : now;
                  boolean empty =
                      before == null || (line.kind() == FieldKind.FLAG && before.equals(NO));
                  if (!text.equals(before) && fills.takes(field, empty)) {
                    more.put(field.key(), text);
                  }
                }
              });
      return more;
    }

    private static @Nullable String stored(
        app.ringbook.customer.fields.Field<CustomerRecord> line, Profile profile) {
      Object value = line.value(record(profile));
      return value == null ? null : FieldValues.stored(line.kind(), value);
    }

    /** Stores what the rows of a block said, in a handful of batches. */
    void write(Transaction transaction, Map<Long, WorkingCustomer> customers) {
      Map<Long, Map<String, String>> said = new HashMap<>();
      customers.forEach(
          (id, customer) -> {
            if (!customer.said().isEmpty()) {
              said.put(id, customer.said());
            }
          });
      if (!said.isEmpty()) {
        profiles.editAllIn(
            transaction,
            List.copyOf(said.keySet()),
            profile -> with(profile, said.getOrDefault(profile.customerId(), Map.of())));
      }
    }

    private Profile with(Profile profile, Map<String, String> texts) {
      CustomerRecord record = record(profile);
      for (Map.Entry<String, String> entry : texts.entrySet()) {
        app.ringbook.customer.fields.Field<CustomerRecord> line = lines.get(entry.getKey());
        if (line != null) {
          record = line.with(record, FieldValues.loaded(line.kind(), entry.getValue()));
        }
      }
      String reason = texts.get(DIFFERENT);
      return reason == null
          ? record.profile()
          : record.profile().change().differentReason(reason).build();
    }

    private static CustomerRecord record(Profile profile) {
      return new CustomerRecord(Customer.named("-").build(), profile, List.of(), List.of());
    }
  }
}
