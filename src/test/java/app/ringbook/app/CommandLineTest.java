package app.ringbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.cli.Cli;
import app.ringbook.cli.bench.CallStage;
import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.StartOptions;
import app.ringbook.lead.LeadSource;
import app.ringbook.lead.NewLead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as somebody scripts them: words in, JSON and an exit code out. */
class CommandLineTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void anImportIsFoundByNumberAndTakenBack() throws IOException {
    Path file = list();
    JsonNode first = json("import", file.toString());
    assertThat(first.path("read").asInt()).isEqualTo(3);
    assertThat(first.path("new").asInt()).isEqualTo(3);
    assertThat(json("import", file.toString()).path("same").asInt()).isEqualTo(3);

    JsonNode who = json("who", "+49 30 0074321");
    assertThat(who.path("matches").get(0).path("customer").asString()).isEqualTo("Alfred & Co.");
    assertThat(json("who", "0571 5555 0108").path("matches").get(0).path("customer").asString())
        .isEqualTo("杭州北辰食品有限公司");
    assertThat(json("find", "bcsp").path("hits").get(0).path("title").asString())
        .isEqualTo("杭州北辰食品有限公司");
    long id = who.path("matches").get(0).path("customerId").asLong();
    assertThat(json("customer", String.valueOf(id)).path("city").asString()).isEqualTo("Berlin");
    assertThat(json("timeline", String.valueOf(id)).path("kind").asString()).isEqualTo("imported");

    json("undo", "--import", first.path("importId").asString());
    assertThat(json("who", "+49 30 0074321").path("matches").isEmpty()).isTrue();
  }

  @Test
  void leadsAreFoundBesideCustomers() {
    try (Wiring house = Wiring.open(new StartOptions(folder.resolve("book"), "en"))) {
      house
          .leads()
          .keep(
              new NewLead(
                  "王伟",
                  "澄宇精密",
                  house.numbers().parse("13812345678"),
                  LeadSource.MISSED_CALL,
                  null));
    }
    JsonNode byPinyin = json("find", "wangwei").path("hits");
    assertThat(byPinyin).hasSize(1);
    assertThat(byPinyin.get(0).path("kind").asString()).isEqualTo("lead");
    assertThat(byPinyin.get(0).path("why").asString()).isEqualTo("pinyin");
    assertThat(json("find", "5678").path("hits").get(0).path("title").asString()).isEqualTo("王伟");
  }

  @Test
  void aRehearsalWritesNothing() throws IOException {
    assertThat(json("import", list().toString(), "--rehearse").path("new").asInt()).isEqualTo(3);
    assertThat(json("find", "Alfred").path("hits").isEmpty()).isTrue();
  }

  @Test
  void aBackupBringsBackWhatWasTakenAway() throws IOException {
    JsonNode imported = json("import", list().toString());
    Path zip = folder.resolve("book.zip");
    JsonNode backup = json("backup", zip.toString());
    assertThat(backup.path("ok").asBoolean()).isTrue();
    assertThat(backup.path("tables").path("customer").asInt()).isEqualTo(3);

    json("undo", "--import", imported.path("importId").asString());
    assertThat(json("restore", zip.toString()).path("ok").asBoolean()).isTrue();
    assertThat(json("find", "Alfred").path("hits")).hasSize(1);
    assertThat(json("check").path("ok").asBoolean()).isTrue();
  }

  @Test
  void refusedRowsEndInAnExitCodeOfTheirOwn() throws IOException {
    Path file = folder.resolve("some.csv");
    Files.writeString(file, "客户名称,电话,城市\n北辰食品,0571-55550108,杭州\n,,无锡\n");
    Path rejects = folder.resolve("rejects.xlsx");
    int code = run("--json", "import", file.toString(), "--rejects", rejects.toString());
    assertThat(code).isEqualTo(Exit.PARTLY);
    assertThat(rejects).exists();
  }

  @Test
  void whatCannotBeDoneIsSaidInASentence() {
    assertThat(run("customer", "4711")).isEqualTo(Exit.FAILED);
    assertThat(text(err)).contains("4711").doesNotContain("Exception");
    assertThat(run("listen", "--port", "/dev/null", "--driver", "nobody")).isEqualTo(Exit.FAILED);
    assertThat(text(err)).contains("x800");
  }

  @Test
  void wrongWordsAreSaidToBeWrong() {
    assertThat(run("ring", "--loudly")).isEqualTo(Exit.WRONG_WORDS);
  }

  @Test
  void versionsAndDriversAreListed() {
    assertThat(json("version").path("schema").asInt()).isPositive();
    assertThat(json("drivers").path("drivers")).hasSizeGreaterThan(1);
  }

  private Path list() throws IOException {
    Path file = folder.resolve("list.csv");
    Files.writeString(
        file,
        """
        CompanyName,ContactName,City,Country,Phone
        Alfred & Co.,Maria Anders,Berlin,Germany,030-0074321
        杭州北辰食品有限公司,何静,杭州,中国,0571-5555-0108
        Harrow Foods,Tom Lind,London,UK,020 7946 0152
        """);
    return file;
  }

  private JsonNode json(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "--json";
    System.arraycopy(words, 0, all, 1, words.length);
    assertThat(run(all)).as(text(err)).isEqualTo(Exit.DONE);
    return JsonMapper.builder().build().readTree(text(out).lines().findFirst().orElse("{}"));
  }

  private int run(String... words) {
    out.reset();
    err.reset();
    String[] all = new String[words.length + 4];
    all[0] = "--data";
    all[1] = folder.resolve("book").toString();
    all[2] = "--lang";
    all[3] = "en";
    System.arraycopy(words, 0, all, 4, words.length);
    return Cli.run(all, stream(out), stream(err), Wiring::open, new NoWindow());
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The commands under test open none. */
  private static final class NoWindow implements Cli.Window {
    @Override
    public int open(StartOptions options, Output output) {
      return Exit.FAILED;
    }

    @Override
    public int demo(StartOptions options, @Nullable Path screens, boolean looks, Output output) {
      return Exit.FAILED;
    }

    @Override
    public void calls(StartOptions there, CallStage.Play play) {
      throw new IllegalStateException("No window here");
    }
  }
}
