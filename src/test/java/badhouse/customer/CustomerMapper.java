package badhouse.customer;

/** A mapper that everybody may call. */
public interface CustomerMapper {}
