package app.ringbook.customer.profile;

import app.ringbook.customer.legal.CreditCode;
import app.ringbook.customer.legal.LegalName;
import app.ringbook.store.Row;
import org.jspecify.annotations.Nullable;

/** The only place where profiles and what hangs on them become rows. */
public final class ProfileRows {
  /** Table of profiles. */
  public static final String PROFILE = "customer_profile";

  /** Table of departments. */
  public static final String DEPARTMENT = "department";

  /** Table of further addresses. */
  public static final String ADDRESS = "customer_address";

  /** Table of needs. */
  public static final String NEED = "customer_need";

  /** Table of files. */
  public static final String FILE = "customer_file";

  private ProfileRows() {}

  /** The image of a profile; keys for comparing are derived here. */
  public static Row profile(Profile p) {
    String legal = p.legalName();
    String code = p.creditCode();
    return Row.of(PROFILE, p.customerId(), p.version())
        .set("legal_name", legal)
        .set("legal_name_key", legal == null ? null : cut(LegalName.key(legal), 500))
        .set("credit_code", code == null ? null : cut(CreditCode.plain(code), 40))
        .set("different_reason", p.differentReason())
        .set("life_cycle", p.lifeCycle().name())
        .set("life_cycle_manual", p.lifeCycleManual())
        .set("life_cycle_at", p.lifeCycleAt())
        .set("contracts", p.contracts())
        .set("qualification", p.qualification())
        .set("size_rating", p.size())
        .set("timing", p.timing())
        .set("progress", p.progress())
        .set("key_customer", p.keyCustomer())
        .set("needs", p.needs())
        .set("pains", p.pains())
        .set("expectations", p.expectations())
        .set("custom", p.custom().text())
        .build();
  }

  static Row department(Department d) {
    return Row.of(DEPARTMENT, d.id(), d.version())
        .set("customer_id", d.customerId())
        .set("name", d.name())
        .build();
  }

  static Row address(Address a) {
    return Row.of(ADDRESS, a.id(), a.version())
        .set("customer_id", a.customerId())
        .set("kind", a.kind().name())
        .set("country", a.country())
        .set("region", a.region())
        .set("city", a.city())
        .set("address", a.address())
        .set("postal_code", a.postalCode())
        .build();
  }

  static Row need(Need n) {
    return Row.of(NEED, n.id(), n.version())
        .set("customer_id", n.customerId())
        .set("product", n.product())
        .set("importance", n.importance().name())
        .set("detail", n.detail())
        .set("met", n.met())
        .build();
  }

  private static @Nullable String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
