/**
 * The settings page and the sections that belong to no feature. Start at {@link
 * app.ringbook.shell.settings.SettingsPage}; a feature adds its own section as a {@link
 * app.ringbook.ui.SettingsSection}.
 */
@NullMarked
package app.ringbook.shell.settings;

import org.jspecify.annotations.NullMarked;
