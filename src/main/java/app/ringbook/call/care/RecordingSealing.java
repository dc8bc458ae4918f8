package app.ringbook.call.care;

import app.ringbook.call.CallRecords;
import app.ringbook.call.care.CareMapper.Recorded;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.telephony.recorder.vault.KeyException;
import app.ringbook.telephony.recorder.vault.KeyFiles;
import app.ringbook.telephony.recorder.vault.SealedFiles;
import app.ringbook.telephony.recorder.vault.SoundBytes;
import app.ringbook.telephony.recorder.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the recordings there are, or opens them again, after the switch was turned. One after the
 * other: the new file is written beside the old one, the row gets its checksum, the new file takes
 * the place of the old one. It can be broken off anywhere and goes on where it was. A file that is
 * not what its checksum says stays as it is. Not for the window's thread.
 */
public final class RecordingSealing {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingSealing.class);
  private static final int PAGE = 200;
  private final Database database;
  private final CallRecords calls;
  private final Vault vault;
  private final BooleanSupplier wanted;
  private final Supplier<Path> recordings;
  private final Path pending;

  /**
   * @param wanted whether recordings are to be sealed
   * @param root the data folder
   */
  public RecordingSealing(
      Database database,
      CallRecords calls,
      Vault vault,
      BooleanSupplier wanted,
      Supplier<Path> recordings,
      Path root) {
    this.database = database;
    this.calls = calls;
    this.vault = vault;
    this.wanted = wanted;
    this.recordings = recordings;
    this.pending = root.resolve("sealing.pending");
  }

  /**
   * What was done.
   *
   * @param changed recordings sealed or opened
   * @param left recordings that could not be, since they are damaged or their key is missing
   */
  public record Result(int changed, int left) {}

  /** True if a run was begun and not finished. */
  public boolean pending() {
    return Files.exists(pending);
  }

  /**
   * Makes all recordings as the switch wants them.
   *
   * @param progress recordings looked at
   */
  public synchronized Result run(Progress progress) throws IOException {
    if (vault.state() != Vault.State.OPEN) {
      return new Result(0, 0);
    }
    Files.createDirectories(pending.toAbsolutePath().getParent());
    Files.writeString(pending, "");
    boolean seal = wanted.getAsBoolean();
    int changed = 0;
    int left = 0;
    long looked = 0;
    List<Recorded> page = page(0);
    while (!page.isEmpty() && wanted.getAsBoolean() == seal) {
      for (Recorded one : page) {
        progress.check();
        progress.at(looked++, -1);
        try {
          changed += change(one, seal) ? 1 : 0;
        } catch (IOException e) {
          LOG.warn("{} stays as it is", one.recordingFile(), e);
          left++;
        }
      }
      page = page(page.getLast().id());
    }
    if (wanted.getAsBoolean() == seal) {
      Files.deleteIfExists(pending);
    }
    return new Result(changed, left);
  }

  private List<Recorded> page(long after) {
    return database.read(CareMapper.class, m -> m.recordedAfter(after, PAGE));
  }

  private boolean change(Recorded one, boolean seal) throws IOException {
    Path folder = recordings.get().toAbsolutePath().normalize();
    Path file = folder.resolve(one.recordingFile()).normalize();
    if (!file.startsWith(folder) || !file.toString().endsWith(".wav") || !Files.exists(file)) {
      return false;
    }
    Path coming = SealedFiles.coming(file);
    String known = one.recordingSha256();
    if (Files.exists(coming) && SealedFiles.sha256(coming).equals(known)) {
      // The row was written, the exchange was not.
      SealedFiles.exchange(file);
    }
    if (SoundBytes.sealed(file) == seal) {
      Files.deleteIfExists(coming);
      return false;
    }
    if (known != null && !SealedFiles.sha256(file).equals(known)) {
      throw new IOException("Not the recording it was");
    }
    String sum = seal ? SealedFiles.seal(file, vault.make(file)) : opened(file);
    long bytes = Files.size(coming);
    database.inTransaction(
        Change.of("call.change.sealed", ""),
        tx -> calls.recordingStoredIn(tx, one.id(), bytes, sum));
    Files.deleteIfExists(KeyFiles.outline(file));
    SealedFiles.exchange(file);
    if (!seal) {
      Files.deleteIfExists(KeyFiles.beside(file));
    }
    return true;
  }

  /** A cut file would lose its mark of being cut: it stays sealed. */
  private String opened(Path file) throws IOException {
    try (SoundBytes bytes = SoundBytes.open(file, vault)) {
      if (bytes.cut()) {
        throw new IOException("The end is missing");
      }
    } catch (KeyException e) {
      throw new IOException("No key", e);
    }
    return SealedFiles.unseal(file, vault);
  }
}
