package app.ringbook.faults;

import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.file.Sheets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * {@code csv}: texts in every encoding, with every separator, line end and quoting, whose cells
 * come back equal; and texts that do not end well, which are read or refused with a sentence.
 */
final class SeparatedTexts {
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GB18030"),
          Charset.forName("Big5"));
  private static final List<String> ENDS = List.of("\n", "\r\n", "\r");
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
  private static final List<List<String>> SIMPLIFIED =
      List.of(
          List.of("公司名称", "联系人", "手机", "备注"),
          List.of("澄宇精密机械有限公司", "李薇", "138 0013 8000", "说：“好”, 再联系; 明天|后天"),
          List.of("蓝鳍生物科技", "王敏", "0086 13900139000", "第一行\n第二行 \"引号\""),
          List.of("=1+1", "-2", "@sum", "+86 21 5555 1234"));
  private static final List<List<String>> TRADITIONAL =
      List.of(
          List.of("公司名稱", "聯絡人", "手機", "備註"),
          List.of("澄宇精密機械有限公司", "李小薇", "0912 345 678", "請於明天下午再聯絡, 謝謝; 我們會準備報價"),
          List.of("藍鰭生物科技股份有限公司", "王大明", "02-2345-6789", "第一行\n第二行 \"引號\""),
          List.of("台北市信義區", "陳先生", "x", "已經寄出樣品"));
  private final Random random;
  private final boolean cheats;
  private final Figures figures = new Figures();

  /**
   * @param cheats true to write every text in Latin letters only, which loses the others
   */
  SeparatedTexts(long seed, boolean cheats) {
    this.random = new Random(seed);
    this.cheats = cheats;
  }

  /** Every combination, then so many broken ones. */
  Figures run(int broken) throws IOException {
    Path file = Files.createTempFile("faults", ".csv");
    try {
      for (Charset charset : CHARSETS) {
        for (boolean mark : new boolean[] {false, true}) {
          combinations(file, charset, mark);
        }
      }
      for (int i = 0; i < broken; i++) {
        hurt(file);
      }
    } finally {
      Files.delete(file);
    }
    return figures;
  }

  private void combinations(Path file, Charset charset, boolean mark) throws IOException {
    boolean unicode = charset.name().startsWith("UTF");
    if (mark && !unicode) {
      return;
    }
    List<List<String>> rows = charset.name().equals("Big5") ? TRADITIONAL : SIMPLIFIED;
    for (String end : ENDS) {
      for (char separator : SEPARATORS) {
        Charset written = cheats ? StandardCharsets.ISO_8859_1 : charset;
        String text = (mark ? "\uFEFF" : "") + text(rows, separator, end);
        Files.write(file, text.getBytes(written));
        figures.add("texts", 1);
        String what = charset + " " + mark + " " + (int) separator + " " + end.length();
        try {
          List<List<String>> read = read(file);
          if (!read.equals(rows)) {
            figures.breach(what + ": " + read);
          }
        } catch (ProblemException e) {
          figures.breach(what + ": " + e.key());
        }
      }
    }
  }

  private static String text(List<List<String>> rows, char separator, String end) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (String cell : row) {
        cells.add('"' + cell.replace("\"", "\"\"") + '"');
      }
      text.append(String.join(String.valueOf(separator), cells)).append(end);
    }
    return text.toString();
  }

  private static List<List<String>> read(Path file) {
    SheetFile sheet = SheetFile.open(file);
    try (SheetRows rows = sheet.load(sheet.sheet(null), Progress.NONE)) {
      return Sheets.texts(rows);
    }
  }

  /** Pieces of separated text in any order, cut anywhere. */
  private void hurt(Path file) throws IOException {
    String[] pieces = {
      "\"",
      "\"\"",
      ",",
      ";",
      "\t",
      "\n",
      "\r",
      "\r\n",
      "sep=;",
      "公司",
      "a",
      "=1+1",
      "'",
      "\u0000",
      "\uFEFF",
      "\u202E",
      "1.38E+10",
      "😀",
      "  ",
      "|"
    };
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
    int count = random.nextInt(400);
    for (int i = 0; i < count; i++) {
      bytes.write(pieces[random.nextInt(pieces.length)].getBytes(charset));
    }
    byte[] cut = bytes.toByteArray();
    Files.write(file, java.util.Arrays.copyOf(cut, cut.length - Math.min(cut.length, 1)));
    try {
      figures.add("rows", read(file).size());
    } catch (ProblemException e) {
      figures.add("refused", 1);
    } catch (RuntimeException e) {
      figures.breach("pieces: " + e);
    }
  }
}
