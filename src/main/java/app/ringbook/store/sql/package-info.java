/**
 * What the store knows of SQL without knowing rows: the shape of the tables, values of columns and
 * their bytes, migrations, mappers. Apart from the store so that it can be read alone; it knows
 * nothing of the classes above it. Start at {@link app.ringbook.store.sql.Tables}.
 */
@NullMarked
package app.ringbook.store.sql;

import org.jspecify.annotations.NullMarked;
