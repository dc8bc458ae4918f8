/**
 * Rows that become leads, cleaned by the lead room's own rules. Start at {@link
 * app.ringbook.spreadsheet.kind.lead.LeadKind}. Apart, because it is the only kind that needs
 * leads.
 */
@NullMarked
package app.ringbook.spreadsheet.kind.lead;

import org.jspecify.annotations.NullMarked;
