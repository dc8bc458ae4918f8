package app.ringbook.telephony.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import org.jspecify.annotations.Nullable;

/**
 * A real port, through jSerialComm. Reads are semi-blocking and there is no listener: the library's
 * listeners fire thousands of times after an unplug, lose the tail of the data and have crashed the
 * virtual machine. The port is closed by the thread that opened and reads it, never by another:
 * closing under a read hangs with some drivers.
 */
public final class JSerialCommLine implements SerialLine {
  private final SerialPort port;
  private final Thread owner = Thread.currentThread();
  private volatile boolean closing;
  private boolean closed;

  private JSerialCommLine(SerialPort port) {
    this.port = port;
  }

  /**
   * Opens the port for the calling thread, which must be the one that reads.
   *
   * @return null if the system refused it; {@link SerialPorts} finds out why
   */
  static @Nullable JSerialCommLine open(String path, LineSettings settings) {
    SerialPort port;
    try {
      port = SerialPort.getCommPort(path);
    } catch (SerialPortInvalidPortException e) {
      return null;
    }
    port.setComPortParameters(settings.baud(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
    port.setDTR();
    port.setRTS();
    // A pseudo-terminal reports an error for DTR and RTS though it opened: only the answer counts.
    return port.openPort(0) ? new JSerialCommLine(port) : null;
  }

  @Override
  public int read(byte[] buffer) {
    if (closing) {
      close();
      return -1;
    }
    int count = port.readBytes(buffer, buffer.length);
    return closing ? -1 : count;
  }

  @Override
  public boolean write(byte[] bytes) {
    int from = 0;
    while (from < bytes.length && !closing) {
      int written = port.writeBytes(bytes, bytes.length - from, from);
      if (written <= 0) {
        return false;
      }
      from += written;
    }
    return !closing;
  }

  @Override
  public void speed(int baud) {
    if (!closing && port.getBaudRate() != baud) {
      port.setBaudRate(baud);
    }
  }

  @Override
  public void close() {
    closing = true;
    if (Thread.currentThread() == owner && !closed) {
      closed = true;
      port.closePort();
    }
  }
}
