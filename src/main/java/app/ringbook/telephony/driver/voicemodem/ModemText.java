package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.callerid.CallerIdHex;
import app.ringbook.telephony.callerid.CallerIdLines;
import app.ringbook.telephony.callerid.CallerIdRecord;
import app.ringbook.telephony.callerid.DtmfCallerId;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What the lines of a modem say of a caller. Fields of one transmission come line by line, in any
 * order and number; the record of a caller is complete with the next ring, or when nothing more
 * comes.
 */
final class ModemText {
  /** A caller-ID record that goes on no longer is complete. */
  private static final long RECORD_NANOS = 1_500_000_000L;

  /** DTMF digits as they were heard, with a start and an end code. */
  private static final Pattern DIALLED = Pattern.compile("[ABD*#][0-9]{3,20}[A-D#*]");

  private final AppClock clock;
  private final AtDialogue dialogue;
  private final ModemCalls calls;
  private final Consumer<String> rings;
  private final CallerIdRecord record = new CallerIdRecord();
  private boolean heardCall;
  private boolean recordTold;
  private long recordNanos;
  private String dump = "";

  /**
   * @param rings told each ring, and in which way it was told
   */
  ModemText(AppClock clock, AtDialogue dialogue, ModemCalls calls, Consumer<String> rings) {
    this.clock = clock;
    this.dialogue = dialogue;
    this.calls = calls;
    this.rings = rings;
  }

  /** True if it ever told of a call, since {@link #clear}. */
  boolean heardCall() {
    return heardCall;
  }

  /** It told of a call in another way. */
  void heard() {
    heardCall = true;
  }

  /** The bytes read so far are all there is: what they said is told. */
  void flush() {
    if (record.tells()) {
      tellRecord();
    }
  }

  void tick(long now) {
    if (now - recordNanos >= RECORD_NANOS) {
      finish();
    }
  }

  /** Forgets everything. */
  void clear() {
    heardCall = false;
    record.clear();
    recordTold = false;
    dump = "";
  }

  void line(String text) {
    switch (CallerIdLines.read(text, record)) {
      case RING -> {
        rings.accept("RING");
        CallerIdLines.behindRing(text, record);
        recordNanos = clock.nanoTime();
      }
      case CADENCE -> rings.accept("DRON");
      case CALLER -> recordNanos = clock.nanoTime();
      case OTHER -> {
        if (dialogue.asking()) {
          dialogue.line(text);
        } else {
          bare(text);
        }
      }
    }
  }

  /** A line without a word that says what it is: a dump, or nothing but a number. */
  private void bare(String text) {
    String all = dump.isEmpty() || text.matches("[0-9A-Fa-f]+") ? dump + text : text;
    CallerInfo dumped = CallerIdHex.dump(all).orElse(null);
    if (CallerIdHex.goesOn(all)) {
      dump = all;
      recordNanos = clock.nanoTime();
    } else if (dumped != null) {
      dump = "";
      record.spare(dumped);
      recordNanos = clock.nanoTime();
    } else if (calls.lifted() == null && DIALLED.matcher(text).matches()) {
      record.spare(DtmfCallerId.read(text));
      recordNanos = clock.nanoTime();
    } else if (calls.busy() && calls.lifted() == null && text.matches("\\+?[0-9]{3,15}")) {
      record.number(text);
      recordNanos = clock.nanoTime();
    }
  }

  private void tellRecord() {
    CallerInfo news = record.news();
    if (news != null) {
      heardCall = true;
      calls.caller(news, !recordTold);
      recordTold = true;
    }
  }

  void finish() {
    CallerIdHex.dump(dump).ifPresent(record::spare);
    dump = "";
    tellRecord();
    record.clear();
    recordTold = false;
  }
}
