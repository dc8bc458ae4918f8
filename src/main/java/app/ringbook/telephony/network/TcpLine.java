package app.ringbook.telephony.network;

import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.SerialLine;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.util.Locale;
import jdk.net.ExtendedSocketOptions;

/** A TCP connection as a line. The system asks an idle peer after a minute whether it is there. */
public final class TcpLine implements SerialLine {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int IDLE_SECONDS = 60;
  private static final int ASK_SECONDS = 10;
  private static final int ASK_TIMES = 3;

  private final Socket socket;

  /**
   * Takes a connected socket.
   *
   * @throws IOException if it is no longer connected
   */
  TcpLine(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(READ_MILLIS);
    socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    ask(ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS);
    ask(ExtendedSocketOptions.TCP_KEEPINTERVAL, ASK_SECONDS);
    ask(ExtendedSocketOptions.TCP_KEEPCOUNT, ASK_TIMES);
  }

  private void ask(SocketOption<Integer> option, int value) throws IOException {
    if (socket.supportedOptions().contains(option)) {
      socket.setOption(option, value);
    }
  }

  /**
   * Connects; waits a few seconds at most.
   *
   * @throws LineException if that fails: unknown name, nobody listens, no answer
   */
  static TcpLine connect(TcpAddress address) throws LineException {
    Socket socket = new Socket();
    try {
      InetAddress host = InetAddress.getByName(address.host());
      socket.connect(new InetSocketAddress(host, address.port()), CONNECT_MILLIS);
      return new TcpLine(socket);
    } catch (IOException e) {
      quietly(socket);
      boolean unknown = e instanceof UnknownHostException;
      throw new LineException(reason(e), unknown ? address.host() : address.toString());
    }
  }

  private static String reason(IOException e) {
    if (e instanceof UnknownHostException) {
      return "telephony.network.name";
    }
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return e instanceof ConnectException && message.contains("refused")
        ? "telephony.network.refused"
        : "telephony.network.noAnswer";
  }

  @Override
  public int read(byte[] buffer) {
    return read(buffer, READ_MILLIS);
  }

  @Override
  public int read(byte[] buffer, int millis) {
    try {
      if (socket.getSoTimeout() != millis) {
        socket.setSoTimeout(millis);
      }
      return socket.getInputStream().read(buffer);
    } catch (SocketTimeoutException e) {
      return 0;
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public boolean write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String goneKey() {
    return "telephony.network.gone";
  }

  @Override
  public void close() {
    quietly(socket);
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed for us in any case.
    }
  }
}
