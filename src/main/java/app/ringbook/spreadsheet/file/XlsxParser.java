package app.ringbook.spreadsheet.file;

import app.ringbook.platform.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads Office Open XML as a stream of events; formulas give their stored values. */
final class XlsxParser implements SheetParser {

  @Override
  public void parse(Path file, SheetKind kind, @Nullable String sheet, Sink sink)
      throws IOException {
    SheetLimits.holdZip();
    try (OPCPackage container =
        kind == SheetKind.XLSX ? OPCPackage.open(file.toFile(), PackageAccess.READ) : open(file)) {
      read(new XSSFReader(container), sheet, sink);
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

  private static void read(XSSFReader reader, @Nullable String wanted, Sink sink)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    reader.setUseReadOnlySharedStringsTable(true);
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
    XlsxSheetHandler.Styles styles =
        new XlsxSheetHandler.Styles(reader.getStylesTable(), workbook.from1904);
    try (InputStream in = reader.getSheet(part)) {
      parse(in, new XlsxSheetHandler(reader.getSharedStringsTable(), styles, sink));
    } catch (XlsxSheetHandler.SinkFailed e) {
      throw e.cause;
    }
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
