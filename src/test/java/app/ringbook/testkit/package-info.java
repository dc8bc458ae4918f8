/**
 * What tests are made with: fakes of the outer edges, the headless window, the clock. Screens start
 * at {@link app.ringbook.testkit.FxTest}.
 */
@NullMarked
package app.ringbook.testkit;

import org.jspecify.annotations.NullMarked;
