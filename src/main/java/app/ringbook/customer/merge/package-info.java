/**
 * Several records of one customer made into one: what to choose ({@link
 * app.ringbook.customer.merge.MergeDraft}), and the act ({@link
 * app.ringbook.customer.merge.Merges}). Apart from its parent because it needs the catalogue of
 * fields.
 */
@NullMarked
package app.ringbook.customer.merge;

import org.jspecify.annotations.NullMarked;
