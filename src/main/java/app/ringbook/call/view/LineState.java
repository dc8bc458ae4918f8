package app.ringbook.call.view;

import app.ringbook.telephony.LinkStatus;

/** What the phone line is doing, as the line card and the settings show it. */
public enum LineState {
  /** No kit was chosen. */
  NO_KIT,
  /** The port is being opened. */
  OPENING,
  /** Calls will be heard. */
  IDLE,
  /** It rings. */
  RINGING,
  /** The handset is up. */
  IN_CALL,
  /** The port is open, but what is behind it does not answer as this kind of kit would. */
  NO_ANSWER,
  /** Another program holds the port. */
  BUSY,
  /** The system does not let us open the port. */
  NO_ACCESS,
  /** The kit is not there. */
  UNPLUGGED;

  /** The state of a link on which no call is going. */
  public static LineState of(LinkStatus status) {
    return switch (status.state()) {
      case READY -> IDLE;
      case OPENING -> OPENING;
      case CLOSED -> NO_KIT;
      case LOST -> lost(status.reasonKey() == null ? "" : status.reasonKey());
    };
  }

  /** True if nothing can be heard until something is mended. */
  public boolean broken() {
    return switch (this) {
      case NO_ANSWER, BUSY, NO_ACCESS, UNPLUGGED -> true;
      case NO_KIT, OPENING, IDLE, RINGING, IN_CALL -> false;
    };
  }

  /** By the reasons that {@code SerialPorts} and {@code PhoneLink} give. */
  private static LineState lost(String reasonKey) {
    return switch (reasonKey) {
      case "telephony.port.busy", "telephony.port.taken" -> BUSY;
      case "telephony.port.forbidden" -> NO_ACCESS;
      case "telephony.port.stalled",
          "telephony.port.failed",
          "telephony.link.noAnswer",
          "telephony.link.silent",
          "telephony.link.version",
          "telephony.network.name",
          "telephony.network.refused",
          "telephony.network.noAnswer",
          "telephony.network.notServer" ->
          NO_ANSWER;
      default -> UNPLUGGED;
    };
  }
}
