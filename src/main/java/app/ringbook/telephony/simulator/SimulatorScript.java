package app.ringbook.telephony.simulator;

import app.ringbook.platform.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a simulated kit does, one step a line; {@code #} begins a remark. Times are milliseconds.
 *
 * <pre>
 * line 2                  following steps are on line 2 (default 1)
 * ring 3                  rings three times, four seconds apart; "ring 3 1000" every second
 * caller 13812345678 Li   tells number and name (the name may be left out)
 * private                 tells that the caller withholds the number
 * unavailable             tells that the network does not know it
 * unsure 030123 Name      tells a number with a wrong checksum, where the kit has one
 * answer                  the handset is lifted
 * speak 3000              so long speech-like sound; "speak 0 file.wav" plays a file
 * digit 5                 a key is pressed while people talk
 * flash                   the hook is tapped
 * hangup                  the handset is put down; the call is over
 * giveup                  the caller gives up; the call is missed
 * dial 64321234           the handset is lifted and a number dialled
 * farend                  the other end answers
 * busy                    the other end is engaged
 * store 13812345678 5000  a call with so much talk, 0 for missed, waits in the kit's memory
 * wait 1500               nothing happens
 * fast                    sound comes as fast as it is taken, "realtime" as it is spoken
 * drop 3                  the next 3 frames or records get lost
 * flip 3                  one bit in each of the next 3 is turned
 * insert 40               40 bytes of garbage are sent
 * chunk 7                 bytes leave in pieces of 7; "chunk 1 7" of 1 to 7; "chunk 0" as they come
 * delay 200               bytes leave so much later
 * stall 3000              the kit neither reads nor writes for so long
 * cut 25 2000             the plug is pulled after 25 more bytes, and put back after so long
 * unplug 2000             the plug is pulled, and put back after so long
 * reboot                  the kit restarts and forgets its calls
 * unit british            the kit is of another make; whozz knows american, british, tci, powerless,
 *                         shipped (with the switches the maker sets);
 *                         voicemodem knows usr5637, cx930xx, zoom, si24xx, data
 * drift -200              the kit's own clock is so many millionths fast, or slow
 * </pre>
 *
 * @param steps in order
 */
public record SimulatorScript(List<Step> steps) {

  /** A call that is answered, a call that is missed and a call to somebody. */
  public static final String DEFAULT_TEXT =
      """
      wait 1000
      ring 1
      caller 13812345678 Li Ming
      wait 3000
      ring 1
      answer
      speak 8000
      hangup
      wait 5000
      ring 1
      caller 02164321234
      ring 3
      giveup
      wait 5000
      dial 01064321234
      farend
      speak 5000
      hangup
      """;

  /**
   * One step.
   *
   * @param action its first word
   * @param number the number behind it, as text; may be empty
   * @param rest what follows; may be empty
   */
  public record Step(String action, String number, String rest) {

    /** The number behind the action. */
    public long value(long otherwise) {
      return value(number, otherwise);
    }

    /** The number behind the number. */
    public long second(long otherwise) {
      return value(rest, otherwise);
    }

    /** The number behind the action, which may be negative; 0 if there is none. */
    public long signed() {
      return number.startsWith("-") ? -value(number.substring(1), 0) : value(number, 0);
    }

    private static long value(String text, long otherwise) {
      return text.matches("\\d{1,9}") ? Long.parseLong(text) : otherwise;
    }
  }

  private static final List<String> ACTIONS =
      List.of(
          "line",
          "ring",
          "caller",
          "private",
          "unavailable",
          "unsure",
          "answer",
          "speak",
          "digit",
          "flash",
          "hangup",
          "giveup",
          "dial",
          "farend",
          "busy",
          "store",
          "wait",
          "fast",
          "realtime",
          "drop",
          "flip",
          "insert",
          "chunk",
          "delay",
          "stall",
          "cut",
          "unplug",
          "reboot",
          "drift",
          "unit");

  /** Takes the steps as they are. */
  public SimulatorScript {
    steps = List.copyOf(steps);
  }

  /** The script played when none is given. */
  public static SimulatorScript standard() {
    return parse(DEFAULT_TEXT);
  }

  /**
   * Reads a script.
   *
   * @throws ProblemException naming the line that is not understood
   */
  public static SimulatorScript parse(String text) {
    List<Step> steps = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String clean = line.replaceFirst("(^|\\s)#.*", "").strip();
      if (!clean.isEmpty()) {
        String[] words = clean.split("\\s+", 3);
        String action = words[0].toLowerCase(Locale.ROOT);
        if (!ACTIONS.contains(action)) {
          throw new ProblemException("telephony.script.wrong", number, clean);
        }
        steps.add(
            new Step(action, words.length > 1 ? words[1] : "", words.length > 2 ? words[2] : ""));
      }
    }
    return new SimulatorScript(steps);
  }
}
