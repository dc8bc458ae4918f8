package app.ringbook.customer.view;

import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.Money;
import app.ringbook.customer.files.KeptFiles;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of fields as people read them, in the present language. */
public final class FieldWords {
  private static final int DIGITS = 10;
  private final Language language;
  private final Formats formats;

  /** In this language. */
  public FieldWords(Language language, Formats formats) {
    this.language = language;
    this.formats = formats;
  }

  /** A value of a field; empty for none. */
  public String shown(Field<?> field, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (field.kind() == FieldKind.FILE) {
      return KeptFiles.shown(value.toString());
    }
    return switch (value) {
      case BigDecimal number -> number(number);
      case Money money -> money(money);
      case LocalDate day -> formats.date(day);
      case Instant moment -> formats.moment(moment);
      case Boolean truth -> language.now(truth ? "customer.value.yes" : "customer.value.no");
      case List<?> words ->
          words.stream()
              .map(word -> option(field, String.valueOf(word)))
              .collect(Collectors.joining(", "));
      default -> option(field, value.toString());
    };
  }

  private String option(Field<?> field, String value) {
    return field.options().stream()
        .filter(o -> o.value().equals(value))
        .findFirst()
        .map(o -> o.shown(language.texts()))
        .orElse(value);
  }

  private String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getInstance(locale());
    format.setMaximumFractionDigits(DIGITS);
    return format.format(number);
  }

  private String money(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale());
    format.setCurrency(Currency.getInstance(money.currency()));
    return format.format(money.amount());
  }

  private ULocale locale() {
    return ULocale.forLocale(language.texts().locale());
  }
}
