package app.ringbook.customer;

import app.ringbook.platform.Progress;
import app.ringbook.store.Database;

/** Every phone in memory by its last eight digits, kept true by the database's changes. */
public final class CallerIndex implements AutoCloseable {

  /** Listens to the database from now on; empty until {@link #load}. */
  public CallerIndex(Database database) {}

  /** Reads all phones; takes seconds with a million of them, so on a background thread. */
  public void load(Progress progress) {
    throw new UnsupportedOperationException();
  }

  /** True once {@link #load} is through. */
  public boolean loaded() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
