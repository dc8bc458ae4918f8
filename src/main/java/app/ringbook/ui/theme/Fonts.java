package app.ringbook.ui.theme;

import app.ringbook.platform.Texts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.text.Font;

/**
 * The font family by language. JavaFX takes one family, not a stack, so the first one that the
 * machine has is chosen here. Chinese must name a simplified family, or Han glyphs come in their
 * Japanese forms. On a Chinese Windows the family has a Chinese name.
 */
public final class Fonts {
  private static final List<String> CHINESE =
      List.of(
          "Microsoft YaHei UI",
          "微软雅黑 UI",
          "Microsoft YaHei",
          "微软雅黑",
          "PingFang SC",
          "苹方-简",
          "Noto Sans CJK SC",
          "Noto Sans SC",
          "Source Han Sans SC",
          "WenQuanYi Micro Hei",
          "WenQuanYi Zen Hei");
  private static final List<String> LATIN =
      List.of("Segoe UI", ".AppleSystemUIFont", "SF Pro Text", "Inter", "Noto Sans", "DejaVu Sans");

  private Fonts() {}

  /** The family for these texts that this machine has. */
  static String family(Texts texts) {
    Set<String> installed = new TreeSet<>(Font.getFamilies());
    return (texts.chinese() ? CHINESE : LATIN)
        .stream().filter(installed::contains).findFirst().orElse("System");
  }

  /** True if Chinese can be shown properly on this machine. */
  public static boolean chineseGlyphs() {
    Set<String> installed = new TreeSet<>(Font.getFamilies());
    return CHINESE.stream().anyMatch(installed::contains)
        || installed.stream().anyMatch(name -> name.contains("CJK"));
  }
}
