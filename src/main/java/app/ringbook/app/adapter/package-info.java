/**
 * Small classes that let one room speak to another. Start at {@link
 * app.ringbook.app.adapter.KitDialler}. Apart because they know their two rooms and nothing of the
 * window that holds them.
 */
@NullMarked
package app.ringbook.app.adapter;

import org.jspecify.annotations.NullMarked;
