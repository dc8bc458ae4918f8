/**
 * Which customers are meant: conditions on fields, joined by and, or and not, that can be written
 * down as text, kept and handed on. Start at {@link app.ringbook.customer.filter.Filter}, then
 * {@link app.ringbook.customer.filter.FilterText}. Apart from the customers because a filter is a
 * value: the list, exports and reports each carry it out in their own way.
 */
@NullMarked
package app.ringbook.customer.filter;

import org.jspecify.annotations.NullMarked;
