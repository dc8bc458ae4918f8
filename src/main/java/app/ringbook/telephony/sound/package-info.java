/**
 * Sound from a sound device beside the kit, for kits that tell calls but send no sound. Start
 * reading at {@code SoundDriver}, which puts such a source behind any driver. Apart from the
 * drivers, which know bytes and no sound devices.
 */
@NullMarked
package app.ringbook.telephony.sound;

import org.jspecify.annotations.NullMarked;
