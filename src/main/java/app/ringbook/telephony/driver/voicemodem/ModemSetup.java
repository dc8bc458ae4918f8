package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.telephony.driver.voicemodem.AtDialogue.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The conversation after the port was opened: who the modem is, caller ID on, what it can record.
 * Commands it refuses are passed over; only silence is a failure.
 */
final class ModemSetup {
  private static final int MOST_HELLOS = 4;
  private static final long HELLO_MILLIS = 800;
  private static final long RESET_MILLIS = 5_000;

  /** The ways to switch caller ID on, in the order in which they are tried. */
  private static final List<String> CALLER_ID =
      List.of(
          "AT+VCID=1",
          "AT#CID=1",
          "AT+FCLASS=8;+VCID=1",
          "AT#CLS=8#CID=1",
          "AT#CC1",
          "AT*ID1",
          "AT-SCID=1;+VCID=1",
          "AT-STE=1;+VCID=1",
          "AT%CCID=1");

  private final AtDialogue dialogue;
  private final String country;
  private final Consumer<@Nullable ModemAbilities> done;
  private final List<String> identification = new ArrayList<>();
  private String model = "";
  private @Nullable String remembered;
  private @Nullable String callerId;
  private OptionalInt listening = OptionalInt.empty();
  private int hellos;

  /**
   * @param remembered the way to caller ID that worked last time, or null
   * @param country argument of {@code AT+GCI=}, or empty to leave the modem's country alone
   * @param done told what was found, or null if nobody answers
   */
  ModemSetup(
      AtDialogue dialogue,
      @Nullable String remembered,
      String country,
      Consumer<@Nullable ModemAbilities> done) {
    this.dialogue = dialogue;
    this.remembered = remembered;
    this.country = country;
    this.done = done;
  }

  void begin() {
    hellos++;
    dialogue.ask("AT", HELLO_MILLIS, this::greeted);
  }

  private void greeted(Answer answer) {
    if (answer.result() != AtDialogue.Result.NOTHING) {
      dialogue.ask("ATZ", RESET_MILLIS, reset -> dialogue.ask("ATE0", echo -> verbose()));
    } else if (hellos < MOST_HELLOS) {
      // It may still be sending sound to a program that is no more.
      dialogue.send(Dle.code(Dle.STOP));
      begin();
    } else {
      done.accept(null);
    }
  }

  private void verbose() {
    dialogue.ask("ATV1", answer -> dialogue.ask("ATI0", this::identified));
  }

  private void identified(Answer product) {
    identification.addAll(product.lines());
    dialogue.ask(
        "ATI3",
        revision -> {
          identification.addAll(revision.lines());
          dialogue.ask(
              "AT+GMM",
              name -> {
                identification.addAll(name.lines());
                model = name.ok() ? cleaned(name.lines()) : "";
                atHome();
              });
        });
  }

  private void atHome() {
    if (country.isEmpty()) {
      callerIdOn(0);
    } else {
      dialogue.ask("AT+GCI=" + country, answer -> callerIdOn(0));
    }
  }

  private void callerIdOn(int way) {
    String again = remembered;
    if (again != null) {
      remembered = null;
      dialogue.ask(again, answer -> callerIdAnswered(answer, again, way));
    } else if (way < CALLER_ID.size()) {
      String command = CALLER_ID.get(way);
      dialogue.ask(command, answer -> callerIdAnswered(answer, command, way + 1));
    } else {
      voice();
    }
  }

  private void callerIdAnswered(Answer answer, String command, int next) {
    if (!answer.ok()) {
      callerIdOn(next);
      return;
    }
    callerId = command;
    String more = profile().callerIdToo();
    if (!more.isEmpty()) {
      dialogue.ask(more, refused -> {});
    }
    voice();
  }

  private void voice() {
    dialogue.ask(
        "AT+FCLASS=8",
        answer -> {
          if (answer.ok()) {
            dialogue.ask("AT+VLS=?", AtDialogue.PATIENCE_MILLIS, this::sources);
          } else {
            finish(false, null);
          }
        });
  }

  private void sources(Answer answer) {
    listening = LineSources.listening(answer.lines());
    dialogue.ask(
        "AT+VSM=?",
        formats -> finish(true, VoiceFormat.best(VoiceFormat.read(formats.lines())).orElse(null)));
  }

  private void finish(boolean voice, @Nullable VoiceFormat format) {
    boolean records = listening.isPresent() && format != null;
    String name = model.isEmpty() ? profile().title() : model;
    ModemAbilities abilities =
        new ModemAbilities(
            name, profile(), callerId, voice, records ? format : null, listening.orElse(0), true);
    if (voice && !records) {
      // Without the handset to watch, a modem that waits for calls is what it does best.
      dialogue.ask("AT+FCLASS=0", answer -> {});
    }
    if (voice && callerId != null) {
      dialogue.ask(callerId, answer -> done.accept(abilities));
    } else {
      done.accept(abilities);
    }
  }

  private ModemProfile profile() {
    return ModemProfile.of(String.join("\n", identification));
  }

  private static String cleaned(List<String> lines) {
    String text = lines.isEmpty() ? "" : lines.getFirst();
    String plain = text.replaceFirst("(?i)^\\+GMM:\\s*", "").replace("\"", "").strip();
    String visible = plain.replaceAll("[^ -~]", "");
    return visible.substring(0, Math.min(visible.length(), 40)).strip();
  }
}
