package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.KitChoices;
import app.ringbook.telephony.PhoneDriver;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The host's side of the conversation. Rings and numbers are taken from the first byte on, also
 * while the modem is still being asked what it can do.
 */
final class ModemSession implements PhoneDriver.Session {
  private static final long SECOND = 1_000_000_000L;

  private static final long CUT_SHORT_NANOS = 1_500_000_000L;

  /** Telephones tap the hook for 600 ms at most. */
  private static final long TAP_NANOS = 700_000_000L;

  private static final long HEALTH_NANOS = 60 * SECOND;
  private static final long SEEN_AGAIN_NANOS = 3 * SECOND;
  private static final int MOST_UNANSWERED = 3;

  /** More while it is asked for the first time: some hellos may go unheard. */
  private static final int MOST_UNANSWERED_AT_FIRST = 6;

  private final AppClock clock;
  private final Consumer<CallEvent> sink;
  private final DleDecoder decoder = new DleDecoder(new Parts());
  private final ModemText text;
  private final TextLines lines;
  private final TextLines complexLines;
  private final AtDialogue dialogue;
  private final ModemCalls calls;
  private final ModemRecording recording;
  private final ModemDialling dialling;
  private @Nullable ModemAbilities abilities;
  private @Nullable String callerIdBefore;
  private @Nullable Stamp down;
  private String country = "";
  private List<PhoneDriver.Unended> before = List.of();
  private boolean open;
  private boolean ready;
  private boolean confirmed;
  private boolean uncertain;
  private boolean liftedEarly;
  private long heardNanos;
  private long readyNanos;
  private long healthNanos;

  ModemSession(AppClock clock, Consumer<CallEvent> sink) {
    this.clock = clock;
    this.sink = sink;
    this.dialogue = new AtDialogue(clock);
    this.calls = new ModemCalls(clock, sink);
    this.text = new ModemText(clock, dialogue, calls, this::ring);
    this.lines = new TextLines(text::line);
    this.complexLines = new TextLines(text::line);
    this.recording =
        new ModemRecording(dialogue, calls, clock, sink, () -> lose("telephony.link.silent"));
    this.dialling = new ModemDialling(dialogue, calls, clock, this::callerIdOn);
  }

  /** A modem that is there is told at once; one that is to be left alone keeps what it has. */
  @Override
  public void choose(KitChoices choices) {
    String code = VoiceModemDriver.countryCode(choices.country());
    boolean news = !code.equals(country);
    country = code;
    if (news && ready && confirmed && !code.isEmpty()) {
      dialogue.ask("AT+GCI=" + code, answer -> callerIdOn());
    }
  }

  @Override
  public void unended(List<PhoneDriver.Unended> calls) {
    before = calls;
  }

  @Override
  public void opened(PhoneDriver.Outbox out) {
    forget();
    open = true;
    heardNanos = clock.nanoTime();
    dialogue.opened(out);
    new ModemSetup(dialogue, callerIdBefore, country, this::found).begin();
  }

  @Override
  public void received(byte[] data, int length) {
    if (!open) {
      return;
    }
    heardNanos = clock.nanoTime();
    dialogue.hold();
    for (int i = 0; i < length; i++) {
      decoder.take(data[i]);
    }
    recording.flush();
    text.flush();
    dialogue.release();
  }

  @Override
  public void tick() {
    if (!open) {
      return;
    }
    long now = clock.nanoTime();
    text.tick(now);
    Stamp at = down;
    if (at != null && now - at.hostNanos() >= TAP_NANOS) {
      putDownForGood(at);
    }
    boolean within = lines.within() || complexLines.within() || decoder.within();
    if (within && now - heardNanos >= CUT_SHORT_NANOS) {
      decoder.reset();
      lines.clear();
      complexLines.clear();
    }
    dialogue.tick();
    recording.tick();
    dialling.tick();
    if (uncertain && ready && now - readyNanos >= SEEN_AGAIN_NANOS) {
      uncertain = false;
      calls.lost();
    }
    if (ready && !confirmed) {
      return;
    }
    if (dialogue.unanswered() >= (ready ? MOST_UNANSWERED : MOST_UNANSWERED_AT_FIRST)) {
      lose(ready ? "telephony.link.silent" : "telephony.link.noAnswer");
    } else if (ready && dialogue.idle() && !calls.busy() && !recording.active()) {
      lookAfter(now);
    }
  }

  @Override
  public void closed() {
    open = false;
    Stamp at = down;
    if (at != null) {
      putDownForGood(at);
    }
    text.finish();
    recording.closed();
    forget();
  }

  @Override
  public int waitingBytes() {
    return lines.size() + complexLines.size() + dialogue.size();
  }

  @Override
  public PhoneDriver.Caps caps() {
    ModemAbilities known = abilities;
    return known == null ? new VoiceModemDriver().caps() : known.caps();
  }

  @Override
  public void record(String call, boolean wanted) {
    if (!wanted) {
      recording.stop();
    } else if (caps().recording() && call.equals(calls.lifted())) {
      if (dialling.holdsLine()) {
        dialling.recordLater();
      } else {
        recording.want(call);
      }
    }
  }

  @Override
  public void dial(int line, String digits) {
    if (ready && !calls.busy() && !recording.active()) {
      dialling.dial(digits);
    }
  }

  @Override
  public void hangUp(int line) {
    dialling.letGo();
  }

  private void found(@Nullable ModemAbilities found) {
    if (found != null) {
      confirmed = true;
      ready(found);
    } else if (text.heardCall()) {
      // It tells calls but answers nothing: its calls are worth more than its manners.
      confirmed = false;
      ready(ModemAbilities.MUTE);
    } else {
      lose("telephony.link.noAnswer");
    }
  }

  private void ready(ModemAbilities found) {
    abilities = found;
    callerIdBefore = confirmed ? found.callerId() : callerIdBefore;
    ready = true;
    readyNanos = clock.nanoTime();
    healthNanos = readyNanos;
    sink.accept(new CallEvent.LinkUp(now(), found.model(), confirmed));
    if (found.callerId() == null) {
      sink.accept(new CallEvent.Diagnostic(now(), "the modem knows no command for caller ID"));
    }
    uncertain = calls.lifted() != null && found.caps().hook();
    if (calls.lifted() != null && !uncertain) {
      calls.lost();
    }
    boolean lifted = liftedEarly;
    liftedEarly = false;
    if (!uncertain) {
      recording.ready(found);
    }
    if (lifted && found.caps().hook()) {
      handset(true);
    }
  }

  /** A handset that is up as soon as the modem can tell was lifted before. */
  private boolean goesOn() {
    List<PhoneDriver.Unended> unended = before;
    before = List.of();
    boolean atOnce = clock.nanoTime() - readyNanos < SEEN_AGAIN_NANOS;
    if (unended.isEmpty() || !atOnce || calls.busy()) {
      return false;
    }
    calls.goesOn(unended.getLast());
    return true;
  }

  /** Caller ID is set again and again: a modem that restarted unseen has forgotten it. */
  private void lookAfter(long now) {
    if (now - healthNanos >= HEALTH_NANOS || dialogue.unanswered() > 0) {
      healthNanos = now;
      callerIdOn();
    }
  }

  private void callerIdOn() {
    ModemAbilities known = abilities;
    String command = known == null ? null : known.callerId();
    dialogue.ask(command == null ? "AT" : command, answer -> {});
  }

  private void ring(String way) {
    text.heard();
    Stamp at = down;
    if (at != null) {
      putDownForGood(at);
    }
    text.finish();
    if (recording.active()) {
      recording.stop();
    }
    calls.ring(way);
  }

  private void lifted() {
    if (down == null) {
      handset(true);
    } else {
      down = null;
      calls.tapped();
    }
  }

  /** A tap of the hook is no end: the handset is down once it stays there. */
  private void putDown() {
    if (ready && caps().hook() && calls.lifted() != null && !uncertain) {
      down = down == null ? calls.stamp() : down;
    } else {
      handset(false);
    }
  }

  private void putDownForGood(Stamp at) {
    down = null;
    text.finish();
    if (calls.lifted() == null) {
      return;
    }
    recording.flush();
    calls.handset(false, at);
    if (recording.active()) {
      recording.stop();
    } else {
      calls.over();
    }
  }

  private void handset(boolean up) {
    // Who calls may have come in the same read, and belongs to the call before it is answered.
    text.finish();
    if (!ready) {
      liftedEarly = up;
      return;
    }
    if (!caps().hook()) {
      return;
    }
    ModemAbilities known = abilities;
    if (uncertain && known != null) {
      uncertain = false;
      recording.ready(known);
    }
    if (up) {
      if (dialling.holdsLine()) {
        String call = dialling.taken();
        if (call != null) {
          recording.want(call);
        }
      }
      if (!goesOn()) {
        calls.handset(true);
      }
    } else if (calls.lifted() != null) {
      putDownForGood(calls.stamp());
    }
  }

  private void lose(String reasonKey) {
    if (open) {
      open = false;
      sink.accept(new CallEvent.LinkLost(now(), reasonKey, List.of()));
    }
  }

  private void forget() {
    ready = false;
    confirmed = false;
    abilities = null;
    liftedEarly = false;
    down = null;
    decoder.reset();
    lines.clear();
    complexLines.clear();
    text.clear();
    dialogue.closed();
    dialling.closed();
  }

  private Stamp now() {
    return new Stamp(0, clock.nanoTime(), -1, clock.now());
  }

  /** Where the parts of what the modem sends go. */
  private final class Parts implements DleDecoder.Sink {
    @Override
    public void plain(byte value) {
      if (recording.receiving()) {
        recording.take(value);
      } else {
        lines.take(value);
      }
    }

    @Override
    public void event(char code) {
      switch (code) {
        case 'R' -> ring("R");
        case 'H', 'P' -> lifted();
        case 'h', 'p' -> putDown();
        case 'o', 'Y' -> recording.overrun();
        default -> calls.event(code);
      }
    }

    @Override
    public void complex(byte value) {
      complexLines.take(value);
    }

    @Override
    public void complexEnd() {
      complexLines.end();
      text.finish();
    }

    @Override
    public void streamEnd() {
      recording.streamEnd();
    }
  }
}
