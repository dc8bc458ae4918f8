package app.ringbook.store.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A backup as a zip that any tool opens: {@code backup.properties} first, then {@code database/},
 * {@code settings/} and {@code recordings/}, last {@code sums.txt} with the SHA-256 of every file.
 */
public final class BackupZip {
  /** Name of the database file in the zip. */
  public static final String DATABASE = "database/ringbook.mv.db";

  private static final String MANIFEST = "backup.properties";
  private static final String SUMS = "sums.txt";

  /**
   * What the backup says of itself.
   *
   * @param history journal history it belongs to
   * @param schema version of the schema
   * @param sequence last journal entry it holds
   * @param tables rows by table
   */
  public record Manifest(
      String history, int schema, long sequence, Instant created, Map<String, Long> tables) {

    private byte[] bytes() {
      StringBuilder text = new StringBuilder("# Ringbook backup\n");
      text.append("history=").append(history).append("\nschema=").append(schema);
      text.append("\nsequence=").append(sequence).append("\ncreated=").append(created);
      tables.forEach((name, rows) -> text.append("\nrows.").append(name).append('=').append(rows));
      return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Manifest of(byte[] bytes) throws IOException {
      Properties lines = new Properties();
      lines.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
      try {
        Map<String, Long> tables = new TreeMap<>();
        for (String key : lines.stringPropertyNames()) {
          if (key.startsWith("rows.")) {
            tables.put(key.substring(5), Long.valueOf(lines.getProperty(key)));
          }
        }
        return new Manifest(
            lines.getProperty("history", ""),
            Integer.parseInt(lines.getProperty("schema", "")),
            Long.parseLong(lines.getProperty("sequence", "")),
            Instant.parse(lines.getProperty("created", "")),
            tables);
      } catch (RuntimeException e) {
        throw new ZipException("The description of the backup cannot be read");
      }
    }
  }

  private BackupZip() {}

  /** Reads the description of a backup without reading the rest. */
  public static Manifest manifest(Path zip) throws IOException {
    try (ZipInputStream in = open(zip)) {
      ZipEntry first = in.getNextEntry();
      if (first == null || !first.getName().equals(MANIFEST)) {
        throw new ZipException("Not a backup: " + zip);
      }
      return Manifest.of(in.readNBytes(1 << 20));
    }
  }

  /**
   * Unpacks the files wanted and compares every one of them with its SHA-256.
   *
   * @return number of files unpacked
   * @throws IOException if anything in the zip is damaged, missing or misplaced
   */
  public static int extract(Path zip, Path folder, Predicate<String> wanted) throws IOException {
    return compare(zip, (in, name) -> unpack(in, target(folder, name)), wanted);
  }

  private static int compare(Path zip, Taking taking, Predicate<String> wanted) throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    Map<String, String> sums = new LinkedHashMap<>();
    boolean complete = false;
    try (ZipInputStream in = open(zip)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (name.equals(SUMS)) {
          complete = true;
          for (String line :
              new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
            if (line.length() > 66) {
              sums.put(line.substring(66), line.substring(0, 64));
            }
          }
        } else if (!name.equals(MANIFEST) && wanted.test(name)) {
          found.put(name, taking.take(in, name));
        }
      }
    }
    if (!complete) {
      throw new ZipException("The backup is not complete");
    }
    for (Map.Entry<String, String> sum : sums.entrySet()) {
      if (wanted.test(sum.getKey()) && !sum.getValue().equals(found.get(sum.getKey()))) {
        throw new ZipException("Damaged in the backup: " + sum.getKey());
      }
    }
    return found.size();
  }

  /**
   * Reads all of a backup and compares every file with its sum, writing nothing.
   *
   * @throws IOException if anything is damaged or missing
   */
  public static void verify(Path zip) throws IOException {
    compare(zip, (in, name) -> copy(in, OutputStream.nullOutputStream()), name -> true);
  }

  /** What is done with one file of a backup; returns its SHA-256. */
  private interface Taking {
    String take(InputStream in, String name) throws IOException;
  }

  private static Path target(Path folder, String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new ZipException("Misplaced in the backup: " + name);
    }
    Files.createDirectories(file.getParent());
    return file;
  }

  private static ZipInputStream open(Path zip) throws IOException {
    return new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip), 1 << 16));
  }

  private static String unpack(InputStream in, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      return copy(in, out);
    }
  }

  private static String copy(InputStream in, OutputStream out) throws IOException {
    MessageDigest sum = sha256();
    byte[] buffer = new byte[1 << 16];
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      sum.update(buffer, 0, length);
      out.write(buffer, 0, length);
    }
    return HexFormat.of().formatHex(sum.digest());
  }

  /** SHA-256 of a file, in lower-case hexadecimal. */
  public static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copy(in, OutputStream.nullOutputStream());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Makes a backup file; it is complete only after {@link #finish}. */
  public static final class Writer implements AutoCloseable {
    private final Path file;
    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();

    /** Begins with the description. */
    public Writer(Path file, Manifest manifest) throws IOException {
      this.file = file;
      this.zip =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(manifest.bytes());
    }

    /** Adds a file under a name with forward slashes. */
    public void add(String name, Path content) throws IOException {
      zip.putNextEntry(new ZipEntry(name));
      try (InputStream in = Files.newInputStream(content)) {
        sums.append(copy(in, zip)).append("  ").append(name).append('\n');
      }
    }

    /** Writes the sums and forces the file to the disk. */
    public void finish() throws IOException {
      zip.putNextEntry(new ZipEntry(SUMS));
      zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
      zip.finish();
      zip.close();
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
