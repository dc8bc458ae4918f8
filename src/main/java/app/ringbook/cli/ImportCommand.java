package app.ringbook.cli;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.platform.ProblemException;
import app.ringbook.spreadsheet.ImportResult;
import app.ringbook.spreadsheet.SheetImports;
import app.ringbook.spreadsheet.kind.Decision;
import app.ringbook.spreadsheet.kind.Decisions;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.match.DateOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code import FILE}: a list becomes customers, contacts, leads or follow-ups. */
@Command(
    name = "import",
    description = "Imports customers, contacts, leads or follow-ups from xlsx, xls or csv.")
final class ImportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--sheet", paramLabel = "NAME")
  private @Nullable String sheet;

  @Option(
      names = "--as",
      paramLabel = "customers|contacts|leads|follow-ups",
      defaultValue = "customers")
  private String as = "customers";

  @Option(names = "--match", paramLabel = "auto|FILE.json", defaultValue = "auto")
  private String match = "auto";

  @Option(names = "--duplicates", paramLabel = "fill|overwrite|skip|new|ask", defaultValue = "fill")
  private String duplicates = "fill";

  @Option(names = "--source", paramLabel = "TEXT")
  private @Nullable String source;

  @Option(names = "--dates", paramLabel = "day-first|month-first|year-first")
  private @Nullable String dates;

  @Option(names = "--rule", paramLabel = "FIELD=overwrite|empty|never")
  private Map<String, String> rules = new LinkedHashMap<>();

  @Option(names = "--decide", paramLabel = "ROW=skip|update|new:WHY")
  private Map<Integer, String> decisions = new LinkedHashMap<>();

  @Option(names = "--rehearse")
  private boolean rehearse;

  @Option(names = "--rejects", paramLabel = "FILE.xlsx")
  private @Nullable Path rejects;

  ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    SheetImports.Order order =
        new SheetImports.Order(
            as,
            sheet,
            savedMatch(),
            policy(),
            source,
            order(),
            rules,
            decisions(),
            rehearse,
            rejects);
    ImportResult result;
    try (House house = session.open()) {
      result = house.imports().run(file, order, output.texts(), output.watched());
    }
    output.progressDone();
    print(output, result);
    return result.refused() > 0 ? Exit.PARTLY : Exit.DONE;
  }

  private Decisions decisions() {
    Map<Integer, Decision> rows = new LinkedHashMap<>();
    decisions.forEach((row, words) -> rows.put(row, Decision.of(words)));
    return new Decisions(rows, Map.of());
  }

  private DuplicatePolicy policy() {
    return Arrays.stream(DuplicatePolicy.values())
        .filter(one -> one.word().equals(duplicates.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new ProblemException("cli.problem.duplicates", duplicates));
  }

  private @Nullable DateOrder order() {
    String word = dates;
    return word == null
        ? null
        : DateOrder.byWord(word).orElseThrow(() -> new ProblemException("cli.problem.dates", word));
  }

  /** A match file is an object of headers and field keys, or the {@code match} list of a result. */
  private Map<String, String> savedMatch() {
    if (match.equals("auto")) {
      return Map.of();
    }
    Map<String, String> saved = new LinkedHashMap<>();
    try {
      JsonNode tree = JsonMapper.builder().build().readTree(Files.readString(Path.of(match)));
      JsonNode list = tree.isArray() ? tree : tree.path("match");
      if (list.isArray()) {
        list.forEach(one -> saved.put(one.path("column").asString(), one.path("field").asString()));
      } else {
        tree.properties().forEach(e -> saved.put(e.getKey(), e.getValue().asString()));
      }
    } catch (IOException | JacksonException e) {
      throw new ProblemException(e, "cli.problem.matchFile", match);
    }
    return saved;
  }

  private void print(Output output, ImportResult result) {
    if (output.json()) {
      output.object(json(result));
      return;
    }
    output.say(
        rehearse ? "cli.import.rehearsed" : "cli.import.done",
        result.file(),
        result.read(),
        result.added(),
        result.updated(),
        result.same(),
        result.duplicate(),
        result.refused());
    if (result.rejects() != null) {
      output.say("cli.import.rejects", result.rejects().toString());
    }
  }

  private static Object json(ImportResult result) {
    Path written = result.rejects();
    return Output.fields(
        "importId", result.importId(),
        "file", result.file(),
        "sheet", result.sheet(),
        "as", result.as(),
        "read", result.read(),
        "new", result.added(),
        "updated", result.updated(),
        "same", result.same(),
        "duplicate", result.duplicate(),
        "refused", result.refused(),
        "match", result.match(),
        "problems", result.problems(),
        "duplicates", result.duplicates(),
        "refusals", result.refusals(),
        "rejects", written == null ? null : written.toString(),
        "seconds", Math.round(result.seconds() * 1000) / 1000.0);
  }
}
