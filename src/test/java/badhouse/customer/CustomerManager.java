package badhouse.customer;

import badhouse.platform.LooksUp;
import java.time.Instant;
import javafx.scene.Node;
import org.apache.ibatis.session.SqlSession;
import org.apache.poi.ss.usermodel.Workbook;
import picocli.CommandLine;
import tools.jackson.databind.ObjectMapper;

/** Breaks the walls around JavaFX, MyBatis, POI, Jackson, picocli, time, threads and names. */
public final class CustomerManager {
  /** JavaFX in logic. */
  public Node node;

  /** MyBatis outside a mapper. */
  public SqlSession session;

  /** POI outside spreadsheet. */
  public Workbook workbook;

  /** picocli outside cli. */
  public CommandLine commandLine;

  /** Jackson outside settings and cli. */
  public ObjectMapper json;

  /** Closes a circle. */
  public LooksUp circle;

  /** Asks the machine for the time. */
  public Instant now() {
    return Instant.now();
  }

  /** Starts a thread nobody owns. */
  public Thread start() {
    return Thread.ofVirtual().start(() -> {});
  }
}
