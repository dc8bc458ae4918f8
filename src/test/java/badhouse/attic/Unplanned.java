package badhouse.attic;

/** A package without a row in the table. */
public final class Unplanned {}
