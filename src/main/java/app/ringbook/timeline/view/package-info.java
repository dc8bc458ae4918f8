/**
 * The timeline on a customer's page and its newest entries in the preview. Start at {@link
 * app.ringbook.timeline.view.TimelinePane}; other rooms show their own kinds through {@link
 * app.ringbook.timeline.view.EntryRenderer}.
 */
@NullMarked
package app.ringbook.timeline.view;

import org.jspecify.annotations.NullMarked;
