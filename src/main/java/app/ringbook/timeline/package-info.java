/**
 * Everything that happened with a customer, in one order. Start at {@link
 * app.ringbook.timeline.Timeline}.
 */
@NullMarked
package app.ringbook.timeline;

import org.jspecify.annotations.NullMarked;
