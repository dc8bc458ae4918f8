/**
 * Customers that may be one and the same: found before a new one is stored ({@link
 * app.ringbook.customer.twins.Twins}, start here), reported where they already stand beside each
 * other, and asked for without showing anything of them. Apart from its parent because it needs the
 * search, which the parent's doors do without.
 */
@NullMarked
package app.ringbook.customer.twins;

import org.jspecify.annotations.NullMarked;
