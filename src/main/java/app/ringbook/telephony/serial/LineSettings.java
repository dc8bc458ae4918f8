package app.ringbook.telephony.serial;

/**
 * How a line is set; a port always has 8 data bits, no parity, 1 stop bit, no flow control.
 *
 * @param baud bits a second; without meaning on USB devices that only look like a serial port, 0 in
 *     the network
 * @param networkPort the TCP port where none is given, for kits in the network; 0 for serial ones
 */
public record LineSettings(int baud, int networkPort) {

  /** A serial port. */
  public LineSettings(int baud) {
    this(baud, 0);
  }

  /** A kit in the network, which is addressed as {@code host:port}. */
  public static LineSettings network(int usualPort) {
    return new LineSettings(0, usualPort);
  }

  /** True for a kit in the network. */
  public boolean overNetwork() {
    return networkPort > 0;
  }
}
