package app.ringbook.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every source file stands as google-java-format writes it. With {@code -Dformat.write=true} the
 * files are rewritten instead: {@code mvn test -Dtest=FormatTest -Dtest.extra=-Dformat.write=true}.
 */
class FormatTest {

  @Test
  void sourcesAreFormatted() throws IOException {
    boolean write = Boolean.getBoolean("format.write");
    List<Path> unformatted = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      String formatted = format(file, text);
      if (!formatted.equals(text)) {
        if (write) {
          Files.writeString(file, formatted);
        } else {
          unformatted.add(file);
        }
      }
    }
    assertThat(unformatted)
        .as("mend with: mvn test -Dtest=FormatTest -Dtest.extra=-Dformat.write=true")
        .isEmpty();
  }

  private static String format(Path file, String text) {
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    try {
      return formatter.formatSource(RemoveUnusedImports.removeUnusedImports(text));
    } catch (FormatterException e) {
      throw new IllegalStateException("Cannot read " + file, e);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }
}
