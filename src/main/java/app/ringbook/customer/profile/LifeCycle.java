package app.ringbook.customer.profile;

import java.util.Locale;

/** How far a customer has come. */
public enum LifeCycle {
  /** Has not signed anything yet. */
  POTENTIAL,
  /** Has signed once. */
  SIGNED,
  /** Has signed again. */
  REPEAT,
  /** Had signed, and nobody has talked to them for long. */
  LAPSED;

  /** Text key of its name. */
  public String key() {
    return "customer.life." + name().toLowerCase(Locale.ROOT);
  }

  /** What contracts alone make of a customer. */
  static LifeCycle afterContracts(int count) {
    return count == 0 ? POTENTIAL : count == 1 ? SIGNED : REPEAT;
  }
}
