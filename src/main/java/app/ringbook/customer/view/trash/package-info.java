/**
 * The page of deleted records. Start at {@link app.ringbook.customer.view.trash.TrashPage}. It
 * stands apart from the pages of customers because it shows contacts and leads as well.
 */
@NullMarked
package app.ringbook.customer.view.trash;

import org.jspecify.annotations.NullMarked;
