package app.ringbook.store.sql;

/** The versions of program, database and data, for {@code version} and the About page. */
public final class Versions {
  private Versions() {}

  /** The program's version. */
  public static String program() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }

  /** Name and version of the embedded database. */
  public static String database() {
    return "H2 " + org.h2.engine.Constants.VERSION;
  }

  /** Newest schema this program knows. */
  public static int schema() {
    return Migrations.latest();
  }
}
