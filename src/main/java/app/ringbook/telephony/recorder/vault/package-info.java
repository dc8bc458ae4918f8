/**
 * Recordings under lock and key: one key a recording in a small file beside it, all of them wrapped
 * by the master key of the folder, that one kept by the system, a recovery code and perhaps a
 * passphrase. Start at {@link app.ringbook.telephony.recorder.vault.Vault}. Stands apart from the
 * recorder, which only asks {@link app.ringbook.telephony.recorder.vault.Sealing} whether and with
 * what to seal.
 */
@NullMarked
package app.ringbook.telephony.recorder.vault;

import org.jspecify.annotations.NullMarked;
