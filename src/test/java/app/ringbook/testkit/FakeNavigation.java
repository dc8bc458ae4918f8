package app.ringbook.testkit;

import app.ringbook.ui.Navigation;
import app.ringbook.ui.Place;
import java.util.ArrayList;
import java.util.List;

/** Remembers where somebody wanted to go. */
public final class FakeNavigation implements Navigation {
  private final List<Place> opened = new ArrayList<>();
  private int backs;

  @Override
  public void open(Place place) {
    opened.add(place);
  }

  @Override
  public void back() {
    backs++;
  }

  /** The places opened, in order. */
  public List<Place> opened() {
    return List.copyOf(opened);
  }

  /** How often somebody went back. */
  public int backs() {
    return backs;
  }
}
