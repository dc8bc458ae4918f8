package app.ringbook.cli.session;

import app.ringbook.platform.AppFolders;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The words before the command: which data, which language, which form of output. */
public final class StartOptions {
  @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path data;

  @Option(names = "--db", paramLabel = "URL", scope = ScopeType.INHERIT)
  private @Nullable String databaseUrl;

  @Option(names = "--lang", paramLabel = "en|zh", scope = ScopeType.INHERIT)
  private @Nullable String language;

  @Option(names = "--json", scope = ScopeType.INHERIT)
  private boolean json;

  /** Made by the command line. */
  public StartOptions() {}

  /** Options that name a data folder and a language. */
  public StartOptions(Path data, @Nullable String language) {
    this.data = data;
    this.language = language;
  }

  /** The data folder: the one named, else the system's own place. */
  public AppFolders folders() {
    return new AppFolders(data == null ? AppFolders.systemRoot() : data);
  }

  /** URL of the team's PostgreSQL, or null for the embedded database. */
  public @Nullable String databaseUrl() {
    return databaseUrl;
  }

  /** {@code en} or {@code zh} if it was named; null means as the settings say. */
  public @Nullable String language() {
    return language;
  }

  /** True if results are printed as JSON. */
  public boolean json() {
    return json;
  }
}
