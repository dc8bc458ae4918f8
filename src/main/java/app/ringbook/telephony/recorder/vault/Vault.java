package app.ringbook.telephony.recorder.vault;

import app.ringbook.platform.ProblemException;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The master key of a recording folder and what is wrapped by it. Nothing is made before {@link
 * #create}. The system keeps the master key for the signed-in user; with a passphrase it does not,
 * and the passphrase is asked for once a run. Safe for any thread; everything may wait for the disk
 * or the system, so not on the window's thread.
 */
public final class Vault implements Sealing {
  private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

  /** Whether the master key is at hand. */
  public enum State {
    /** There is none yet: nothing was ever sealed here. */
    NONE,
    /** It is. */
    OPEN,
    /** It is not: recovery code or passphrase open it. */
    LOCKED
  }

  private final Supplier<Path> recordings;
  private final Supplier<SystemKeys> keeper;
  private final BooleanSupplier wanted;
  private @Nullable SystemKeys keys;
  private @Nullable Path loaded;
  private @Nullable VaultFile file;
  private boolean refused;
  private byte @Nullable [] master;

  /**
   * @param recordings the recording folder now
   * @param keeper finds where the system keeps secrets; asked when one is first needed
   * @param wanted whether new recordings are to be sealed
   */
  public Vault(Supplier<Path> recordings, Supplier<SystemKeys> keeper, BooleanSupplier wanted) {
    this.recordings = recordings;
    this.keeper = keeper;
    this.wanted = wanted;
  }

  /** Whether the master key is at hand. */
  public synchronized State state() {
    load();
    if (file == null) {
      return State.NONE;
    }
    return master == null ? State.LOCKED : State.OPEN;
  }

  /** True if a passphrase opens the recordings, once a run. */
  public synchronized boolean hasPassphrase() {
    load();
    return file != null && file.hasPassphrase();
  }

  /**
   * True if the system's key store would not keep the key in this run: without a passphrase the
   * recovery code is asked for after each start.
   */
  public synchronized boolean systemRefuses() {
    return refused;
  }

  /** False where the system has no key store and a file takes its place. */
  public synchronized boolean systemProtects() {
    return keys().strong();
  }

  /**
   * Makes the master key; where there is one, only a new recovery code for it.
   *
   * <p>Where the system's key store refuses, {@link #systemRefuses} says so afterwards.
   *
   * @return the code, which is shown once and kept nowhere
   * @throws ProblemException if the folder cannot be written, or the key there is not at hand
   */
  public synchronized RecoveryCode create() {
    State state = state();
    if (state == State.LOCKED) {
      throw new ProblemException("telephony.vault.locked");
    }
    RecoveryCode code = RecoveryCode.random();
    return write(
        () -> {
          VaultFile writing = file == null ? VaultFile.fresh(folder()) : file;
          byte[] key = master == null ? random() : master;
          writing.wrap(key, code);
          writing.write();
          file = writing;
          master = key;
          // A key store that refuses costs no recording: the code opens them, and a passphrase may.
          remember(writing, key);
          return code;
        });
  }

  /** Opens the recordings with the code; false if it is not the right one. */
  public synchronized boolean open(RecoveryCode code) {
    return open(
        vault -> {
          try {
            return vault.unwrap(code);
          } catch (GeneralSecurityException e) {
            return Optional.empty();
          }
        });
  }

  /** Opens the recordings with the passphrase; false if it is not the right one. */
  public synchronized boolean open(String passphrase) {
    return open(vault -> vault.unwrap(passphrase));
  }

  /**
   * From now on a passphrase is asked for once a run, and the system no longer keeps the key.
   *
   * @throws ProblemException if the key is not at hand or the folder cannot be written
   */
  public synchronized void passphrase(String words) {
    write(
        () -> {
          VaultFile open = mustBeOpen();
          open.wrap(key(), words);
          open.write();
          keys().forget(open.id());
          refused = false;
          return words;
        });
  }

  /**
   * The system keeps the key again and no passphrase is asked for.
   *
   * @throws ProblemException if the system's key store does not keep it: then the passphrase stays
   */
  public synchronized void noPassphrase() {
    write(
        () -> {
          VaultFile open = mustBeOpen();
          keepOrStay(open);
          open.noPassphrase();
          open.write();
          return open;
        });
  }

  @Override
  public @Nullable FileKey fresh(Path recording) throws IOException {
    return wanted.getAsBoolean() ? make(recording) : null;
  }

  /**
   * A new key for a recording, whatever the setting says. It is on the disk when this returns.
   *
   * @throws KeyException if the master key is not at hand
   */
  public FileKey make(Path recording) throws IOException {
    byte[] key = random();
    String id = KeyFiles.id(recording);
    try {
      KeyFiles.write(recording, wrapping(recording).encrypt(key, about(id)));
    } catch (GeneralSecurityException e) {
      throw new IOException("No key for " + recording, e);
    }
    return new FileKey(key, id);
  }

  @Override
  public FileKey of(Path recording) throws IOException {
    byte[] wrapped = KeyFiles.read(recording);
    AesGcmJce wrapping = wrapping(recording);
    String id = KeyFiles.id(recording);
    try {
      return new FileKey(wrapping.decrypt(wrapped, about(id)), id);
    } catch (GeneralSecurityException e) {
      LOG.debug("The key of {} does not fit", recording, e);
      throw new KeyException(KeyException.Why.WRONG, recording);
    }
  }

  private synchronized AesGcmJce wrapping(Path recording) throws IOException {
    if (state() != State.OPEN) {
      throw new KeyException(KeyException.Why.LOCKED, recording);
    }
    try {
      return new AesGcmJce(key());
    } catch (GeneralSecurityException e) {
      throw new IOException("No AES", e);
    }
  }

  private boolean open(Function<VaultFile, Optional<byte[]>> how) {
    load();
    VaultFile there = file;
    if (there == null) {
      return false;
    }
    Optional<byte[]> found = how.apply(there);
    found.ifPresent(
        key -> {
          master = key;
          remember(there, key);
        });
    return found.isPresent();
  }

  /** Without the system's word the passphrase stays: there would be nothing in its place. */
  private void keepOrStay(VaultFile open) {
    try {
      keys().keep(open.id(), key());
    } catch (IOException e) {
      throw new ProblemException(e, "telephony.vault.refused");
    }
  }

  private void remember(VaultFile there, byte[] key) {
    if (there.hasPassphrase()) {
      return;
    }
    try {
      keys().keep(there.id(), key);
      refused = false;
    } catch (IOException e) {
      refused = true;
      LOG.warn("The system does not keep the key; it is asked for again next time", e);
    }
  }

  private void load() {
    Path now = folder();
    if (now.equals(loaded) && file != null) {
      return;
    }
    loaded = now;
    try {
      VaultFile there = VaultFile.read(now).orElse(null);
      boolean same = there != null && file != null && there.id().equals(file.id());
      file = there;
      if (there != null && !(same && master != null)) {
        master =
            there.hasPassphrase()
                ? null
                : keys().read(there.id()).filter(key -> key.length == FileKey.BYTES).orElse(null);
      }
    } catch (IOException e) {
      LOG.error("{} cannot be read", now.resolve(VaultFile.NAME), e);
    }
  }

  private VaultFile mustBeOpen() {
    load();
    VaultFile there = file;
    if (there == null || master == null) {
      throw new ProblemException("telephony.vault.locked");
    }
    return there;
  }

  private byte[] key() {
    byte[] key = master;
    if (key == null) {
      throw new ProblemException("telephony.vault.locked");
    }
    return Arrays.copyOf(key, key.length);
  }

  private SystemKeys keys() {
    SystemKeys found = keys == null ? keeper.get() : keys;
    keys = found;
    return found;
  }

  private Path folder() {
    return recordings.get().toAbsolutePath().normalize();
  }

  /** Something that writes keys. */
  private interface Writing<T> {
    T run() throws IOException, GeneralSecurityException;
  }

  private <T> T write(Writing<T> task) {
    try {
      return task.run();
    } catch (IOException | GeneralSecurityException e) {
      throw new ProblemException(e, "telephony.vault.failed", folder().toString());
    }
  }

  private static byte[] random() {
    byte[] key = new byte[FileKey.BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private static byte[] about(String id) {
    return ("key\n" + id).getBytes(StandardCharsets.UTF_8);
  }
}
