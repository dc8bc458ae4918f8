/**
 * Files kept with customers: copied into the data folder, found again by their checksum. Start at
 * {@link app.ringbook.customer.files.KeptFiles}. It stands apart because it is the only part of
 * this room that touches the disk beside the database.
 */
@NullMarked
package app.ringbook.customer.files;

import org.jspecify.annotations.NullMarked;
