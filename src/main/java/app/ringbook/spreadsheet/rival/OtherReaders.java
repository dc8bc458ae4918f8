package app.ringbook.spreadsheet.rival;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads the first sheet of a workbook in the ways that others offer. */
public final class OtherReaders {
  private OtherReaders() {}

  /** By POI's event API; how many cells hold something. */
  public static long poi(Path file) throws IOException {
    try (OPCPackage container = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(container);
      Counting counting = new Counting();
      XMLReader xml = XMLHelper.newXMLReader();
      xml.setContentHandler(
          new XSSFSheetXMLHandler(
              reader.getStylesTable(), new ReadOnlySharedStringsTable(container), counting, false));
      try (InputStream sheet = reader.getSheetsData().next()) {
        xml.parse(new InputSource(sheet));
      }
      return counting.cells;
    } catch (OpenXML4JException | SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  private static final class Counting implements XSSFSheetXMLHandler.SheetContentsHandler {
    private long cells;

    @Override
    public void startRow(int row) {}

    @Override
    public void endRow(int row) {}

    @Override
    public void cell(@Nullable String place, @Nullable String text, @Nullable XSSFComment comment) {
      cells += text == null || text.isEmpty() ? 0 : 1;
    }
  }

  /** By fastexcel-reader; how many cells hold something. */
  public static long fastexcel(Path file) throws IOException {
    long cells = 0;
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        for (Cell cell : row) {
          cells += cell == null || cell.getText().isEmpty() ? 0 : 1;
        }
      }
    }
    return cells;
  }

  /** Only the unpacking, without reading what was unpacked; the bytes of the sheet. */
  public static long inflated(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream sheet =
            new BufferedInputStream(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")))) {
      byte[] buffer = new byte[1 << 16];
      long bytes = 0;
      for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
        bytes += read;
      }
      return bytes;
    }
  }
}
