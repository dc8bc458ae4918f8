package app.ringbook.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Short files and small packages: what does not fit is two things. */
class FileSizeTest {
  private static final int LINES = 400;
  private static final int CLASSES = 20;

  @Test
  void noFileIsLongerThanTheCap() throws IOException {
    assertThat(tooLong(Path.of("src"))).isEmpty();
  }

  @Test
  void noPackageHoldsTooManyClasses() throws IOException {
    Map<Path, Integer> sizes = new TreeMap<>();
    for (Path file : javaFiles(Path.of("src/main/java"))) {
      if (!file.endsWith("package-info.java")) {
        sizes.merge(parent(file), 1, Integer::sum);
      }
    }
    assertThat(sizes).isNotEmpty();
    sizes.entrySet().removeIf(e -> e.getValue() <= CLASSES || isView(e.getKey()));
    assertThat(sizes).as("packages with more than %d classes", CLASSES).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    List<Path> silent =
        javaFiles(Path.of("src/main/java")).stream()
            .map(FileSizeTest::parent)
            .distinct()
            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
            .toList();
    assertThat(silent).isEmpty();
  }

  private static List<Path> tooLong(Path folder) throws IOException {
    return javaFiles(folder).stream().filter(file -> lines(file) > LINES).toList();
  }

  private static boolean isView(Path folder) {
    return folder.endsWith("view") || folder.toString().contains("/view/");
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".java")).toList();
    }
  }
}
