package app.ringbook.call.view;

import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A month to click a day in, in the window's language; JavaFX's own speaks the system's. Days that
 * are over can't be chosen.
 */
final class MonthBox extends VBox {
  private static final int WEEK = 7;
  private static final double DAY = 28;
  private final Language language;
  private final LocalDate today;
  private final LocalDate chosen;
  private final Consumer<LocalDate> picked;
  private final Label title = new Label();
  private final GridPane days = new GridPane();
  private YearMonth month;

  /**
   * @param chosen the day that is chosen now; its month is shown
   * @param picked told the day that is clicked
   */
  MonthBox(LocalDate today, LocalDate chosen, Consumer<LocalDate> picked, Language language) {
    this.language = language;
    this.today = today;
    this.chosen = chosen;
    this.picked = picked;
    month = YearMonth.from(chosen);
    getStyleClass().add("next-calendar");
    title.getStyleClass().add("strong");
    title.setMaxWidth(Double.MAX_VALUE);
    title.setAlignment(Pos.CENTER);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button before =
        Icons.button(Feather.CHEVRON_LEFT, language.text("call.next.month_before"), () -> go(-1));
    Button after =
        Icons.button(Feather.CHEVRON_RIGHT, language.text("call.next.month_after"), () -> go(1));
    HBox head = new HBox(before, title, after);
    head.setAlignment(Pos.CENTER);
    days.getStyleClass().add("days");
    getChildren().setAll(head, days);
    fill();
  }

  private void go(int months) {
    month = month.plusMonths(months);
    fill();
  }

  private void fill() {
    Locale locale = language.texts().locale();
    title.setText(DateTimeFormatter.ofLocalizedPattern("yMMMM").localizedBy(locale).format(month));
    days.getChildren().clear();
    DayOfWeek first = WeekFields.of(locale).getFirstDayOfWeek();
    for (int column = 0; column < WEEK; column++) {
      Label name = new Label(first.plus(column).getDisplayName(TextStyle.SHORT_STANDALONE, locale));
      name.getStyleClass().add("secondary");
      GridPane.setHalignment(name, HPos.CENTER);
      GridPane.setHgrow(name, Priority.ALWAYS);
      days.add(name, column, 0);
    }
    int lead = Math.floorMod(month.atDay(1).getDayOfWeek().getValue() - first.getValue(), WEEK);
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      int place = lead + day - 1;
      days.add(day(month.atDay(day), locale), place % WEEK, 1 + place / WEEK);
    }
  }

  private Button day(LocalDate date, Locale locale) {
    Button day = new Button(String.valueOf(date.getDayOfMonth()));
    day.getStyleClass().setAll("button", "flat", "day");
    if (date.equals(chosen)) {
      day.getStyleClass().add("accent");
    }
    day.setMinSize(DAY, DAY);
    day.setMaxWidth(Double.MAX_VALUE);
    day.setDisable(date.isBefore(today));
    day.setAccessibleText(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(date));
    day.setOnAction(e -> picked.accept(date));
    return day;
  }
}
