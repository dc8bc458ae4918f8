/**
 * What the user chose, one record a feature, kept as JSON files in the data folder. Start at {@link
 * app.ringbook.settings.Settings}.
 */
@NullMarked
package app.ringbook.settings;

import org.jspecify.annotations.NullMarked;
