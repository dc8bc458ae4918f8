package app.ringbook.cli.session;

import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.store.backup.Finding;
import java.io.Console;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command prints: one JSON object a line with {@code --json}, else sentences. Messages for
 * a person never mix into the JSON.
 */
public final class Output {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;
  private final Texts texts;

  /** Prints to the two streams, in one language. */
  public Output(PrintStream out, PrintStream err, boolean json, Texts texts) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.texts = texts;
  }

  /** True if results are JSON. */
  public boolean json() {
    return json;
  }

  /** The language of the sentences. */
  public Texts texts() {
    return texts;
  }

  /** Prints the result as JSON, or the sentence of a key. */
  public void result(Object value, String key, Object... arguments) {
    if (json) {
      object(value);
    } else {
      say(key, arguments);
    }
  }

  /** Prints one JSON object on a line of its own, at once. */
  public void object(Object value) {
    synchronized (out) {
      out.println(JSON.writeValueAsString(value));
      out.flush();
    }
  }

  /** Prints a sentence to standard output. */
  public void say(String key, Object... arguments) {
    line(texts.text(key, arguments));
  }

  /** Prints ready text to standard output. */
  public void line(String text) {
    synchronized (out) {
      out.println(text);
      out.flush();
    }
  }

  /** Prints a sentence to standard error. */
  public void complain(String key, Object... arguments) {
    err.println(texts.text(key, arguments));
    err.flush();
  }

  /** Prints to standard error what was found when the data was opened. */
  public void complain(Finding finding) {
    err.println(finding.sentence(texts));
    err.flush();
  }

  /** Shows progress on standard error where a person watches. */
  public void progress(String text) {
    if (!json && somebodyWatches()) {
      err.print("\r" + text + " ");
      err.flush();
    }
  }

  /** Ends a line of progress. */
  public void progressDone() {
    if (!json && somebodyWatches()) {
      err.println();
    }
  }

  // The compiler's two checkers disagree on whether the console may be null.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean somebodyWatches() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** Progress of long work, shown as {@link #progress} does. */
  public Progress watched() {
    return new Progress() {
      @Override
      public void at(long done, long total) {
        progress(texts.text("cli.progress.line", done, total));
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }

  /** How a constant is written in JSON: {@code LOCAL_AREA} becomes {@code local-area}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** An ordered JSON object: names and values in turn. */
  public static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return fields;
  }
}
