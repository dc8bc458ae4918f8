/**
 * What makes a company one and the same before the law: its registered name and its credit code.
 * Start at {@link app.ringbook.customer.legal.LegalName}. Pure, so that every way in can ask it.
 */
@NullMarked
package app.ringbook.customer.legal;

import org.jspecify.annotations.NullMarked;
