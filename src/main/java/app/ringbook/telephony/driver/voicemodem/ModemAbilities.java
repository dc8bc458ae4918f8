package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.telephony.PhoneDriver;
import org.jspecify.annotations.Nullable;

/**
 * What one modem turned out to be able to.
 *
 * @param model what to call it; may be empty
 * @param profile its family
 * @param callerId the command that switched caller ID on, or null if none did
 * @param voice whether it has a voice mode
 * @param format how it sends the sound of a call, or null if it cannot listen to the handset
 * @param listening argument of {@code AT+VLS=} that lets it listen to the handset
 * @param answers false if it only tells calls and answers no command
 */
record ModemAbilities(
    String model,
    ModemProfile profile,
    @Nullable String callerId,
    boolean voice,
    @Nullable VoiceFormat format,
    int listening,
    boolean answers) {

  /** Of a modem that tells calls and answers no command. */
  static final ModemAbilities MUTE =
      new ModemAbilities("", ModemProfile.STANDARD, "AT+VCID=1", false, null, 0, false);

  /** The same in the words every driver uses. A modem that listens to the handset also sees it. */
  PhoneDriver.Caps caps() {
    boolean listens = format != null;
    return new PhoneDriver.Caps(callerId != null, listens, listens, false, answers, answers, false);
  }
}
