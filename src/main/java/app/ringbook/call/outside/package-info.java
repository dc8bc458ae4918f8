/**
 * Recordings that other devices made: a folder of sound files is looked through, each file matched
 * to a call or a customer by the number and time in its name, and taken in as a recording like any
 * other. Start reading at {@code OutsideAudio}. Apart from the desk, which hears calls as they
 * happen.
 */
@NullMarked
package app.ringbook.call.outside;

import org.jspecify.annotations.NullMarked;
