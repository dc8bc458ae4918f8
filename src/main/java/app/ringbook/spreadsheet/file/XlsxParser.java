package app.ringbook.spreadsheet.file;

import app.ringbook.platform.ProblemException;
import app.ringbook.spreadsheet.file.xml.SheetHandler;
import app.ringbook.spreadsheet.file.xml.SheetScanner;
import app.ringbook.spreadsheet.file.xml.StringScanner;
import app.ringbook.spreadsheet.file.xml.StyleScanner;
import app.ringbook.spreadsheet.file.xml.UnusualXmlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads Office Open XML as a stream of events; formulas give their stored values.
 *
 * <p>Ordinary files are scanned as bytes; what is unusual in them is left to an XML parser, which
 * passes over the rows that were told already.
 */
final class XlsxParser implements SheetParser {

  /** Bytes of a text that is longer than a cell may be. */
  private static final int LONGEST_TEXT = 4 * SheetLimits.CELL_CHARACTERS;

  private final boolean scanning;

  /** Scans what can be scanned. */
  XlsxParser() {
    this(true);
  }

  /**
   * @param scanning false to leave everything to the XML parser
   */
  XlsxParser(boolean scanning) {
    this.scanning = scanning;
  }

  @Override
  public void parse(Path file, SheetKind kind, @Nullable String sheet, Sink sink)
      throws IOException {
    SheetLimits.holdZip();
    try (OPCPackage container =
        kind == SheetKind.XLSX ? OPCPackage.open(file.toFile(), PackageAccess.READ) : open(file)) {
      read(container, sheet, sink);
    } catch (OpenXML4JException | SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  /** Some programs encrypt with a password everybody knows; only a real one is asked for. */
  private static OPCPackage open(Path file) throws IOException, OpenXML4JException {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(container));
      if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        throw new ProblemException("spreadsheet.problem.password");
      }
      return OPCPackage.open(decryptor.getDataStream(container));
    } catch (java.security.GeneralSecurityException e) {
      throw new ProblemException(e, "spreadsheet.problem.password");
    }
  }

  private void read(OPCPackage container, @Nullable String wanted, Sink sink)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    XSSFReader reader = new XSSFReader(container);
    Workbook workbook = new Workbook();
    try (InputStream in = reader.getWorkbookData()) {
      parse(in, workbook);
    }
    for (SheetInfo sheet : workbook.sheets) {
      sink.sheet(sheet);
    }
    String part = wanted == null ? null : workbook.parts.get(wanted);
    if (part == null) {
      return;
    }
    XlsxRows.Styles styles = styles(reader, workbook.from1904);
    IntFunction<Cell> strings = strings(container, reader);
    XlsxRows rows = new XlsxRows(strings, styles, sink);
    if (scanning) {
      try (InputStream in = reader.getSheet(part)) {
        SheetScanner.scan(in, LONGEST_TEXT, rows);
        return;
      } catch (UnusualXmlException e) {
        // An XML parser reads it, from the beginning.
      }
    }
    XlsxRows again = new XlsxRows(strings, styles, sink);
    again.pass(rows.told());
    try (InputStream in = reader.getSheet(part)) {
      parse(in, new SheetHandler(again, SheetLimits.CELL_CHARACTERS));
    } catch (SheetHandler.SinkFailed e) {
      throw e.reason();
    }
  }

  private XlsxRows.Styles styles(XSSFReader reader, boolean from1904)
      throws IOException, InvalidFormatException {
    try (InputStream in = reader.getStylesData()) {
      if (in != null && scanning) {
        return XlsxRows.Styles.of(StyleScanner.scan(in), from1904);
      }
    } catch (UnusualXmlException e) {
      // The library reads it.
    }
    return XlsxRows.Styles.of(reader.getStylesTable(), from1904);
  }

  private IntFunction<Cell> strings(OPCPackage container, XSSFReader reader)
      throws IOException, InvalidFormatException, SAXException {
    List<Cell> cells = new ArrayList<>();
    try (InputStream in = reader.getSharedStringsData()) {
      if (in == null) {
        return index -> Cell.EMPTY;
      }
      if (scanning) {
        StringScanner.scan(in, LONGEST_TEXT, text -> cells.add(Cell.text(XlsxRows.decoded(text))));
        return cells::get;
      }
    } catch (UnusualXmlException e) {
      // The library reads it.
    }
    SharedStrings table = new ReadOnlySharedStringsTable(container, false);
    return index -> Cell.text(table.getItemAt(index).getString());
  }

  private static void parse(InputStream in, DefaultHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    XMLReader xml = XMLHelper.newXMLReader();
    xml.setContentHandler(handler);
    xml.parse(new InputSource(in));
  }

  /** The list of sheets in {@code workbook.xml}. */
  private static final class Workbook extends DefaultHandler {
    private final List<SheetInfo> sheets = new ArrayList<>();
    private final Map<String, String> parts = new TreeMap<>();
    private boolean from1904;

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
      if (localName.equals("sheet")) {
        String name = attributes.getValue("name");
        String state = attributes.getValue("state");
        String part = relation(attributes);
        if (name != null && part != null && !parts.containsKey(name)) {
          sheets.add(new SheetInfo(name, state != null && !state.equals("visible")));
          parts.put(name, part);
        }
      } else if (localName.equals("workbookPr")) {
        String value = attributes.getValue("date1904");
        from1904 = value != null && (value.equals("1") || value.equals("true"));
      }
    }

    private static @Nullable String relation(Attributes attributes) {
      for (int i = 0; i < attributes.getLength(); i++) {
        if (attributes.getLocalName(i).equals("id")
            && attributes.getURI(i).endsWith("/relationships")) {
          return attributes.getValue(i);
        }
      }
      return null;
    }
  }
}
