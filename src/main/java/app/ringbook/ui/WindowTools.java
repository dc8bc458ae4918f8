package app.ringbook.ui;

import app.ringbook.platform.Background;

/**
 * What the main window gives to a page.
 *
 * @param language live language
 * @param formats dates and numbers in it
 * @param background work off the window's thread
 * @param navigation goes to places
 * @param toasts short messages
 * @param dialogs questions and forms over the window
 * @param keys shortcuts by scope
 */
public record WindowTools(
    Language language,
    Formats formats,
    Background background,
    Navigation navigation,
    Toasts toasts,
    Dialogs dialogs,
    KeyDispatcher keys) {}
