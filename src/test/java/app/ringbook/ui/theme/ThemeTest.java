package app.ringbook.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeTest {
  private static final Pattern RAW_CSS =
      Pattern.compile(
          "#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsba?)\\(|(?<=[:,]"
              + " ?)(?:white|black|red|green|blue|gray|grey|yellow|orange)\\b");

  /** {@code #CC1} is no red but a command that modems understand. */
  private static final Pattern RAW_JAVA =
      Pattern.compile(
          "\\bColor\\.(?:web|rgb|hsb|color|gray|grayRgb|valueOf|(?!TRANSPARENT)[A-Z]{3,})\\b|\"#(?!CC1\")[0-9a-fA-F]{3,8}\"|rgba?\\(\\d");

  private static final Pattern NAME = Pattern.compile("(-(?:color|rb)-[a-z0-9-]+):\\s*([^;]+);");

  @Test
  void colorsAreNamedEverywhereButInTheTheme() throws IOException {
    assertThat(raw(Path.of("src/main/resources"), ".css", RAW_CSS)).isEmpty();
    assertThat(raw(Path.of("src/main/java"), ".java", RAW_JAVA)).isEmpty();
  }

  @Test
  void aRawColorWouldBeFound() {
    assertThat(RAW_CSS.matcher("-fx-fill: #fff;").find()).isTrue();
    assertThat(RAW_CSS.matcher("-fx-fill: white;").find()).isTrue();
    assertThat(RAW_CSS.matcher("-fx-fill: -color-fg-default;").find()).isFalse();
    assertThat(RAW_JAVA.matcher("Color.web(name)").find()).isTrue();
    assertThat(RAW_JAVA.matcher("Color.TRANSPARENT").find()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "-color-fg-default,-color-bg-default",
    "-color-fg-default,-color-bg-subtle",
    "-color-fg-default,-rb-selected",
    "-color-fg-default,-rb-hover",
    "-color-fg-default,-rb-overlay",
    "-color-fg-default,-rb-nav-here",
    "-color-fg-muted,-color-bg-default",
    "-color-fg-muted,-color-bg-subtle",
    "-color-fg-muted,-rb-selected",
    "-color-fg-muted,-rb-tag",
    "-color-fg-muted,-rb-card",
    "-rb-fg-faint,-color-bg-default",
    "-rb-fg-faint,-color-bg-subtle",
    "-color-accent-fg,-color-bg-default",
    "-color-accent-fg,-color-accent-subtle",
    "-color-accent-fg,-rb-selected",
    "-color-success-fg,-color-bg-default",
    "-color-success-fg,-color-success-subtle",
    "-color-warning-fg,-color-bg-default",
    "-color-warning-fg,-color-warning-subtle",
    "-color-danger-fg,-color-bg-default",
    "-color-danger-fg,-color-danger-subtle",
    "-color-fg-emphasis,-color-accent-emphasis",
    "-color-fg-emphasis,-color-danger-emphasis",
    "-color-light,-rb-bulk"
  })
  void textCanBeReadInBothThemes(String text, String ground) throws IOException {
    for (String theme : List.of("light", "dark")) {
      Map<String, String> names = names(theme);
      Color window = color("-color-bg-default", names);
      Color behind = over(color(ground, names), window);
      double contrast = contrast(over(color(text, names), behind), behind);
      assertThat(contrast).as("%s on %s, %s", text, ground, theme).isGreaterThanOrEqualTo(4.5);
    }
  }

  /** The one exception of the design: 4.35:1, made up for by bold. */
  @Test
  void aDangerBadgeOnADarkCardIsBold() throws IOException {
    Map<String, String> names = names("dark");
    Color card = color("-rb-card", names);
    Color behind = over(color("-color-danger-subtle", names), card);
    assertThat(contrast(color("-color-danger-fg", names), behind)).isBetween(4.2, 4.5);
    assertThat(text("/app/ringbook/ui/theme/dark.css"))
        .containsPattern("\\.rb-badge\\.danger \\{\\s+-fx-font-weight: bold");
  }

  /** All sheets are one: what a room says of a plain button would change every room's buttons. */
  @Test
  void aRoomStylesOnlyItsOwnParts() throws IOException {
    Set<String> standard = classes(text("/atlantafx/base/theme/primer-light.css"));
    List<String> wide = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      for (Path file :
          files.filter(f -> f.toString().replace('\\', '/').matches(".*/view/.*\\.css")).toList()) {
        for (String selector : selectors(Files.readString(file))) {
          String first = selector.split("[ >]", 2)[0];
          if (standard.containsAll(classes(first))) {
            wide.add(file.getFileName() + ": " + selector);
          }
        }
      }
    }
    assertThat(wide).isEmpty();
  }

  private static List<String> selectors(String css) {
    List<String> selectors = new ArrayList<>();
    String plain = css.replaceAll("(?s)/\\*.*?\\*/", "");
    Matcher matcher = Pattern.compile("([^{}]+)\\{").matcher(plain);
    while (matcher.find()) {
      for (String selector : matcher.group(1).split(",", -1)) {
        selectors.add(selector.strip());
      }
    }
    return selectors;
  }

  private static Set<String> classes(String css) {
    Set<String> classes = new HashSet<>();
    Matcher matcher = Pattern.compile("\\.([a-z][a-z0-9-]+)").matcher(css);
    while (matcher.find()) {
      classes.add(matcher.group(1));
    }
    return classes;
  }

  private static List<String> raw(Path root, String ending, Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(ending))
              .filter(f -> !f.toString().replace('\\', '/').contains("/ui/theme/"))
              .toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (pattern.matcher(lines.get(i)).find()) {
            found.add(file + ":" + (i + 1) + " " + lines.get(i).strip());
          }
        }
      }
    }
    return found;
  }

  private static Map<String, String> names(String theme) throws IOException {
    Map<String, String> names = new HashMap<>();
    for (String sheet :
        List.of(
            "/atlantafx/base/theme/primer-" + theme + ".css",
            "/app/ringbook/ui/theme/" + theme + ".css")) {
      Matcher matcher = NAME.matcher(text(sheet));
      while (matcher.find()) {
        names.putIfAbsent(matcher.group(1), matcher.group(2).strip());
      }
    }
    return names;
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = Objects.requireNonNull(ThemeTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Color color(String name, Map<String, String> names) {
    String value = name;
    while (value.startsWith("-")) {
      value = Objects.requireNonNull(names.get(value), value);
    }
    return Color.web(value);
  }

  private static Color over(Color color, Color ground) {
    double a = color.getOpacity();
    return Color.color(
        color.getRed() * a + ground.getRed() * (1 - a),
        color.getGreen() * a + ground.getGreen() * (1 - a),
        color.getBlue() * a + ground.getBlue() * (1 - a));
  }

  /** WCAG 2: (lighter + 0.05) / (darker + 0.05). */
  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
