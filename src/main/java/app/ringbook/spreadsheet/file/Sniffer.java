package app.ringbook.spreadsheet.file;

import app.ringbook.platform.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Says what a file is by its first bytes and its parts, and refuses in words what is no sheet. */
final class Sniffer {
  private static final int HEAD = 4096;

  /** PDF, rich text, and the exchange formats SYLK and DIF, which look like separated text. */
  private static final List<String> NOT_TEXT =
      List.of("%pdf-", "{\\rtf", "id;p", "table\r\n0,1", "table\n0,1", "%!ps");

  private Sniffer() {}

  /**
   * The kind of a file.
   *
   * @throws ProblemException if it is not a file that can be read as a sheet
   */
  static SheetKind kind(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new ProblemException("spreadsheet.problem.missing", file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw new ProblemException("spreadsheet.problem.folder", file.toString());
    }
    String name = SheetFile.name(file);
    long size = Files.size(file);
    if (size == 0) {
      throw new ProblemException("spreadsheet.problem.empty", name);
    }
    if (size > SheetLimits.FILE_BYTES) {
      throw new ProblemException(
          "spreadsheet.problem.large", name, SheetLimits.FILE_BYTES / (1024 * 1024));
    }
    byte[] head = TextEncoding.head(file, HEAD);
    if (TextEncoding.starts(head, 'P', 'K', 3, 4) || TextEncoding.starts(head, 'P', 'K', 5, 6)) {
      return zip(file, name);
    }
    if (TextEncoding.starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      return compound(file, name);
    }
    if (TextEncoding.starts(head, 0x09, 0x08)
        || TextEncoding.starts(head, 0x09, 0x04)
        || TextEncoding.starts(head, 0x09, 0x02)
        || TextEncoding.starts(head, 0x09, 0x00, 0x04)) {
      throw new ProblemException("spreadsheet.problem.oldExcel", name);
    }
    return text(head, name);
  }

  private static SheetKind zip(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("xl/workbook.bin") != null) {
        throw new ProblemException("spreadsheet.problem.binary", name);
      }
      if (zip.getEntry("mimetype") != null || zip.getEntry("content.xml") != null) {
        throw new ProblemException("spreadsheet.problem.openDocument", name);
      }
      if (zip.getEntry("Index/Document.iwa") != null || zip.getEntry("Index.zip") != null) {
        throw new ProblemException("spreadsheet.problem.numbers", name);
      }
      if (zip.getEntry("[Content_Types].xml") == null
          || zip.getEntry("word/document.xml") != null
          || zip.getEntry("ppt/presentation.xml") != null
          || zip.stream().noneMatch(Sniffer::ofWorkbook)) {
        throw new ProblemException("spreadsheet.problem.notSheet", name);
      }
      return SheetKind.XLSX;
    } catch (ZipException | IllegalArgumentException e) {
      throw new ProblemException(e, "spreadsheet.problem.damaged", name);
    }
  }

  private static boolean ofWorkbook(ZipEntry entry) {
    String part = entry.getName().toLowerCase(Locale.ROOT);
    return part.startsWith("xl/") || part.startsWith("xl\\") || part.contains("workbook");
  }

  private static SheetKind compound(Path file, String name) {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryEntry root = container.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        return SheetKind.XLSX_ENCRYPTED;
      }
      if (root.hasEntryCaseInsensitive("Workbook")) {
        return SheetKind.XLS;
      }
      if (root.hasEntryCaseInsensitive("Book")) {
        throw new ProblemException("spreadsheet.problem.oldExcel", name);
      }
      throw new ProblemException("spreadsheet.problem.notSheet", name);
    } catch (ProblemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new ProblemException(e, "spreadsheet.problem.damaged", name);
    }
  }

  private static Charset encoding(byte[] head, boolean marked, int half) {
    if (half < 0 || TextEncoding.starts(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return marked || half > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  private static SheetKind text(byte[] head, String name) {
    boolean wide = TextEncoding.starts(head, 0xFF, 0xFE) || TextEncoding.starts(head, 0xFE, 0xFF);
    int zeros = 0;
    int controls = 0;
    for (byte b : head) {
      zeros += b == 0 ? 1 : 0;
      controls += b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != 0 ? 1 : 0;
    }
    int half = TextEncoding.wide(head);
    if (!wide && half == 0 && (zeros > 0 || controls > head.length / 20)) {
      throw new ProblemException("spreadsheet.problem.notSheet", name);
    }
    String start =
        new String(head, encoding(head, wide, half))
            .replace("\uFEFF", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (start.contains("office:document") || start.contains("opendocument")) {
      throw new ProblemException("spreadsheet.problem.openDocument", name);
    }
    if (start.startsWith("<!doctype")
        || start.startsWith("<html")
        || start.startsWith("<table")
        || start.startsWith("<?xml")
        || start.startsWith("<!--")
        || start.startsWith("<workbook")
        || start.startsWith("mime-version:")) {
      throw new ProblemException("spreadsheet.problem.webPage", name);
    }
    if (NOT_TEXT.stream().anyMatch(start::startsWith)) {
      throw new ProblemException("spreadsheet.problem.notSheet", name);
    }
    return SheetKind.TEXT;
  }
}
