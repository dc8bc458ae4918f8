package app.ringbook.spreadsheet.view;

import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.settings.ImportSettings;
import app.ringbook.settings.Settings;
import app.ringbook.spreadsheet.ColumnValues;
import app.ringbook.spreadsheet.ImportLine;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.FillRule;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.Kinds;
import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.ColumnMatcher;
import app.ringbook.spreadsheet.match.DateOrder;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.spreadsheet.match.RowRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which column of the open sheet fills which field, and what the user decided about them. Every
 * change of columns or options starts a new rehearsal and drops the one before.
 */
public final class Matching {
  private final Background background;
  private final Kinds kinds;
  private final ColumnValues values;
  private final PhoneNumbers numbers;
  private final Settings settings;
  private final Trial trial;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<@Nullable ColumnMatch> match = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<ImportOptions> options =
      new SimpleObjectProperty<>(ImportOptions.DEFAULT);
  private final ReadOnlyBooleanWrapper remembered = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<ColumnValues.Question>> questions =
      new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable SheetRows rows;
  private Background.@Nullable Job<List<ColumnValues.Question>> asking;

  /**
   * @param numbers knows countries, for the matching
   * @param settings keeps matches by the shape of files
   * @param trial rehearses what is matched
   * @param failed hears of what went wrong
   */
  Matching(
      Background background,
      ImportLine imports,
      PhoneNumbers numbers,
      Settings settings,
      Trial trial,
      Consumer<Throwable> failed) {
    this.background = background;
    this.kinds = imports.kinds();
    this.values = imports.values();
    this.numbers = numbers;
    this.settings = settings;
    this.trial = trial;
    this.failed = failed;
    options.addListener((o, before, now) -> tryOut());
  }

  /** Guesses the match of a sheet from its headers and values. Not for the front executor. */
  ColumnMatch recognised(SheetRows sheet) {
    return new ColumnMatcher(numbers, kind().fields()).match(sheet);
  }

  /** Takes up a sheet with what was recognised. */
  void begin(SheetRows sheet, ColumnMatch recognised) {
    rows = sheet;
    remembered.set(false);
    recall(recognised);
  }

  /** Lets the sheet go, and all decisions about it but what rows become. */
  void end() {
    rows = null;
    match.set(null);
    options.set(ImportOptions.DEFAULT.withKind(options.get().kind()));
    tryOut();
    ask();
  }

  /** Keeps the match for files of this shape. */
  void remember() {
    ColumnMatch now = match.get();
    if (now != null) {
      settings.changeImports(s -> s.with(shape(now), now.saved(), choices()));
    }
  }

  /** What was decided, by the words it is kept in. */
  private ImportSettings.Choices choices() {
    ImportOptions now = options.get();
    Map<String, String> rules = new TreeMap<>();
    now.fills().forEach((field, rule) -> rules.put(field, rule.word()));
    Map<String, String> orders = new TreeMap<>();
    now.rules().orders().forEach((field, order) -> orders.put(field, order.word()));
    return new ImportSettings.Choices(rules, orders, now.rules().values());
  }

  /** True if the columns can make a record at all and no question about them is open. */
  boolean enough() {
    ColumnMatch now = match.get();
    return now != null && kind().enough(now) && now.undated(options.get().rules()).isEmpty();
  }

  /** Puts the match of an earlier file of this shape over what was recognised. */
  private void recall(ColumnMatch recognised) {
    Map<String, String> saved = settings.imports().matches().get(shape(recognised));
    ColumnMatch now = saved == null ? recognised : recognised.withSaved(saved);
    remembered.set(saved != null && !now.equals(recognised));
    decide(settings.imports().choices().get(shape(recognised)), now);
    trial.rewind();
    changed(now);
  }

  /**
   * Takes up what was decided for an earlier file; what a column itself says about dates stands.
   */
  private void decide(ImportSettings.@Nullable Choices saved, ColumnMatch now) {
    ImportSettings.Choices known = saved == null ? ImportSettings.Choices.NONE : saved;
    Map<String, FillRule> fills = new TreeMap<>();
    known.rules().forEach((field, word) -> fills.put(field, FillRule.byWord(word)));
    Map<String, DateOrder> orders = new TreeMap<>();
    for (ColumnMatch.Column column : now.undated(RowRules.DEFAULT)) {
      Field field = column.field();
      String word = field == null ? null : known.orders().get(field.key());
      if (field != null && word != null) {
        DateOrder.byWord(word).ifPresent(order -> orders.put(field.key(), order));
      }
    }
    ImportOptions before = options.get();
    options.set(
        before
            .withFills(fills)
            .withRules(before.rules().withOrders(orders).withValues(known.values())));
  }

  /** Says which part of the dates of a field comes first. */
  public void order(Field field, DateOrder order) {
    options.set(options.get().withRules(options.get().rules().withOrder(field, order)));
  }

  /** Says what values do to a field of a stored record; null leaves it to the policy. */
  public void fill(Field field, @Nullable FillRule rule) {
    options.set(options.get().withFill(field.key(), rule));
  }

  /** Forgets the saved match for the columns shown. */
  public void matchAnew() {
    SheetRows open = rows;
    if (open == null) {
      return;
    }
    background
        .run(p -> recognised(open))
        .orElse(failed)
        .then(
            fresh -> {
              remembered.set(false);
              changed(fresh);
            });
  }

  /** Says which field a column fills; null leaves it out. */
  public void map(int column, @Nullable Field field) {
    ColumnMatch now = match.get();
    if (now != null) {
      changed(now.with(column, field));
    }
  }

  private void changed(ColumnMatch now) {
    match.set(now);
    tryOut();
    ask();
  }

  /** Looks for values that are not known. */
  private void ask() {
    Background.Job<List<ColumnValues.Question>> before = asking;
    if (before != null) {
      before.cancel();
    }
    asking = null;
    questions.set(List.of());
    SheetRows open = rows;
    ColumnMatch now = match.get();
    if (open == null || now == null) {
      return;
    }
    RecordKind becomes = kind();
    Background.Job<List<ColumnValues.Question>> job =
        background.run(p -> values.questions(open, now, becomes, p)).orElse(failed);
    asking = job;
    job.then(
        found -> {
          if (asking == job) {
            questions.set(found);
          }
        });
  }

  /** Says what a value of a field means: empty to leave it out, null for itself. */
  public void means(Field field, String text, @Nullable String meaning) {
    RowRules rules = options.get().rules();
    Map<String, String> changed = new TreeMap<>(rules.values().getOrDefault(field.key(), Map.of()));
    if (meaning == null) {
      changed.remove(text);
    } else {
      changed.put(text, meaning);
    }
    options.set(options.get().withRules(rules.withValues(field, changed)));
  }

  private void tryOut() {
    trial.start(rows, match.get(), options.get());
  }

  /** What rows become. */
  public RecordKind kind() {
    return kinds.byWord(options.get().kind());
  }

  /** What rows can become. */
  public List<RecordKind> kinds() {
    return kinds.all();
  }

  /** Files of one shape may be matched otherwise when their rows become something else. */
  private String shape(ColumnMatch sheet) {
    String word = options.get().kind();
    boolean usual = word.equals(ImportOptions.DEFAULT.kind());
    return usual ? sheet.shape() : word + "\n" + sheet.shape();
  }

  /** Makes something else of the rows; their columns are matched anew. */
  public void become(RecordKind wanted) {
    SheetRows open = rows;
    if (!wanted.word().equals(options.get().kind())) {
      options.set(options.get().withKind(wanted.word()));
      if (open != null) {
        background.run(p -> recognised(open)).orElse(failed).then(this::recall);
      }
    }
  }

  /** Says where all rows come from; blank leaves each row its own source. */
  public void cameFrom(String source) {
    String words = source.isBlank() ? null : source.strip();
    RowRules rules = options.get().rules();
    if (!Objects.equals(words, rules.source())) {
      options.set(options.get().withRules(rules.withSource(words)));
    }
  }

  /** Which column fills which field, or null. */
  public ReadOnlyObjectProperty<@Nullable ColumnMatch> matchProperty() {
    return match.getReadOnlyProperty();
  }

  /** What the user decided. */
  public ObjectProperty<ImportOptions> optionsProperty() {
    return options;
  }

  /** Values of the file that are not known yet, column by column. */
  public ReadOnlyObjectProperty<List<ColumnValues.Question>> questionsProperty() {
    return questions.getReadOnlyProperty();
  }

  /** True if the match is that of an earlier file of this shape. */
  public ReadOnlyBooleanProperty rememberedProperty() {
    return remembered.getReadOnlyProperty();
  }
}
