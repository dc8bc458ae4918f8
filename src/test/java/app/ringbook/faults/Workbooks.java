package app.ringbook.faults;

import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.file.Sheets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@code poi}: hostile, odd and damaged workbooks, and a folder of such files if the property
 * {@code faults.corpus} names one. Each is read, or refused with a sentence in both languages
 * within the time; nothing is left behind.
 */
final class Workbooks {
  private static final long MOST_MILLIS = 60_000;
  private static final String ROW = "<row r='1'><c r='A1' t='str'><v>%s</v></c></row>";
  private final Random random;
  private final boolean cheats;
  private final Figures figures = new Figures();

  /**
   * @param cheats true to play a reader that lets a failure of its library through
   */
  Workbooks(long seed, boolean cheats) {
    this.random = new Random(seed);
    this.cheats = cheats;
  }

  /** The made files, the corpus, and so many mutants. */
  Figures run(int mutants) throws IOException {
    Path folder = Files.createTempDirectory("faults-poi");
    try {
      for (Map.Entry<Path, String> one : made(folder).entrySet()) {
        String came = play(one.getKey(), true);
        if (!came.matches(one.getValue())) {
          figures.breach(one.getKey().getFileName() + ": " + came + ", not " + one.getValue());
        }
        if (cheats && !figures.breaches().isEmpty()) {
          return figures;
        }
      }
      String corpus = System.getProperty("faults.corpus");
      if (corpus != null) {
        for (Path file : files(Path.of(corpus))) {
          String came = play(file, true);
          System.err.println(file.getFileName() + "\t" + came);
        }
      }
      mutate(folder, mutants);
    } finally {
      for (Path file : files(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
    return figures;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void mutate(Path folder, int mutants) throws IOException {
    List<byte[]> good = new ArrayList<>();
    Object[][] rows = {{"公司", "手机", "日期"}, {"澄宇精密", 13800138000.0, true}};
    good.add(
        Files.readAllBytes(Sheets.xlsx(folder.resolve("g.xlsx"), b -> Sheets.sheet(b, "a", rows))));
    good.add(
        Files.readAllBytes(Sheets.xls(folder.resolve("g.xls"), b -> Sheets.sheet(b, "a", rows))));
    for (int i = 0; i < mutants; i++) {
      byte[] bad = good.get(i % good.size()).clone();
      int flips = 1 + random.nextInt(16);
      for (int f = 0; f < flips; f++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(6) == 0) {
        bad = Arrays.copyOf(bad, random.nextInt(bad.length));
      }
      figures.add("mutants", 1);
      play(Files.write(folder.resolve("mutant"), bad), false);
    }
  }

  /** What came of a file: {@code rows} or the key of the sentence. */
  private String play(Path file, boolean child) {
    long began = System.nanoTime();
    String came;
    try {
      SheetFile sheet = child ? SheetFile.open(file) : SheetFile.openTrusted(file);
      try (SheetRows rows = sheet.load(sheet.sheet(null), Progress.NONE)) {
        came = "rows " + rows.size();
        figures.add("read", 1);
      }
    } catch (ProblemException e) {
      came = said(file, e);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      came = e.toString();
      figures.breach(file.getFileName() + ": " + e);
    }
    if (cheats && came.startsWith("spreadsheet.problem.damaged")) {
      figures.breach(file.getFileName() + ": let through");
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    figures.most("mostMillis", millis);
    if (millis > MOST_MILLIS) {
      figures.breach(file.getFileName() + ": " + millis + " ms");
    }
    return came;
  }

  private String said(Path file, ProblemException problem) {
    figures.add("refused", 1);
    for (Texts texts : List.of(Texts.ENGLISH, Texts.CHINESE)) {
      String sentence = problem.sentence(texts);
      if (sentence.isBlank() || sentence.contains("spreadsheet.") || sentence.contains("{")) {
        figures.breach(file.getFileName() + ": no sentence but " + sentence);
      }
    }
    return problem.key();
  }

  private static Map<Path, String> made(Path folder) throws IOException {
    Map<Path, String> made = new LinkedHashMap<>();
    String p = "spreadsheet\\.problem\\.";
    Path xlsx = Sheets.xlsx(folder.resolve("a.xlsx"), b -> Sheets.sheet(b, "a", two()));
    Path xls = Sheets.xls(folder.resolve("a.xls"), b -> Sheets.sheet(b, "a", two()));
    byte[] new2007 = Files.readAllBytes(xlsx);
    byte[] old = Files.readAllBytes(xls);
    made.put(xlsx, "rows 2");
    made.put(xls, "rows 2");
    made.put(Files.write(folder.resolve("really-xls.xlsx"), old), "rows 2");
    made.put(Files.write(folder.resolve("really-xlsx.csv"), new2007), "rows 2");
    made.put(text(folder, "csv.xlsx", "公司,电话\na,1\n"), "rows 2");
    made.put(Files.createFile(folder.resolve("empty.xlsx")), p + "empty");
    made.put(Files.write(folder.resolve("one.xlsx"), new byte[] {7}), p + "notSheet|rows.*");
    for (int percent : new int[] {10, 50, 90}) {
      made.put(
          Files.write(
              folder.resolve("cut" + percent + ".xlsx"),
              Arrays.copyOf(new2007, new2007.length * percent / 100)),
          p + "damaged");
      made.put(
          Files.write(
              folder.resolve("cut" + percent + ".xls"),
              Arrays.copyOf(old, old.length * percent / 100)),
          p + "damaged|rows.*");
    }
    texts(folder, made, p);
    zips(folder, made, p);
    xml(folder, made, p);
    return made;
  }

  private static void texts(Path folder, Map<Path, String> made, String p) throws IOException {
    made.put(text(folder, "page.xls", "<html><table><tr><td>1</table>"), p + "webPage");
    made.put(
        text(
            folder,
            "2003.xls",
            "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>"),
        p + "webPage");
    made.put(text(folder, "web.mht", "MIME-Version: 1.0\r\nContent-Type: x\r\n"), p + "webPage");
    made.put(
        text(folder, "flat.fods", "<?xml version='1.0'?><office:document/>"), p + "openDocument");
    made.put(text(folder, "sylk.xls", "ID;PWXL;N;E\nP;PGeneral\n"), p + "notSheet");
    made.put(text(folder, "table.dif", "TABLE\r\n0,1\r\n\"EXCEL\"\r\n"), p + "notSheet");
    made.put(text(folder, "letter.pdf", "%PDF-1.7\n"), p + "notSheet");
    made.put(
        Files.write(folder.resolve("old2.xls"), new byte[] {9, 0, 4, 0, 2, 0, 16, 0}),
        p + "oldExcel");
    made.put(
        Files.write(folder.resolve("base.dbf"), new byte[] {3, 120, 1, 1, 0, 0, 0, 0, 0, 1, 0}),
        p + "notSheet");
    byte[] noise = new byte[4_000];
    new Random(5).nextBytes(noise);
    made.put(Files.write(folder.resolve("noise.xls"), noise), p + "notSheet");
  }

  private static void zips(Path folder, Map<Path, String> made, String p) throws IOException {
    made.put(zip(folder, "binary.xlsb", "[Content_Types].xml", "xl/workbook.bin"), p + "binary");
    made.put(zip(folder, "open.ods", "mimetype", "content.xml"), p + "openDocument");
    made.put(zip(folder, "apple.numbers", "Index/Document.iwa"), p + "numbers");
    made.put(zip(folder, "word.xlsx", "[Content_Types].xml", "word/document.xml"), p + "notSheet");
    made.put(zip(folder, "xps.xlsx", "[Content_Types].xml", "FixedDocSeq.fdseq"), p + "notSheet");
    made.put(zip(folder, "plain.zip", "readme.txt"), p + "notSheet");
    made.put(zip(folder, "hollow.xlsx", "[Content_Types].xml", "xl/workbook.xml"), p + "damaged");
    made.put(zip(folder, "out.xlsx", "[Content_Types].xml", "xl/../../../evil.txt"), p + "damaged");
  }

  private static void xml(Path folder, Map<Path, String> made, String p) throws IOException {
    String doctype = "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>";
    made.put(sheet(folder, "xxe", doctype, ROW.formatted("&x;")), p + "damaged");
    StringBuilder laughs = new StringBuilder("<!DOCTYPE w [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }
    made.put(sheet(folder, "laughs", laughs + "]>", ROW.formatted("&a11;")), p + "damaged");
    made.put(
        sheet(folder, "row", "", "<row r='99999999999'><c><v>1</v></c></row>"),
        p + "(rows|damaged)");
    made.put(
        sheet(folder, "column", "", "<row r='1'><c r='XFE1'><v>1</v></c></row>"), p + "columns");
    made.put(sheet(folder, "deep", "", "<x>".repeat(10_000) + "</x>".repeat(10_000)), ".*");
    made.put(sheet(folder, "errors", "", "<row><c t='e'><v>#REF!</v></c></row>"), "rows 1");
    made.put(
        sheet(folder, "inline", "", "<row><c t='inlineStr'><is><t>a</t></is></c></row>"), "rows 1");
    made.put(sheet(folder, "missing", "", "<row><c t='s'><v>77</v></c></row>"), p + "damaged");
    byte[][] blanks = new byte[64][1024 * 1024];
    for (byte[] blank : blanks) {
      Arrays.fill(blank, (byte) ' ');
    }
    made.put(Sheets.byHand(folder.resolve("bomb.xlsx"), "", blanks), p + "bomb");
  }

  private static Object[][] two() {
    return new Object[][] {{"公司", "电话"}, {"a", 1.0}};
  }

  private static Path sheet(Path folder, String name, String prolog, String rows) {
    try {
      return Sheets.byHand(
          folder.resolve(name + ".xlsx"), prolog, rows.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path text(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Path zip(Path folder, String name, String... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : parts) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
      }
    }
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }
}
