package app.ringbook.cli.phone;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallRecord;
import app.ringbook.call.CallScreen;
import app.ringbook.cli.session.Output;
import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.Presentation;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens on the line, one event a line. A call is told as ringing once: when its
 * number is known, or when no number is to be expected any more.
 */
final class ListenLines implements CallScreen {
  private final Output output;
  private final AppClock clock;
  private final Set<String> rung = ConcurrentHashMap.newKeySet();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();

  ListenLines(Output output, AppClock clock) {
    this.output = output;
    this.clock = clock;
  }

  void link(LinkStatus status) {
    String reason = status.reason(output.texts());
    if (output.json()) {
      output.object(
          Output.fields(
              "at", clock.now(),
              "event", "link",
              "state", Output.word(status.state()),
              "reason", reason,
              "driver", status.driver(),
              "port", status.port(),
              "model", status.model()));
    } else {
      String state = output.texts().text("cli.listen.link." + Output.word(status.state()));
      output.say("cli.listen.link", status.port(), state, reason);
    }
  }

  @Override
  public void ringing(CallCard card) {
    if (card.call().number() != null || card.call().presentation() != Presentation.NONE) {
      ring(card);
    }
  }

  @Override
  public void updated(CallCard card) {
    boolean known = card.call().number() != null || card.call().presentation() != Presentation.NONE;
    if (known || card.call().rings() > 1 || card.call().state() == CallState.TALKING) {
      ring(card);
    }
    if (card.answeredAt() != null && answered.add(card.call().key())) {
      if (output.json()) {
        output.object(
            Output.fields(
                "at", clock.now(),
                "event", "answered",
                "callId", card.call().key(),
                "line", card.call().line(),
                "recording", Output.word(card.recording().state())));
      } else {
        output.say("cli.listen.answered", card.call().line());
      }
    }
  }

  @Override
  public void ended(CallCard card) {
    ring(card);
  }

  /** The call's row is durable. */
  void saved(CallRecord call) {
    rung.remove(call.callKey());
    answered.remove(call.callKey());
    boolean stored = call.source() == CallRecord.Source.STORED;
    if (output.json()) {
      Map<String, @Nullable Object> fields =
          Output.fields("at", clock.now(), "event", stored ? "stored" : "ended");
      fields.putAll(CallLines.call(call));
      fields.put("recording", CallLines.recording(call));
      output.object(fields);
    } else {
      output.say(
          stored ? "cli.listen.stored" : "cli.listen.ended",
          CallLines.person(call),
          output.texts().text("cli.outcome." + Output.word(call.outcome())),
          call.talkMillis() / 1000);
    }
  }

  private void ring(CallCard card) {
    if (!rung.add(card.call().key())) {
      return;
    }
    long read = card.call().numberNanos();
    long micros = read == 0 ? 0 : (clock.nanoTime() - read) / 1000;
    if (output.json()) {
      output.object(
          Output.fields(
              "at", clock.now(),
              "event", "ringing",
              "callId", card.call().key(),
              "direction", Output.word(card.call().direction()),
              "line", card.call().line(),
              "number", card.call().number(),
              "presentation", Output.word(card.call().presentation()),
              "name", card.call().callerName(),
              "verified", card.call().verified(),
              "matches", CallLines.matches(card.match()),
              "micros", micros));
    } else {
      String who =
          card.match().candidates().isEmpty()
              ? output.texts().text("cli.listen.unknown")
              : card.match().candidates().getFirst().customerName();
      String number = card.call().number() == null ? "" : card.call().number();
      output.say("cli.listen.ringing", card.call().line(), number, who);
    }
  }
}
