package app.ringbook.telephony.capture;

import app.ringbook.platform.ProblemException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What went over a port for a while, ready to be saved, sent to somebody and played again. The file
 * is text: a first line {@value #HEAD}, lines {@code driver NAME} and {@code begun INSTANT}, then a
 * line a piece, {@code MILLIS < HEX} from the kit and {@code MILLIS > HEX} to it. It holds phone
 * numbers as they came.
 *
 * @param driver name of the driver the port was used with
 * @param begun when the first piece was waited for
 * @param pieces in the order in which they went over the line
 */
public record Capture(String driver, Instant begun, List<Piece> pieces) {
  /** What the files end with. */
  public static final String ENDING = ".ringcapture";

  static final String HEAD = "ringbook capture 1";

  /** A file with more is not one of ours. */
  private static final long LARGEST_FILE = 128L << 20;

  private static final HexFormat HEX = HexFormat.of();

  /**
   * Bytes that went together.
   *
   * @param millis since the capture began
   * @param fromKit true if the kit sent them, false if we did
   * @param bytes never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
  public record Piece(long millis, boolean fromKit, byte[] bytes) {}

  /** Keeps the pieces as they are. */
  public Capture {
    pieces = List.copyOf(pieces);
  }

  /** Bytes of both directions. */
  public long bytes() {
    return pieces.stream().mapToLong(piece -> piece.bytes().length).sum();
  }

  /** How long it lasts. */
  public long millis() {
    return pieces.isEmpty() ? 0 : pieces.getLast().millis();
  }

  /**
   * Writes the file.
   *
   * @throws ProblemException if it cannot be written
   */
  public void write(Path file) {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(HEAD + "\ndriver " + driver + "\nbegun " + begun + "\n");
      for (Piece piece : pieces) {
        out.write(piece.millis() + (piece.fromKit() ? " < " : " > "));
        out.write(HEX.formatHex(piece.bytes()));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new ProblemException(e, "telephony.capture.notWritten", file.getFileName().toString());
    }
  }

  /**
   * Reads a file.
   *
   * @throws ProblemException if it is not there or is not a capture
   */
  public static Capture read(Path file) {
    String name = file.getFileName().toString();
    try {
      if (!Files.isRegularFile(file)) {
        throw new ProblemException("telephony.capture.gone", file.toString());
      }
      if (Files.size(file) > LARGEST_FILE) {
        throw new ProblemException("telephony.capture.wrong", name, 1);
      }
      try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        return read(in, name);
      }
    } catch (IOException e) {
      throw new ProblemException(e, "telephony.capture.wrong", name, 1);
    }
  }

  private static Capture read(BufferedReader in, String name) throws IOException {
    int number = 1;
    String driver = "";
    Instant begun = Instant.EPOCH;
    List<Piece> pieces = new ArrayList<>();
    if (!HEAD.equals(in.readLine())) {
      throw new ProblemException("telephony.capture.wrong", name, number);
    }
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.startsWith("driver ")) {
          driver = line.substring("driver ".length()).strip();
        } else if (line.startsWith("begun ")) {
          begun = Instant.parse(line.substring("begun ".length()).strip());
        } else if (!line.isBlank()) {
          pieces.add(piece(line));
        }
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ProblemException(e, "telephony.capture.wrong", name, number);
    }
    return new Capture(driver, begun, pieces);
  }

  private static Piece piece(String line) {
    String[] parts = line.split(" ", 3);
    if (parts.length < 3 || !(parts[1].equals("<") || parts[1].equals(">"))) {
      throw new IllegalArgumentException("not a piece");
    }
    long millis = Long.parseLong(parts[0]);
    if (millis < 0) {
      throw new IllegalArgumentException("before the beginning");
    }
    return new Piece(millis, parts[1].equals("<"), HEX.parseHex(parts[2].strip()));
  }
}
