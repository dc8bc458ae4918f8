package app.ringbook.telephony.network;

import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.SerialLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** A port of this machine that waits for one program after another: a simulated server's end. */
public final class ListeningPort implements AutoCloseable {
  private final ServerSocket server;
  private final TcpAddress address;

  /**
   * Begins to listen.
   *
   * @param wanted where; port 0 for any that is free
   * @throws LineException if somebody listens there already, or the address is not this machine's
   */
  public ListeningPort(TcpAddress wanted) throws LineException {
    try {
      server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getByName(wanted.host()), wanted.port()), 1);
      address = new TcpAddress(wanted.host(), server.getLocalPort());
    } catch (IOException e) {
      throw new LineException("telephony.network.taken", wanted.toString());
    }
  }

  /** Where it listens. */
  public TcpAddress address() {
    return address;
  }

  /**
   * Waits for a program.
   *
   * @return null if none came in that time
   * @throws IOException if it is closed
   */
  public @Nullable SerialLine accept(int millis) throws IOException {
    try {
      server.setSoTimeout(millis);
      return new TcpLine(server.accept());
    } catch (SocketTimeoutException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // Nobody can connect any more in any case.
    }
  }
}
