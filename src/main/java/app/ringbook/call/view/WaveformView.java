package app.ringbook.call.view;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/**
 * The picture of a recording: bars of 2 px with gaps of 1 px, one lane a channel, what was played
 * in the strong colour, what is missing hatched, a dot for each mark. The playhead is a line of its
 * own above the canvas, so that playing redraws one bar at a time and not the whole picture.
 *
 * <p>Positions and gaps are fractions of the whole, 0 to 1. A canvas knows no style sheet; its
 * colours come through the CSS properties {@code -rb-wave-*}.
 */
final class WaveformView extends Region {
  private static final double BAR = 2;
  private static final double STEP = 3;
  private static final double LEAST = 1.5;

  /** A place where the recording goes straight on is this wide, so that it can be seen. */
  private static final double LEAST_GAP = 6;

  private static final double HATCH_STEP = 5;

  /** Below the bars, for the dots of marks. */
  private static final double MARK_ROW = 12;

  private static final double DOT = 6;
  private static final StyleablePropertyFactory<WaveformView> CSS =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final CssMetaData<WaveformView, Paint> PLAYED = paint("-rb-wave-played");
  private static final CssMetaData<WaveformView, Paint> AHEAD = paint("-rb-wave-ahead");
  private static final CssMetaData<WaveformView, Paint> OTHER_PLAYED =
      paint("-rb-wave-other-played");
  private static final CssMetaData<WaveformView, Paint> OTHER_AHEAD = paint("-rb-wave-other-ahead");
  private static final CssMetaData<WaveformView, Paint> LOST = paint("-rb-wave-lost");
  private static final CssMetaData<WaveformView, Paint> HATCH = paint("-rb-wave-hatch");
  private static final CssMetaData<WaveformView, Paint> MARK = paint("-rb-wave-mark");

  private final StyleableProperty<Paint> played = property(PLAYED);
  private final StyleableProperty<Paint> ahead = property(AHEAD);
  private final StyleableProperty<Paint> otherPlayed = property(OTHER_PLAYED);
  private final StyleableProperty<Paint> otherAhead = property(OTHER_AHEAD);
  private final StyleableProperty<Paint> lost = property(LOST);
  private final StyleableProperty<Paint> hatch = property(HATCH);
  private final StyleableProperty<Paint> mark = property(MARK);

  private final DoubleProperty position = new SimpleDoubleProperty(this, "position");
  private final Canvas canvas = new Canvas();
  private final Line playhead = new Line();
  private final Circle handle = new Circle(4);
  private float[][] lanes = {};
  private List<SoundGap> gaps = List.of();
  private List<Double> marks = List.of();
  private boolean markRow;

  WaveformView() {
    getStyleClass().add("waveform");
    playhead.getStyleClass().add("waveform-playhead");
    handle.getStyleClass().add("waveform-handle");
    playhead.setManaged(false);
    handle.setManaged(false);
    playhead.setMouseTransparent(true);
    handle.setMouseTransparent(true);
    getChildren().addAll(canvas, playhead, handle);
    position.addListener((o, was, now) -> moved(was.doubleValue(), now.doubleValue()));
  }

  /** Where the recording is, 0 to 1. */
  DoubleProperty positionProperty() {
    return position;
  }

  /**
   * Shows a recording.
   *
   * @param newLanes loudness 0 to 1 in even steps of time, one array a channel
   * @param newGaps what is lost
   */
  void show(float[][] newLanes, List<SoundGap> newGaps) {
    lanes = newLanes;
    gaps = newGaps;
    redraw();
    requestLayout();
  }

  /** Shows dots below the bars, at fractions of the whole. */
  void showMarks(List<Double> places) {
    marks = List.copyOf(places);
    redraw();
  }

  /** Keeps room below the bars for the dots of marks. */
  void setMarkRow(boolean wanted) {
    markRow = wanted;
    redraw();
  }

  /** The place of the mark whose dot is at a point of this node, or -1. */
  double markAt(double x, double y) {
    if (!markRow || y < barsHeight()) {
      return -1;
    }
    return marks.stream()
        .filter(place -> Math.abs(place * getWidth() - x) <= DOT)
        .findFirst()
        .orElse(-1.0);
  }

  /** The small circle on top of the playhead, for the large form of the player. */
  void setHandleShown(boolean shown) {
    handle.setVisible(shown);
  }

  /** Whether there is a place that is played; not for a picture of what is heard now. */
  void setPlayheadShown(boolean shown) {
    playhead.setVisible(shown);
    handle.setVisible(shown);
  }

  /** The fraction of the recording at a horizontal place in this node. */
  double fractionAt(double x) {
    return getWidth() <= 0 ? 0 : Math.clamp(x / getWidth(), 0, 1);
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      redraw();
    }
    placePlayhead();
  }

  private void moved(double was, double now) {
    placePlayhead();
    double from = Math.min(was, now) * getWidth() - STEP;
    double to = Math.max(was, now) * getWidth() + STEP;
    draw((int) Math.floor(from / STEP), (int) Math.ceil(to / STEP));
  }

  private void placePlayhead() {
    double x = Math.round(position.get() * getWidth()) + 0.5;
    playhead.setStartX(x);
    playhead.setEndX(x);
    playhead.setStartY(0);
    playhead.setEndY(barsHeight());
    handle.setCenterX(x);
    handle.setCenterY(0);
  }

  private void redraw() {
    draw(0, bars());
  }

  private double barsHeight() {
    return Math.max(0, getHeight() - (markRow ? MARK_ROW : 0));
  }

  private int bars() {
    return (int) Math.ceil(canvas.getWidth() / STEP);
  }

  private void draw(int fromBar, int toBar) {
    int first = Math.max(0, fromBar);
    int end = Math.min(bars(), toBar);
    if (end <= first) {
      return;
    }
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(first * STEP, 0, (end - first) * STEP, canvas.getHeight());
    for (int lane = 0; lane < lanes.length; lane++) {
      double height = barsHeight() / lanes.length;
      for (int bar = first; bar < end; bar++) {
        drawBar(pen, lane, bar, height);
      }
    }
    if (lanes.length > 0) {
      drawGaps(pen, first * STEP, end * STEP);
    }
    drawMarks(pen, first * STEP, end * STEP);
  }

  /** Hatched over all lanes, so that a gap is not taken for a pause in speaking. */
  private void drawGaps(GraphicsContext pen, double left, double right) {
    for (SoundGap gap : gaps) {
      double from = gap.from() * canvas.getWidth();
      double to = Math.max(from + LEAST_GAP, gap.to() * canvas.getWidth());
      if (to <= left || from >= right) {
        continue;
      }
      double clipped = Math.max(from, left);
      double height = barsHeight();
      pen.save();
      pen.beginPath();
      pen.rect(clipped, 0, Math.min(to, right) - clipped, height);
      pen.clip();
      pen.setFill(lost.getValue());
      pen.fillRect(from, 0, to - from, height);
      pen.setStroke(hatch.getValue());
      pen.setLineWidth(1);
      for (double x = from - height; x < to; x += HATCH_STEP) {
        pen.strokeLine(x, height, x + height, 0);
      }
      pen.restore();
    }
  }

  private void drawMarks(GraphicsContext pen, double left, double right) {
    if (!markRow) {
      return;
    }
    pen.setFill(mark.getValue());
    for (double place : marks) {
      // At either end the whole dot is seen.
      double x =
          Math.max(DOT / 2, Math.min(place * canvas.getWidth(), canvas.getWidth() - DOT / 2));
      if (x + DOT > left && x - DOT < right) {
        double top = canvas.getHeight() - DOT - 1;
        pen.clearRect(x - DOT / 2, top, DOT, DOT);
        pen.fillOval(x - DOT / 2, top, DOT, DOT);
      }
    }
  }

  private void drawBar(GraphicsContext pen, int lane, int bar, double height) {
    double at = bar * STEP / canvas.getWidth();
    double middle = height * (lane + 0.5);
    if (lostAt(at)) {
      return;
    }
    boolean before = at <= position.get();
    StyleableProperty<Paint> colour =
        lane == 0 ? (before ? played : ahead) : (before ? otherPlayed : otherAhead);
    double level = loudest(lanes[lane], at, (bar + 1) * STEP / canvas.getWidth());
    double length = Math.max(LEAST, level * height * 0.84);
    pen.setFill(colour.getValue());
    pen.fillRect(bar * STEP, middle - length / 2, BAR, length);
  }

  private boolean lostAt(double at) {
    return gaps.stream().anyMatch(gap -> at >= gap.from() && at < gap.to());
  }

  private static float loudest(float[] lane, double from, double to) {
    int first = (int) (from * lane.length);
    int end = Math.min(lane.length, Math.max(first + 1, (int) (to * lane.length)));
    float loudest = 0;
    for (int i = first; i < end; i++) {
      loudest = Math.max(loudest, lane[i]);
    }
    return loudest;
  }

  private static CssMetaData<WaveformView, Paint> paint(String name) {
    return CSS.createPaintCssMetaData(name, view -> view.propertyOf(name), Color.TRANSPARENT);
  }

  private StyleableProperty<Paint> propertyOf(String name) {
    return switch (name) {
      case "-rb-wave-played" -> played;
      case "-rb-wave-ahead" -> ahead;
      case "-rb-wave-other-played" -> otherPlayed;
      case "-rb-wave-other-ahead" -> otherAhead;
      case "-rb-wave-hatch" -> hatch;
      case "-rb-wave-mark" -> mark;
      default -> lost;
    };
  }

  private StyleableProperty<Paint> property(CssMetaData<WaveformView, Paint> data) {
    return new javafx.css.SimpleStyleableObjectProperty<>(data, this, data.getProperty()) {
      @Override
      protected void invalidated() {
        redraw();
      }
    };
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return CSS.getCssMetaData();
  }
}
