/**
 * Light and dark, the semantic colour names every other sheet uses, fonts by language. The only
 * package where a raw colour may stand. Start at {@link app.ringbook.ui.theme.Theme}; the look of
 * the components is in the sheets of the same folder among the resources.
 */
@NullMarked
package app.ringbook.ui.theme;

import org.jspecify.annotations.NullMarked;
