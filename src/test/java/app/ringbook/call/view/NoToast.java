package app.ringbook.call.view;

import app.ringbook.ui.Toasts;

/** A toast that nobody sees. */
record NoToast() implements Toasts.Shown {
  @Override
  public void progress(double fraction, String count) {}

  @Override
  public void close() {}
}
