/**
 * Screens about customers that are one and the same: the report of collisions ({@link
 * app.ringbook.customer.view.twins.CollisionsPage}, start here), the merge field by field, and the
 * question whether a customer is taken. Apart from the other customer screens because none of them
 * needs it.
 */
@NullMarked
package app.ringbook.customer.view.twins;

import org.jspecify.annotations.NullMarked;
