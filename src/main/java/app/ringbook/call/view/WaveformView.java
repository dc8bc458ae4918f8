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
 * in the strong colour, what is lost left out. The playhead is a line of its own above the canvas,
 * so that playing redraws one bar at a time and not the whole picture.
 *
 * <p>Positions and gaps are fractions of the whole, 0 to 1. A canvas knows no style sheet; its
 * colours come through the CSS properties {@code -rb-wave-*}.
 */
final class WaveformView extends Region {
  private static final double BAR = 2;
  private static final double STEP = 3;
  private static final double LEAST = 1.5;
  private static final StyleablePropertyFactory<WaveformView> CSS =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final CssMetaData<WaveformView, Paint> PLAYED = paint("-rb-wave-played");
  private static final CssMetaData<WaveformView, Paint> AHEAD = paint("-rb-wave-ahead");
  private static final CssMetaData<WaveformView, Paint> OTHER_PLAYED =
      paint("-rb-wave-other-played");
  private static final CssMetaData<WaveformView, Paint> OTHER_AHEAD = paint("-rb-wave-other-ahead");
  private static final CssMetaData<WaveformView, Paint> LOST = paint("-rb-wave-lost");

  private final StyleableProperty<Paint> played = property(PLAYED);
  private final StyleableProperty<Paint> ahead = property(AHEAD);
  private final StyleableProperty<Paint> otherPlayed = property(OTHER_PLAYED);
  private final StyleableProperty<Paint> otherAhead = property(OTHER_AHEAD);
  private final StyleableProperty<Paint> lost = property(LOST);

  private final DoubleProperty position = new SimpleDoubleProperty(this, "position");
  private final Canvas canvas = new Canvas();
  private final Line playhead = new Line();
  private final Circle handle = new Circle(4);
  private float[][] lanes = {};
  private List<SoundGap> gaps = List.of();

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
    playhead.setEndY(getHeight());
    handle.setCenterX(x);
    handle.setCenterY(0);
  }

  private void redraw() {
    draw(0, bars());
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
      double height = canvas.getHeight() / lanes.length;
      for (int bar = first; bar < end; bar++) {
        drawBar(pen, lane, bar, height);
      }
    }
  }

  private void drawBar(GraphicsContext pen, int lane, int bar, double height) {
    double at = bar * STEP / canvas.getWidth();
    double middle = height * (lane + 0.5);
    if (lostAt(at)) {
      pen.setFill(lost.getValue());
      pen.fillRect(bar * STEP, middle - height * 0.4, STEP, height * 0.8);
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
