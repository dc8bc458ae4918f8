/**
 * The page of leads put together from what stands behind it: intake, the watched folder, the search
 * of the palette. Start at {@link app.ringbook.app.leads.LeadScreen}. Apart from {@code app}
 * because only here leads meet spreadsheets and the search.
 */
@NullMarked
package app.ringbook.app.leads;

import org.jspecify.annotations.NullMarked;
