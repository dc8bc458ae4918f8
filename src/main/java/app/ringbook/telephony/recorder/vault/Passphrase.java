package app.ringbook.telephony.recorder.vault;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A key from a passphrase by Argon2id: 64 MiB, three rounds, four lanes, about half a second. */
final class Passphrase {
  private static final int MEMORY_KIB = 64 << 10;
  private static final int ROUNDS = 3;
  private static final int LANES = 4;

  private Passphrase() {}

  static byte[] key(String words, byte[] salt) {
    Argon2BytesGenerator argon = new Argon2BytesGenerator();
    argon.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(ROUNDS)
            .withParallelism(LANES)
            .withSalt(salt)
            .build());
    byte[] key = new byte[FileKey.BYTES];
    argon.generateBytes(words.getBytes(StandardCharsets.UTF_8), key);
    return key;
  }
}
