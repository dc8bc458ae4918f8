package app.ringbook.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word a person reads exists in both languages, and no word lies about unused. */
class TextsTest {
  private static final Path BUNDLES = Path.of("src/main/resources/app/ringbook");
  private static final Path CODE = Path.of("src/main/java/app/ringbook");

  /** A key is feature.screen.element; a literal that ends in a dot is the start of several. */
  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9_]+){2,}|[a-z]+(?:\\.[A-Za-z0-9_]+)+\\.)\"");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String feature : features()) {
      Map<String, String> english = bundle(feature, "en");
      Map<String, String> chinese = bundle(feature, "zh_CN");
      difference(english.keySet(), chinese.keySet()).forEach(k -> wrong.add("no Chinese: " + k));
      difference(chinese.keySet(), english.keySet()).forEach(k -> wrong.add("no English: " + k));
      english.forEach(
          (key, text) -> {
            String other = chinese.get(key);
            if (other != null && !places(text).equals(places(other))) {
              wrong.add("other placeholders: " + key);
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyKeyInTheCodeHasAText() throws IOException {
    Set<String> known = known();
    Set<String> features = features();
    List<String> missing =
        literals().stream()
            .filter(literal -> features.contains(literal.split("\\.", 2)[0]))
            .filter(
                literal ->
                    literal.endsWith(".")
                        ? known.stream().noneMatch(key -> key.startsWith(literal))
                        : !known.contains(literal))
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void everyTextIsUsed() throws IOException {
    Set<String> literals = literals();
    List<String> starts = literals.stream().filter(l -> l.endsWith(".")).toList();
    List<String> unused =
        known().stream()
            .filter(key -> !literals.contains(key))
            .filter(key -> starts.stream().noneMatch(key::startsWith))
            .toList();
    assertThat(unused).isEmpty();
  }

  @Test
  void nobodyIsShoutedAt() throws IOException {
    List<String> loud = new ArrayList<>();
    for (String feature : features()) {
      for (String language : List.of("en", "zh_CN")) {
        bundle(feature, language)
            .forEach(
                (key, text) -> {
                  // A spreadsheet's own error values, such as #REF!, are quoted as they are.
                  String said = text.replaceAll("#[A-Z/0]+[!?]", "");
                  if (said.contains("!") || said.contains("！") || said.contains("请您")) {
                    loud.add(language + " " + key);
                  }
                });
      }
    }
    assertThat(loud).isEmpty();
  }

  private static Set<String> known() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String feature : features()) {
      known.addAll(bundle(feature, "en").keySet());
    }
    return known;
  }

  private static Set<String> features() throws IOException {
    try (Stream<Path> files = Files.walk(BUNDLES)) {
      Set<String> features = new TreeSet<>();
      files
          .filter(f -> f.endsWith("texts_en.properties"))
          .forEach(f -> features.add(BUNDLES.relativize(f).getName(0).toString()));
      assertThat(features).isNotEmpty();
      return features;
    }
  }

  private static Map<String, String> bundle(String feature, String language) throws IOException {
    Path file = BUNDLES.resolve(feature).resolve("texts_" + language + ".properties");
    Map<String, String> texts = new TreeMap<>();
    if (Files.exists(file)) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
      properties.forEach((key, value) -> texts.put((String) key, (String) value));
    }
    return texts;
  }

  private static Set<String> literals() throws IOException {
    Set<String> literals = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CODE)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = LITERAL.matcher(Files.readString(file));
        while (matcher.find()) {
          literals.add(matcher.group(1));
        }
      }
    }
    return literals;
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  private static Set<String> difference(Set<String> from, Set<String> take) {
    Set<String> left = new TreeSet<>(from);
    left.removeAll(take);
    return left;
  }
}
