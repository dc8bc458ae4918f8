/**
 * What is known of a customer beside its row: registered name, life cycle, ratings, needs,
 * departments, further addresses. Start at {@link app.ringbook.customer.profile.Profiles}. It
 * stands apart because most customers of a bought list have nothing of it, and lists must not pay
 * for it.
 */
@NullMarked
package app.ringbook.customer.profile;

import org.jspecify.annotations.NullMarked;
