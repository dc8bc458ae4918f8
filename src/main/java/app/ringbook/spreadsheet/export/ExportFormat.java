package app.ringbook.spreadsheet.export;

import app.ringbook.platform.ProblemException;
import java.nio.file.Path;
import java.util.Locale;

/** How an export is written. */
public enum ExportFormat {
  /** Excel workbook. */
  XLSX("xlsx"),
  /** Text separated by commas. */
  CSV("csv"),
  /** Address cards, version 4.0. */
  VCARD4("vcf"),
  /** Address cards for older address books, version 3.0. */
  VCARD3("vcf");

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  /** The ending of its files, without the dot. */
  public String ending() {
    return ending;
  }

  /** Text key of its name. */
  public String labelKey() {
    return "spreadsheet.export.format." + name().toLowerCase(Locale.ROOT);
  }

  /** True for address cards, which only people have. */
  public boolean cards() {
    return this == VCARD4 || this == VCARD3;
  }

  /**
   * The format of a file by its ending.
   *
   * @throws ProblemException if nothing is written under that ending
   */
  public static ExportFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (ExportFormat format : values()) {
      if (name.endsWith("." + format.ending)) {
        return format;
      }
    }
    throw new ProblemException("spreadsheet.export.problem.ending", file.toString());
  }
}
