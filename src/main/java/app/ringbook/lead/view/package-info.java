/**
 * What a person sees of leads. Start at {@link app.ringbook.lead.view.LeadsPage}. Apart from {@code
 * lead} because leads are also kept without a window.
 */
@NullMarked
package app.ringbook.lead.view;

import org.jspecify.annotations.NullMarked;
