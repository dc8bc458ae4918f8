/**
 * Finds rows of the embedded database by keys that arrive in random order, such as names and
 * numbers: sorted files beside the database instead of indexes in it, because index writes at
 * random places are most of the cost of an import. Start at {@link
 * app.ringbook.store.keys.KeyLookup}, then {@link app.ringbook.store.keys.DerivedKeys}. Apart from
 * the store because it knows neither rows nor journal, only keys and ids.
 */
@NullMarked
package app.ringbook.store.keys;

import org.jspecify.annotations.NullMarked;
