/**
 * Leads out of texts and files: what a person pastes, and files dropped into a watched folder.
 * Start at {@link app.ringbook.lead.intake.LeadReading}. Apart from {@code lead} because it only
 * reads: what becomes of the rows is decided there.
 */
@NullMarked
package app.ringbook.lead.intake;

import org.jspecify.annotations.NullMarked;
