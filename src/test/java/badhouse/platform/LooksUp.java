package badhouse.platform;

import badhouse.customer.CustomerManager;

/** The lowest room imports a feature. */
public final class LooksUp {
  /** A feature seen from below. */
  public CustomerManager customers = new CustomerManager();
}
