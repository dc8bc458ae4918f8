package app.ringbook.telephony.recorder.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

/**
 * {@code vault.properties} in the recording folder: the name of the master key and the master key
 * itself, wrapped by the recovery code and perhaps by a passphrase. It lies with the recordings, so
 * that a copy of them can be opened elsewhere with the code.
 */
final class VaultFile {
  static final String NAME = "vault.properties";
  private static final String RECOVERY = "recovery";
  private static final String PASSPHRASE = "passphrase";
  private final Path file;
  private final Properties lines;

  private VaultFile(Path file, Properties lines) {
    this.file = file;
    this.lines = lines;
  }

  static VaultFile fresh(Path folder) {
    Properties lines = new Properties();
    lines.setProperty("version", "1");
    lines.setProperty("id", UUID.randomUUID().toString());
    return new VaultFile(folder.resolve(NAME), lines);
  }

  static Optional<VaultFile> read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties lines = new Properties();
    lines.load(new StringReader(Files.readString(file)));
    if (lines.getProperty("id") == null) {
      throw new IOException(file + " is damaged");
    }
    return Optional.of(new VaultFile(file, lines));
  }

  String id() {
    return lines.getProperty("id", "");
  }

  boolean hasPassphrase() {
    return lines.containsKey(PASSPHRASE + ".wrapped");
  }

  void wrap(byte[] master, RecoveryCode code) throws GeneralSecurityException {
    byte[] salt = salt();
    wrap(RECOVERY, salt, code.key(salt), master);
  }

  void wrap(byte[] master, String passphrase) throws GeneralSecurityException {
    byte[] salt = salt();
    wrap(PASSPHRASE, salt, Passphrase.key(passphrase, salt), master);
  }

  void noPassphrase() {
    lines.remove(PASSPHRASE + ".wrapped");
    lines.remove(PASSPHRASE + ".salt");
  }

  Optional<byte[]> unwrap(RecoveryCode code) throws GeneralSecurityException {
    byte[] salt = bytes(RECOVERY + ".salt");
    return salt.length == 0 ? Optional.empty() : unwrap(RECOVERY, code.key(salt));
  }

  Optional<byte[]> unwrap(String passphrase) {
    byte[] salt = bytes(PASSPHRASE + ".salt");
    return salt.length == 0
        ? Optional.empty()
        : unwrap(PASSPHRASE, Passphrase.key(passphrase, salt));
  }

  void write() throws IOException {
    StringBuilder text = new StringBuilder("# Opens the recordings of this folder\n");
    new TreeMap<>(lines)
        .forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    Files.createDirectories(file.toAbsolutePath().getParent());
    KeyFiles.force(file, ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private void wrap(String how, byte[] salt, byte[] key, byte[] master)
      throws GeneralSecurityException {
    byte[] wrapped = new AesGcmJce(key).encrypt(master, about(how));
    lines.setProperty(how + ".salt", Base64.getUrlEncoder().withoutPadding().encodeToString(salt));
    lines.setProperty(
        how + ".wrapped", Base64.getUrlEncoder().withoutPadding().encodeToString(wrapped));
  }

  private Optional<byte[]> unwrap(String how, byte[] key) {
    try {
      return Optional.of(new AesGcmJce(key).decrypt(bytes(how + ".wrapped"), about(how)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private byte[] about(String how) {
    return (id() + '\n' + how).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bytes(String name) {
    try {
      return Base64.getUrlDecoder().decode(lines.getProperty(name, ""));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] salt() {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return salt;
  }
}
