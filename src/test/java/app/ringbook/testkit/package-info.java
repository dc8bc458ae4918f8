/**
 * What tests are made with: fakes of the outer edges, the headless window, the clock, databases.
 * Screens start at {@link app.ringbook.testkit.FxTest}; tests of stored rows at {@link
 * app.ringbook.testkit.TestDatabase}: {@code @OnBothDatabases void x(TestDatabase database)} runs a
 * test on H2 and on PostgreSQL.
 */
@NullMarked
package app.ringbook.testkit;

import org.jspecify.annotations.NullMarked;
