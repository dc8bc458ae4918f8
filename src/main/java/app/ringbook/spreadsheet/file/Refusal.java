package app.ringbook.spreadsheet.file;

import app.ringbook.platform.ProblemException;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.openxml4j.exceptions.ODFNotOfficeXmlFileException;
import org.jspecify.annotations.Nullable;

/** Turns whatever a parser threw into one sentence. */
final class Refusal {
  private Refusal() {}

  /**
   * The sentence for a failure of any class.
   *
   * @param failure what was thrown while parsing
   * @param name name of the file
   */
  static ProblemException of(Throwable failure, String name) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof ProblemException problem) {
        return problem;
      }
      String key = key(at);
      if (key != null) {
        return new ProblemException(failure, key, name);
      }
    }
    return new ProblemException(failure, "spreadsheet.problem.damaged", name);
  }

  private static @Nullable String key(Throwable failure) {
    String message =
        failure.getMessage() == null ? "" : failure.getMessage().toLowerCase(Locale.ROOT);
    if (failure instanceof OutOfMemoryError) {
      return "spreadsheet.problem.memory";
    }
    if (failure instanceof EncryptedDocumentException) {
      return "spreadsheet.problem.password";
    }
    if (failure instanceof OldExcelFormatException) {
      return "spreadsheet.problem.oldExcel";
    }
    if (failure instanceof ODFNotOfficeXmlFileException) {
      return "spreadsheet.problem.openDocument";
    }
    if (message.contains("zip bomb") || message.contains("max compression ratio")) {
      return "spreadsheet.problem.bomb";
    }
    if (message.contains("strict ooxml")) {
      return "spreadsheet.problem.strict";
    }
    return null;
  }
}
