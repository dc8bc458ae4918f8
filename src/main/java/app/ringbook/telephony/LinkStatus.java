package app.ringbook.telephony;

import app.ringbook.platform.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a kit is there.
 *
 * @param state what it is doing
 * @param kit driver and port or identity, as in {@link Call#kit}
 * @param port path or name of the port
 * @param driver name of the driver
 * @param model what the kit calls itself, or null
 * @param confirmed true once the kit itself answered; a kit may be READY without (some only speak)
 * @param reasonKey text key that says why it is not READY, or null
 * @param reasonArguments arguments of that text
 * @param since when this state began
 */
public record LinkStatus(
    State state,
    String kit,
    String port,
    String driver,
    @Nullable String model,
    boolean confirmed,
    @Nullable String reasonKey,
    List<Object> reasonArguments,
    Instant since) {

  /** What a link is doing. */
  public enum State {
    /** Not wanted. */
    CLOSED,
    /** Opening the port, waiting for the kit's answer. */
    OPENING,
    /** Calls will be heard. */
    READY,
    /** Not there; it is tried again by itself. */
    LOST
  }

  /** The reason as a sentence with what to do, or empty if there is none. */
  public String reason(Texts texts) {
    return reasonKey == null ? "" : texts.text(reasonKey, reasonArguments.toArray());
  }
}
