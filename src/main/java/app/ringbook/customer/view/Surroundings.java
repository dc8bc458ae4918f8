package app.ringbook.customer.view;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.Navigation;
import app.ringbook.ui.Preparation;
import app.ringbook.ui.Toasts;
import app.ringbook.ui.words.DateWords;
import java.util.concurrent.Executor;

/**
 * What every customer screen stands in.
 *
 * @param book what the screens read and do
 * @param background where that happens
 * @param front runs tasks on the window's thread, later
 * @param clock now
 * @param language words
 * @param formats dates and numbers
 * @param toasts short messages
 * @param navigation goes to other pages
 * @param calling what call buttons do
 * @param changes carries changes out, with Undo
 * @param dialogs lays forms over the window
 * @param words reads words for a moment
 * @param search how far the search is
 */
public record Surroundings(
    CustomerBook book,
    Background background,
    Executor front,
    AppClock clock,
    Language language,
    Formats formats,
    Toasts toasts,
    Navigation navigation,
    Calling calling,
    Changes changes,
    Dialogs dialogs,
    DateWords words,
    Preparation search) {}
