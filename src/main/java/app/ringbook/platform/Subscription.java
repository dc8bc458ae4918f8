package app.ringbook.platform;

/** A registration that ends when closed. Closing twice is allowed. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

  @Override
  void close();
}
