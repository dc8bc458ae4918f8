package badhouse.telephony.driver.one;

import badhouse.telephony.driver.two.TwoDriver;
import com.fazecast.jSerialComm.SerialPort;

/** A driver that leans on another and opens the port itself. */
public final class OneDriver {
  /** The neighbour. */
  public TwoDriver neighbour;

  /** The library. */
  public SerialPort port;
}
