package badhouse.telephony.driver.two;

/** A driver that another one leans on. */
public final class TwoDriver {}
