package app.ringbook.shell;

import app.ringbook.platform.Texts;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.LinkStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the line card says: one kit and the call on it, if there is one. A call is shown before
 * everything else, for it is what the user is in the middle of.
 *
 * @param kind what is the matter
 * @param link the kit, or null if none was chosen
 * @param call the call that goes on, or null
 */
record LineState(Kind kind, @Nullable LinkStatus link, @Nullable Call call) {
  /** What is the matter; each has its own dot, icon and words. */
  enum Kind {
    NO_KIT("faint"),
    CONNECTING("faint"),
    READY("success"),
    RINGING("accent"),
    DIALLING("accent"),
    TALKING("accent"),
    FAULT("warning"),
    UNPLUGGED("danger");

    private final String colour;

    Kind(String colour) {
      this.colour = colour;
    }

    /** Style class of dot and icon. */
    String colour() {
      return colour;
    }

    /** Key of the words. */
    String titleKey() {
      return switch (this) {
        case NO_KIT -> "shell.line.no_kit";
        case CONNECTING -> "shell.line.connecting";
        case READY -> "shell.line.ready";
        case RINGING -> "shell.line.ringing";
        case DIALLING -> "shell.line.dialling";
        case TALKING -> "shell.line.talking";
        case FAULT -> "shell.line.fault";
        case UNPLUGGED -> "shell.line.unplugged";
      };
    }
  }

  /** No kit, no call. */
  static final LineState NONE = new LineState(Kind.NO_KIT, null, null);

  private static final String GONE = "telephony.port.gone";

  /** The state of a kit and its call. */
  static LineState of(@Nullable LinkStatus link, @Nullable Call call) {
    boolean gone =
        call != null
            && link != null
            && link.state() == LinkStatus.State.LOST
            && call.kit().equals(link.kit());
    if (call != null && !call.ended() && !gone) {
      return new LineState(during(call.state()), link, call);
    }
    if (link == null) {
      return NONE;
    }
    Kind kind =
        switch (link.state()) {
          case CLOSED -> Kind.NO_KIT;
          case OPENING -> Kind.CONNECTING;
          case READY -> link.reasonKey() == null ? Kind.READY : Kind.FAULT;
          case LOST -> GONE.equals(link.reasonKey()) ? Kind.UNPLUGGED : Kind.FAULT;
        };
    return new LineState(kind, link, null);
  }

  private static Kind during(CallState state) {
    return switch (state) {
      case RINGING -> Kind.RINGING;
      case DIALLING -> Kind.DIALLING;
      case TALKING, ENDED -> Kind.TALKING;
    };
  }

  /** The line below the title: who calls, which port, or what to do. */
  String detail(Texts texts) {
    Call present = call;
    if (present != null) {
      String number = present.number();
      return texts.text(
          "shell.line.call",
          present.line(),
          number == null ? texts.text("shell.line.no_number") : number);
    }
    LinkStatus status = link;
    if (status == null || kind == Kind.NO_KIT) {
      return texts.text("shell.line.choose");
    }
    if (kind == Kind.FAULT || kind == Kind.UNPLUGGED) {
      return status.reason(texts);
    }
    String model = status.model();
    return texts.text("shell.line.port", model == null ? status.driver() : model, status.port());
  }
}
