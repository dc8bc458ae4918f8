package app.ringbook.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file for H2 that stops at its first byte until it may go on, as on a slow disk. H2 makes its
 * own copies of it, so what they wait for is shared.
 */
public final class HeldFile extends FilePathWrapper {
  static final String SCHEME = "held";
  private static final CountDownLatch BEGUN = new CountDownLatch(1);
  private static final CountDownLatch MAY = new CountDownLatch(1);

  /** For H2. */
  public HeldFile() {}

  static boolean begun(Duration most) throws InterruptedException {
    return BEGUN.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  static void goOn() {
    MAY.countDown();
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public OutputStream newOutputStream(boolean append) throws IOException {
    return new FilterOutputStream(super.newOutputStream(append)) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        BEGUN.countDown();
        try {
          if (!MAY.await(60, TimeUnit.SECONDS)) {
            throw new IOException("Held for too long");
          }
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        out.write(bytes, offset, length);
      }
    };
  }
}
