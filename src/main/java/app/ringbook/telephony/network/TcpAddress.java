package app.ringbook.telephony.network;

import app.ringbook.telephony.serial.LineException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a kit in the network is.
 *
 * @param host name or address, an IPv6 address without brackets
 * @param port 0 to 65535; 0 only for listening, where it means any that is free
 */
public record TcpAddress(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})))(?::(\\d{1,5}))?");
  private static final int MOST = 65_535;

  /**
   * Reads {@code host}, {@code host:port} or {@code [IPv6]:port}.
   *
   * @param usualPort taken if none is given
   * @return empty if the text is no address
   */
  public static Optional<TcpAddress> of(String text, int usualPort) {
    Matcher match = FORM.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    String host = match.group(1) == null ? match.group(2) : match.group(1);
    int port = match.group(3) == null ? usualPort : Integer.parseInt(match.group(3));
    return port > MOST ? Optional.empty() : Optional.of(new TcpAddress(host, port));
  }

  /**
   * As {@link #of}.
   *
   * @throws LineException if the text is no address; says what one looks like
   */
  public static TcpAddress parse(String text, int usualPort) throws LineException {
    return of(text, usualPort)
        .orElseThrow(() -> new LineException("telephony.network.address", text));
  }

  /** {@code host:port}, as it is read. */
  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
