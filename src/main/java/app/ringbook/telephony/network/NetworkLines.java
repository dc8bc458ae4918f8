package app.ringbook.telephony.network;

import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.serial.LineSettings;
import app.ringbook.telephony.serial.SerialLine;

/** Opens kits in the network by {@code host:port}; all other kits by another opener. */
public final class NetworkLines implements LineOpener {
  private final LineOpener ports;

  /**
   * @param ports opens what is not in the network
   */
  public NetworkLines(LineOpener ports) {
    this.ports = ports;
  }

  @Override
  public SerialLine open(String port, String identity, LineSettings settings) throws LineException {
    return settings.overNetwork()
        ? TcpLine.connect(TcpAddress.parse(port, settings.networkPort()))
        : ports.open(port, identity, settings);
  }

  @Override
  public boolean present(String port, String identity) {
    return ports.present(port, identity);
  }
}
