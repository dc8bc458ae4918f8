package app.ringbook.telephony.recorder.vault;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * The key of one recording. The finished sound is a stream of Tink's AES256_GCM_HKDF_4KB: segments
 * of 4 KB, each with its own check, bound to the recording's name; small things beside it (the
 * journal while it grows, the outline) are sealed one by one with keys derived from the same key.
 * Safe for any thread.
 */
public final class FileKey {
  static final int BYTES = 32;

  /** Size of a segment of the finished stream, its check included. */
  static final int SEGMENT_BYTES = 4096;

  private final byte[] key;
  private final String id;

  FileKey(byte[] key, String id) {
    this.key = key.clone();
    this.id = id;
  }

  /** Seals everything written to the channel returned; it must be closed. */
  public WritableByteChannel writing(WritableByteChannel to) throws IOException {
    try {
      return stream().newEncryptingChannel(to, name());
    } catch (GeneralSecurityException e) {
      throw new IOException("Sealing " + id + " is not possible", e);
    }
  }

  SeekableByteChannel reading(SeekableByteChannel from) throws IOException {
    try {
      return stream().newSeekableDecryptingChannel(from, name());
    } catch (GeneralSecurityException e) {
      throw new IOException("Opening " + id + " is not possible", e);
    }
  }

  /**
   * Seals a small piece.
   *
   * @param label what it is; the same is needed to open it
   */
  public byte[] seal(byte[] piece, String label) throws IOException {
    try {
      return small(label).encrypt(piece, about(label));
    } catch (GeneralSecurityException e) {
      throw new IOException("Sealing " + id + " is not possible", e);
    }
  }

  /**
   * Opens a small piece.
   *
   * @throws IOException if it was changed, or belongs to another recording or label
   */
  public byte[] open(byte[] sealed, String label) throws IOException {
    try {
      return small(label).decrypt(sealed, about(label));
    } catch (GeneralSecurityException e) {
      throw new IOException("Damaged, or sealed with another key: " + id + " " + label, e);
    }
  }

  byte[] bytes() {
    return key.clone();
  }

  private AesGcmHkdfStreaming stream() throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(key, "HmacSha256", BYTES, SEGMENT_BYTES, 0);
  }

  /** Not the stream's key: one key has one use. */
  private AesGcmJce small(String label) throws GeneralSecurityException {
    String use = label.replaceFirst(" \\d+$", "");
    byte[] info = ("ringbook " + use).getBytes(StandardCharsets.UTF_8);
    return new AesGcmJce(Hkdf.computeHkdf("HmacSha256", key, new byte[0], info, BYTES));
  }

  private byte[] about(String label) {
    return (id + '\n' + label).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] name() {
    return id.getBytes(StandardCharsets.UTF_8);
  }
}
