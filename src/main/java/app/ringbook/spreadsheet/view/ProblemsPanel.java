package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.Rehearsal;
import app.ringbook.spreadsheet.RepairExamples;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.LinkButton;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * What is wrong, each with its repair; below it, always in sight, what happens with customers that
 * exist.
 */
final class ProblemsPanel extends VBox {
  private static final List<String> REGIONS =
      List.of("", "CN", "HK", "TW", "US", "GB", "DE", "FR", "JP", "KR", "SG", "IN", "AU");
  private static final Set<ProblemKind> WHOLE_ROWS =
      EnumSet.of(ProblemKind.SHARED_PHONE, ProblemKind.SIMILAR_NAME);
  private final ImportModel model;
  private final Language language;
  private final Formats formats;
  private final VBox problems = new VBox();
  private final Label twins = new Label();

  ProblemsPanel(ImportModel model, Language language, Formats formats) {
    this.model = model;
    this.language = language;
    this.formats = formats;
    VBox box =
        new VBox(
            new DateQuestions(model.matching(), language, formats),
            new ValueQuestions(model.matching(), language),
            problems);
    box.getStyleClass().add("problems");
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("import-scroll");
    setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, policies());
    getStyleClass().addAll("side-pane", "problems-pane");
    model.trial().rehearsalProperty().addListener((o, before, now) -> fill());
    fill();
  }

  private void fill() {
    Rehearsal rehearsal = model.trial().rehearsalProperty().get();
    problems.getChildren().clear();
    Label title = new Label(language.now("spreadsheet.problems.title"));
    title.getStyleClass().add("card-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label count = new Label();
    count.getStyleClass().add("secondary");
    problems.getChildren().add(new HBox(title, space, count));
    if (rehearsal == null) {
      count.setText(language.now("spreadsheet.problems.checking"));
      twins.setText("");
      return;
    }
    int cells = rehearsal.problems().stream().mapToInt(Rehearsal.Problem::cells).sum();
    count.setText(language.now("spreadsheet.problems.cells", cells));
    rehearsal.problems().forEach(p -> problems.getChildren().add(problem(p)));
    if (rehearsal.problems().isEmpty()) {
      Label none =
          new Label(language.now("spreadsheet.problems.none"), Icons.of(Feather.CHECK, "success"));
      none.getStyleClass().add("problem");
      problems.getChildren().add(none);
    }
    twins.setText(language.now("spreadsheet.policy.twins", existing(rehearsal)));
  }

  private static int existing(Rehearsal rehearsal) {
    return rehearsal.count(Outcome.UPDATED)
        + rehearsal.count(Outcome.SAME)
        + rehearsal.count(Outcome.DUPLICATE);
  }

  private Node problem(Rehearsal.Problem problem) {
    boolean refuses = problem.kind().refuses();
    Label title = new Label(language.now("spreadsheet.problems." + problem.kind().key()));
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    boolean whole = refuses || WHOLE_ROWS.contains(problem.kind());
    Label count =
        new Label(
            language.now(
                whole ? "spreadsheet.problems.rows" : "spreadsheet.problems.cells",
                problem.cells()));
    count.getStyleClass().add("secondary");
    count.setMinWidth(Region.USE_PREF_SIZE);
    Label text = new Label(explanation(problem));
    text.getStyleClass().add("secondary");
    text.setWrapText(true);
    HBox repairs = new HBox();
    repairs.getStyleClass().add("repairs");
    repairs.getChildren().setAll(repairs(problem));
    VBox body = new VBox(new HBox(title, count), text);
    for (RepairExamples.Example example : model.trial().examples(problem.kind())) {
      Label line =
          new Label(
              language.now("spreadsheet.problems.example", example.before(), example.after()));
      line.getStyleClass().add("secondary");
      body.getChildren().add(line);
    }
    body.getChildren().add(repairs);
    HBox.setHgrow(body, Priority.ALWAYS);
    Node icon =
        Icons.of(
            refuses ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE,
            refuses ? "danger" : "warning");
    HBox box = new HBox(icon, body);
    box.getStyleClass().add("problem");
    return box;
  }

  private String explanation(Rehearsal.Problem problem) {
    ColumnMatch match = model.matching().matchProperty().get();
    boolean byCountry =
        problem.kind() == ProblemKind.PHONE_AS_NUMBER
            && match != null
            && match.has(CustomerFields.COUNTRY);
    String key =
        "spreadsheet.problems." + (byCountry ? "phoneByCountry" : problem.kind().key()) + ".text";
    String rows =
        String.join(", ", problem.rows().stream().limit(5).map(row -> formats.count(row)).toList());
    return language.now(key, rows);
  }

  private List<Node> repairs(Rehearsal.Problem problem) {
    ImportOptions options = model.matching().optionsProperty().get();
    return switch (problem.kind()) {
      case NO_NAME, TOO_LONG, TOTAL_ROW ->
          List.of(new LinkButton(language.text("spreadsheet.problems.show"), model::review));
      case PHONE_AS_NUMBER, PHONE_DOUBTFUL -> List.of(region(options));
      case SIMILAR_NAME ->
          List.of(
              new LinkButton(
                  language.text("spreadsheet.policy.ask"),
                  () ->
                      model
                          .matching()
                          .optionsProperty()
                          .set(options.withPolicy(DuplicatePolicy.ASK))));
      case SHARED_PHONE ->
          List.of(
              new LinkButton(
                  language.text("spreadsheet.problems.apart"),
                  () -> model.matching().optionsProperty().set(options.withPhoneTwins(false))));
      default -> List.of();
    };
  }

  private Node region(ImportOptions options) {
    String now = options.rules().region();
    ComboBox<String> box = combo(REGIONS, this::regionName);
    box.setValue(now == null ? "" : now);
    box.setAccessibleText(language.now("spreadsheet.problems.region"));
    box.valueProperty()
        .addListener(
            (o, before, chosen) ->
                model
                    .matching()
                    .optionsProperty()
                    .set(
                        options.withRules(
                            options
                                .rules()
                                .withRegion(chosen == null || chosen.isEmpty() ? null : chosen))));
    return box;
  }

  private String regionName(String region) {
    return region.isEmpty()
        ? language.now("spreadsheet.problems.ownRegion")
        : Locale.of("", region).getDisplayCountry(language.texts().locale());
  }

  private static <T> ComboBox<T> combo(List<T> items, Function<T, String> name) {
    ComboBox<T> box = new ComboBox<>();
    box.getStyleClass().add("repair");
    box.getItems().setAll(items);
    box.setCellFactory(list -> named(name));
    box.setButtonCell(named(name));
    return box;
  }

  private static <T> ListCell<T> named(Function<T, String> name) {
    return new ListCell<>() {
      @Override
      protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? "" : name.apply(item));
      }
    };
  }

  private Node policies() {
    Label title = new Label(language.now("spreadsheet.policy.title"));
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    twins.getStyleClass().add("secondary");
    twins.setWrapText(true);
    VBox box = new VBox(title, twins);
    box.getStyleClass().add("policies");
    box.setMinHeight(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    for (DuplicatePolicy policy : DuplicatePolicy.values()) {
      if (policy == DuplicatePolicy.ASK && !model.matching().kind().asks()) {
        continue;
      }
      RadioButton button = new RadioButton(language.now(policy.labelKey()));
      button.setId("policy-" + policy.word());
      button.setToggleGroup(group);
      button.setSelected(model.matching().optionsProperty().get().policy() == policy);
      button.setOnAction(
          e ->
              model
                  .matching()
                  .optionsProperty()
                  .set(model.matching().optionsProperty().get().withPolicy(policy)));
      model
          .matching()
          .optionsProperty()
          .addListener((o, before, now) -> button.setSelected(now.policy() == policy));
      box.getChildren().add(button);
      if (policy == DuplicatePolicy.FILL) {
        Label hint = new Label(language.now("spreadsheet.policy.hint"));
        hint.getStyleClass().addAll("secondary", "policy-hint");
        box.getChildren().add(hint);
      }
    }
    Label single = new Label(language.now("spreadsheet.policy.single"));
    single.getStyleClass().add("secondary");
    single.setWrapText(true);
    box.getChildren().add(single);
    return box;
  }
}
