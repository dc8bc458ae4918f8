/**
 * What a person sees of calls: the caller pop-up ({@link app.ringbook.call.view.CallPopup}), the
 * page of all calls ({@link app.ringbook.call.view.CallsPage}), the player inside a timeline entry
 * and the settings of the phone kit. Start at {@link app.ringbook.call.view.CallPopup}. Apart from
 * {@code call} because the desk also works without a window.
 */
@NullMarked
package app.ringbook.call.view;

import org.jspecify.annotations.NullMarked;
