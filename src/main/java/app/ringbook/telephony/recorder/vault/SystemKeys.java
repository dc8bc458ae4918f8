package app.ringbook.telephony.recorder.vault;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the system keeps a secret for the user who is signed in. May wait. */
public interface SystemKeys {

  /** The secret of that name, or empty. */
  Optional<byte[]> read(String name);

  /** Keeps a secret. */
  void keep(String name, byte[] secret) throws IOException;

  /** Forgets a secret; one that is absent is fine. */
  void forget(String name) throws IOException;

  /** True if it protects by itself; false for a file that only other users cannot read. */
  boolean strong();

  /**
   * The key store of Windows, macOS or the desktop, or where there is none a file in the folder
   * that only the user can read.
   */
  static SystemKeys best(Path folder) {
    try {
      return new Store(Keyring.create());
    } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(SystemKeys.class)
          .info("The system has no key store, a file is used: {}", e.toString());
      return new UserFile(folder);
    }
  }

  /** The system's own. */
  final class Store implements SystemKeys {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final String SERVICE = "Ringbook recordings";
    private final Keyring keyring;

    Store(Keyring keyring) {
      this.keyring = keyring;
    }

    @Override
    public Optional<byte[]> read(String name) {
      try {
        return Optional.of(Base64.getDecoder().decode(keyring.getPassword(SERVICE, name)));
      } catch (PasswordAccessException | RuntimeException e) {
        LOG.info("The system's key store does not give the key: {}", e.toString());
        return Optional.empty();
      }
    }

    @Override
    public void keep(String name, byte[] secret) throws IOException {
      try {
        keyring.setPassword(SERVICE, name, Base64.getEncoder().encodeToString(secret));
      } catch (PasswordAccessException | RuntimeException e) {
        throw new IOException("The system's key store refuses", e);
      }
    }

    @Override
    public void forget(String name) {
      try {
        keyring.deletePassword(SERVICE, name);
      } catch (PasswordAccessException | RuntimeException e) {
        LOG.debug("Nothing to forget", e);
      }
    }

    @Override
    public boolean strong() {
      return true;
    }
  }

  /** A file that only the user can read. */
  final class UserFile implements SystemKeys {
    private static final Logger LOG = LoggerFactory.getLogger(UserFile.class);
    private final Path folder;

    /** Keeps its files in the folder, which no backup holds. */
    public UserFile(Path folder) {
      this.folder = folder;
    }

    @Override
    public Optional<byte[]> read(String name) {
      try {
        return Files.exists(file(name))
            ? Optional.of(Base64.getDecoder().decode(Files.readString(file(name)).strip()))
            : Optional.empty();
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("{} cannot be read", file(name), e);
        return Optional.empty();
      }
    }

    @Override
    public void keep(String name, byte[] secret) throws IOException {
      Files.createDirectories(folder);
      mine(folder, true);
      Path file = file(name);
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      mine(file, false);
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh);
      mine(fresh, false);
      KeyFiles.force(file, ByteBuffer.wrap(Base64.getEncoder().encode(secret)));
    }

    @Override
    public void forget(String name) throws IOException {
      Files.deleteIfExists(file(name));
    }

    @Override
    public boolean strong() {
      return false;
    }

    private Path file(String name) {
      return folder.resolve(name + ".secret");
    }

    private static void mine(Path path, boolean folder) {
      java.io.File file = path.toFile();
      boolean closed = file.setReadable(false, false) && file.setWritable(false, false);
      closed &= !folder || file.setExecutable(false, false);
      boolean open = file.setReadable(true, true) && file.setWritable(true, true);
      open &= !folder || file.setExecutable(true, true);
      if (!closed || !open) {
        LOG.warn("{} may be readable by other users", path);
      }
    }
  }
}
