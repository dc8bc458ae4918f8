package app.ringbook.spreadsheet.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to hurt: each is read, or refused with its sentence. */
class HostileSheetsTest {
  private static final String ROW = "<row r='1'><c t='str'><v>%s</v></c></row>";
  private static final SheetParser.Sink IGNORED =
      new SheetParser.Sink() {
        @Override
        public void sheet(SheetInfo sheet) {}

        @Override
        public void row(SheetRow row) {}
      };

  @TempDir Path folder;

  private static String problem(SheetFile file) {
    try (SheetRows rows = file.load(file.sheet(null), Progress.NONE)) {
      return rows.size() + " rows";
    } catch (ProblemException e) {
      return e.key();
    }
  }

  private static String problem(Path file) {
    try {
      return problem(SheetFile.openTrusted(file));
    } catch (ProblemException e) {
      return e.key();
    }
  }

  private Path byHand(String prolog, String rows) throws IOException {
    return Sheets.byHand(folder.resolve("made.xlsx"), prolog, rows.getBytes(UTF_8));
  }

  @Test
  void aBombIsNotUnpackedToItsEnd() throws IOException {
    byte[][] blanks = new byte[100][];
    byte[] megabyte = new byte[1024 * 1024];
    Arrays.fill(megabyte, (byte) ' ');
    Arrays.fill(blanks, megabyte);
    Path bomb = Sheets.byHand(folder.resolve("bomb.xlsx"), "", blanks);
    assertThat(problem(bomb)).isEqualTo("spreadsheet.problem.bomb");
    assertThat(problem(SheetFile.open(bomb))).isEqualTo("spreadsheet.problem.bomb");
  }

  /** A child that neither works nor answers. */
  static final class Standing {
    private Standing() {}

    /** Waits until it is ended. */
    public static void main(String[] arguments) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  @Test
  void aReaderThatComesToAStandIsEndedAndSaysSo() throws IOException {
    Path file = byHand("", ROW.formatted("a"));
    InChild standing = new InChild(Standing.class.getName(), Duration.ofMillis(1_500));
    assertThatThrownBy(() -> standing.parse(file, SheetKind.XLSX, null, IGNORED))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.key()).isEqualTo("spreadsheet.problem.slow"));
  }

  @Test
  void entitiesAreNeverExpanded() throws IOException {
    String row = ROW.formatted("&x;");
    assertThat(problem(byHand("<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>", row)))
        .isEqualTo("spreadsheet.problem.damaged");
    StringBuilder laughs = new StringBuilder("<!DOCTYPE w [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }
    assertThat(problem(byHand(laughs + "]>", ROW.formatted("&a11;"))))
        .isEqualTo("spreadsheet.problem.damaged");
  }

  @Test
  void nestingAndHugeCellsAreNoTrouble() throws IOException {
    assertThat(problem(byHand("", "<x>".repeat(20_000) + "</x>".repeat(20_000))))
        .isIn("0 rows", "spreadsheet.problem.damaged", "spreadsheet.problem.bomb");
    assertThat(problem(byHand("", ROW.formatted(letters(900_000))))).isEqualTo("1 rows");
    assertThat(problem(byHand("", ROW.formatted(letters(1_100_000)))))
        .isEqualTo("spreadsheet.problem.cell");
  }

  private static String letters(int count) {
    return new Random(3)
        .ints(count, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void columnsAreLimitedByUseNotByFormat() throws IOException {
    assertThat(problem(byHand("", "<row r='1'><c r='XFD1' s='0'/><c r='A2'><v>1</v></c></row>")))
        .isEqualTo("1 rows");
    assertThat(problem(byHand("", "<row r='1'><c r='SG1'><v>1</v></c></row>")))
        .isEqualTo("spreadsheet.problem.columns");
  }

  @Test
  void whatPointsNowhereIsDamaged() throws IOException {
    for (String cell :
        List.of(
            "<c t='s'><v>99999</v></c>",
            "<c><v>one</v></c>",
            "<c s='x'><v>1</v></c>",
            "<c><v>1</v>",
            "<c r='1A'><v>")) {
      assertThat(problem(byHand("", "<row r='1'>" + cell + "</row>")))
          .as(cell)
          .isEqualTo("spreadsheet.problem.damaged");
    }
  }

  @Test
  void aPasswordIsAskedForOnlyIfThereIsARealOne() throws Exception {
    assertThat(problem(locked("secret"))).isEqualTo("spreadsheet.problem.password");
    assertThat(problem(locked(Decryptor.DEFAULT_PASSWORD))).isEqualTo("1 rows");
  }

  private Path locked(String password) throws IOException, GeneralSecurityException {
    Path plain =
        Sheets.xlsx(
            folder.resolve("plain.xlsx"), book -> Sheets.sheet(book, "a", new Object[][] {{"公司"}}));
    Path file = folder.resolve("locked.xlsx");
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream out = encryptor.getDataStream(container)) {
        Files.copy(plain, out);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        container.writeFilesystem(out);
      }
    }
    return file;
  }

  @Test
  void tooManyEntriesAndAWayOutAreNotFollowed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.putNextEntry(new ZipEntry("../../evil.txt"));
      for (int i = 0; i < 3_000; i++) {
        zip.putNextEntry(new ZipEntry("e" + i));
      }
    }
    Path file = Files.write(folder.resolve("many.xlsx"), bytes.toByteArray());
    assertThat(problem(file)).startsWith("spreadsheet.problem.");
    assertThat(folder.resolve("../../evil.txt")).doesNotExist();
  }

  @Test
  void flippedBytesAreReadOrRefusedButNeverThrowAnythingElse() throws IOException {
    Random random = new Random(7);
    List<Path> files =
        List.of(
            Sheets.xlsx(
                folder.resolve("a.xlsx"),
                book -> Sheets.sheet(book, "a", new Object[][] {{"公司", 1.5, true}})),
            Sheets.xls(
                folder.resolve("a.xls"),
                book -> Sheets.sheet(book, "a", new Object[][] {{"公司", 1.5, true}})));
    List<String> seen = new ArrayList<>();
    for (Path file : files) {
      byte[] good = Files.readAllBytes(file);
      for (int i = 0; i < 60; i++) {
        byte[] bad = good.clone();
        for (int flips = 0; flips < 8; flips++) {
          bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
        }
        seen.add(problem(Files.write(folder.resolve("bad"), bad)));
      }
    }
    assertThat(seen)
        .hasSize(120)
        .allMatch(s -> s.endsWith(" rows") || s.startsWith("spreadsheet."));
  }
}
