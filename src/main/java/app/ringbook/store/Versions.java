package app.ringbook.store;

import app.ringbook.store.sql.Migrations;

/** What the store is made of, for {@code version} and the About page. */
public final class Versions {
  private Versions() {}

  /** Name and version of the embedded database. */
  public static String database() {
    return "H2 " + org.h2.engine.Constants.VERSION;
  }

  /** Newest schema this program knows. */
  public static int schema() {
    return Migrations.latest();
  }
}
