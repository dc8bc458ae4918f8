package app.ringbook.store.file;

import app.ringbook.platform.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One program a data folder. The first holds a lock that the system releases even after a kill; a
 * second start hands its words to the first over a local socket, which comes forward and answers
 * {@code shown}. Message: number of words, then each as modified UTF-8; answer: one word.
 */
public final class InstanceLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InstanceLock.class);
  private static final String SHOWN = "shown";
  private static final long PATIENCE_MILLIS = 1800;

  /** Longest path a local socket can have on every system (macOS: 104 bytes with its end). */
  private static final int LONGEST_PATH = 100;

  private final FileChannel channel;
  private final FileLock lock;
  private final ServerSocketChannel server;
  private final Path socket;

  private InstanceLock(
      FileChannel channel, FileLock lock, ServerSocketChannel server, Path socket) {
    this.channel = channel;
    this.lock = lock;
    this.server = server;
    this.socket = socket;
  }

  /**
   * Takes the folder, or hands the words to the program that has it.
   *
   * @param words the command line of this start
   * @return the lock, or empty if the other program took over and came forward
   * @throws ProblemException within two seconds if the other program does not answer
   */
  public static Optional<InstanceLock> take(Path root, List<String> words) {
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("ringbook.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      Path socket = socket(root);
      if (lock == null) {
        channel.close();
        handOver(root, socket, words);
        return Optional.empty();
      }
      Files.writeString(pidFile(root), String.valueOf(ProcessHandle.current().pid()));
      Files.deleteIfExists(socket);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      return Optional.of(new InstanceLock(channel, lock, server, socket));
    } catch (IOException e) {
      throw new ProblemException(e, "store.problem.lock", root.toString());
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static Path pidFile(Path root) {
    return root.resolve("ringbook.pid");
  }

  /** In the folder, or for a long path in a folder of this user's own among the temporary files. */
  private static Path socket(Path root) throws IOException {
    Path near = root.resolve("ringbook.socket");
    if (near.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
      return near;
    }
    String user = Integer.toHexString(System.getProperty("user.name", "").hashCode());
    Path folder = Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "ringbook-" + user);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      if (!Files.exists(folder)) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      if (!Files.getOwner(folder).equals(Files.getOwner(root))) {
        throw new IOException(folder + " belongs to somebody else");
      }
    } else {
      Files.createDirectories(folder);
    }
    return folder.resolve(HexFormat.of().toHexDigits(root.toString().hashCode()) + ".socket");
  }

  /**
   * Answers later starts until closed. Run it on a thread of its own.
   *
   * @param shown gets the words of each later start, brings the window forward and returns at once
   */
  public void serve(Consumer<List<String>> shown) {
    while (server.isOpen()) {
      try (SocketChannel client = server.accept()) {
        Talk talk = new Talk(client);
        DataInputStream in = talk.receive();
        List<String> words = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
          words.add(in.readUTF());
        }
        shown.accept(words);
        talk.send(out -> out.writeUTF(SHOWN));
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException | RuntimeException e) {
        LOG.warn("A later start could not be answered", e);
      }
    }
  }

  private static void handOver(Path root, Path socket, List<String> words) {
    try (SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      client.connect(UnixDomainSocketAddress.of(socket));
      Talk talk = new Talk(client);
      talk.send(
          out -> {
            out.writeInt(words.size());
            for (String word : words) {
              out.writeUTF(word);
            }
          });
      if (talk.receive().readUTF().equals(SHOWN)) {
        return;
      }
    } catch (IOException e) {
      LOG.warn("The program that has the data does not answer", e);
    }
    throw new ProblemException("store.problem.frozen", holder(root));
  }

  private static String holder(Path root) {
    try {
      return Files.readString(pidFile(root)).strip();
    } catch (IOException e) {
      return "?";
    }
  }

  /** Gives the folder back. */
  @Override
  public void close() {
    try (channel;
        server) {
      Files.deleteIfExists(socket);
      lock.release();
    } catch (IOException e) {
      LOG.warn("The lock could not be given back", e);
    }
  }

  /** One message each way, each within the patience: length, then bytes. */
  private static final class Talk {
    private final SocketChannel channel;

    Talk(SocketChannel channel) throws IOException {
      this.channel = channel;
      channel.configureBlocking(false);
    }

    /** What a message is made of. */
    private interface Message {
      void write(DataOutputStream out) throws IOException;
    }

    void send(Message message) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.write(new DataOutputStream(bytes));
      ByteBuffer buffer = ByteBuffer.allocate(4 + bytes.size());
      buffer.putInt(bytes.size()).put(bytes.toByteArray()).flip();
      move(buffer, SelectionKey.OP_WRITE);
    }

    DataInputStream receive() throws IOException {
      ByteBuffer length = ByteBuffer.allocate(4);
      move(length, SelectionKey.OP_READ);
      int size = length.getInt(0);
      if (size < 0 || size > 1 << 20) {
        throw new IOException("No message of ours");
      }
      ByteBuffer buffer = ByteBuffer.allocate(size);
      move(buffer, SelectionKey.OP_READ);
      return new DataInputStream(new ByteArrayInputStream(buffer.array()));
    }

    private void move(ByteBuffer buffer, int operation) throws IOException {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
      try (Selector selector = Selector.open()) {
        channel.register(selector, operation);
        while (buffer.hasRemaining()) {
          long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
          if (left <= 0 || selector.select(left) == 0) {
            throw new IOException("No answer in time");
          }
          selector.selectedKeys().clear();
          int moved =
              operation == SelectionKey.OP_READ ? channel.read(buffer) : channel.write(buffer);
          if (moved < 0) {
            throw new IOException("The other side went away");
          }
        }
      }
    }
  }
}
