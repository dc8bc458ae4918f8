package app.ringbook.platform;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every word a person reads, in one language. Keys are {@code feature.screen.element}; the first
 * part names the folder of the bundle: {@code call.popup.save} lives in {@code
 * /app/ringbook/call/texts_en.properties}. Values are ICU messages ({@code {0}}, {@code
 * {0,plural,one{# row}other{# rows}}}), UTF-8; a text asked for without arguments is taken as it
 * is.
 *
 * <p>Immutable in effect and safe for any thread. A key that is missing is shown as itself; a test
 * keeps that from happening.
 */
public final class Texts {
  /** English, the fallback. */
  public static final Texts ENGLISH = new Texts(Locale.ENGLISH);

  /** Simplified Chinese. */
  public static final Texts CHINESE = new Texts(Locale.SIMPLIFIED_CHINESE);

  private final Locale locale;
  private final Map<String, Properties> bundles = new ConcurrentHashMap<>();

  private Texts(Locale locale) {
    this.locale = locale;
  }

  /** The texts for {@code "zh"} or {@code "en"}; anything else reads English. */
  public static Texts of(String language) {
    return language.startsWith("zh") ? CHINESE : ENGLISH;
  }

  /** The locale for dates and numbers beside these texts. */
  public Locale locale() {
    return locale;
  }

  /** True for Chinese texts. */
  public boolean chinese() {
    return this == CHINESE;
  }

  /** The text of a key with its placeholders filled in. */
  public String text(String key, Object... arguments) {
    String pattern = bundle(key).getProperty(key, key);
    if (arguments.length == 0) {
      return pattern;
    }
    return new MessageFormat(pattern, ULocale.forLocale(locale)).format(arguments);
  }

  /** True if the key has a text. */
  public boolean has(String key) {
    return bundle(key).containsKey(key);
  }

  private Properties bundle(String key) {
    int dot = key.indexOf('.');
    return bundles.computeIfAbsent(dot < 0 ? key : key.substring(0, dot), this::load);
  }

  private Properties load(String feature) {
    Properties properties = new Properties();
    String name = "/app/ringbook/" + feature + "/texts_" + (chinese() ? "zh_CN" : "en");
    try (InputStream in = Texts.class.getResourceAsStream(name + ".properties")) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
