/**
 * The whole house on one page: {@link app.ringbook.app.Wiring} says {@code new} for every service,
 * top to bottom, and {@code Screens} for every page. The only room that knows all others.
 */
@NullMarked
package app.ringbook.app;

import org.jspecify.annotations.NullMarked;
