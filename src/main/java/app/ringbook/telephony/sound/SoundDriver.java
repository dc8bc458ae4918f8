package app.ringbook.telephony.sound;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.serial.LineSettings;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A driver whose kit tells calls but sends no sound, together with a sound device that hears the
 * line. To the rest of the program it is one kit that records: sound comes as {@link
 * CallEvent.Audio}, and what the device lost as {@link CallEvent.AudioGap}. A kit that records by
 * itself is left alone, and so is one that cannot tell when the handset is lifted.
 */
public final class SoundDriver implements PhoneDriver {
  private final PhoneDriver kit;
  private final Supplier<AudioSource> sources;

  /**
   * @param kit tells the calls
   * @param sources makes the source of a conversation, such as {@link SoundDevice}
   */
  public SoundDriver(PhoneDriver kit, Supplier<AudioSource> sources) {
    this.kit = kit;
    this.sources = sources;
  }

  @Override
  public String name() {
    return kit.name();
  }

  @Override
  public Caps caps() {
    return recording(kit.caps());
  }

  @Override
  public LineSettings lineSettings() {
    return kit.lineSettings();
  }

  @Override
  public Session session(AppClock clock, Consumer<CallEvent> sink) {
    return new SoundSession(kit, sources.get(), clock, sink);
  }

  static Caps recording(Caps caps) {
    return new Caps(
        caps.callerId(),
        caps.hook(),
        caps.recording() || caps.hook(),
        caps.twoChannels(),
        caps.dial(),
        caps.hangUp(),
        caps.storedCalls());
  }

  static Stamp stamp(AppClock clock) {
    return new Stamp(0, clock.nanoTime(), -1, clock.now());
  }
}
