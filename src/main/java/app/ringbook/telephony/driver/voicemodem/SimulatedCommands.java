package app.ringbook.telephony.driver.voicemodem;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The commands a simulated modem understands, and what they set. */
final class SimulatedCommands {
  private final SimulatedVoice sound;
  private final Consumer<String> answer;
  private SimulatedModem modem;
  private boolean echo = true;
  private boolean callerId;
  private boolean voice;
  private int source;

  /**
   * @param answer told what the modem writes
   */
  SimulatedCommands(SimulatedModem modem, SimulatedVoice sound, Consumer<String> answer) {
    this.modem = modem;
    this.sound = sound;
    this.answer = answer;
  }

  SimulatedModem modem() {
    return modem;
  }

  /** Is of another make from now on. */
  void become(SimulatedModem other) {
    modem = other;
  }

  /** As it is when power comes. */
  void reset() {
    echo = true;
    callerId = false;
    voice = false;
    source = 0;
  }

  /** Whether callers are told. */
  boolean callerId() {
    return callerId;
  }

  /** Whether it is in voice mode. */
  boolean voice() {
    return voice;
  }

  /** A line came; true if sound is to follow. */
  boolean asked(String text) {
    String plain = text.replaceAll("[^ -~]", "").strip();
    if (echo && !plain.isEmpty()) {
      answer.accept(plain + "\r");
    }
    int at = plain.toUpperCase(Locale.ROOT).lastIndexOf("AT");
    if (at < 0) {
      return false;
    }
    String what = plain.substring(at + 2).toUpperCase(Locale.ROOT).replace(" ", "");
    if (what.equals("+VRX") && voice && source > 0) {
      answer.accept("\r\nCONNECT\r\n");
      return true;
    }
    perform(what);
    return false;
  }

  private void perform(String what) {
    switch (what) {
      case "", "V1", "+VIT=0", "+VSD=0,0" -> ok();
      case "Z", "&F" -> {
        reset();
        ok();
      }
      case "E0", "E1" -> {
        echo = what.equals("E1");
        ok();
      }
      case "I", "I0" -> tell(modem.product());
      case "I3" -> tell(modem.revision());
      case "+GMM" -> tell(modem.model());
      case "+FCLASS=0", "H", "H0" -> {
        voice = false;
        callerId = false;
        ok();
      }
      case "+FCLASS=8" -> {
        voice = modem.voice();
        okIf(voice);
      }
      case "+VLS=?" -> tell(modem.sources());
      case "+VSM=?" -> tell(modem.formats());
      default -> performOther(what);
    }
  }

  private void performOther(String what) {
    if (modem.callerId().contains(what)) {
      callerId = true;
      ok();
    } else if (what.matches("\\+VLS=\\d{1,3}") && voice) {
      source = Integer.parseInt(what.substring(5));
      ok();
    } else if (what.matches("\\+VSM=\\d{1,3},8000(,0,0)?") && voice) {
      choose(Integer.parseInt(what.substring(5, what.indexOf(','))));
    } else {
      okIf(what.matches("D[TP]?[0-9*#,]+;"));
    }
  }

  private void choose(int id) {
    VoiceFormat chosen =
        VoiceFormat.read(modem.formats()).stream()
            .filter(format -> format.id() == id)
            .findFirst()
            .orElse(null);
    if (chosen != null) {
      sound.coding(chosen.coding());
    }
    okIf(chosen != null);
  }

  private void tell(List<String> lines) {
    lines.forEach(this::text);
    okIf(!lines.isEmpty());
  }

  private void okIf(boolean known) {
    text(known ? "OK" : "ERROR");
  }

  private void ok() {
    okIf(true);
  }

  private void text(String line) {
    answer.accept("\r\n" + line + "\r\n");
  }
}
