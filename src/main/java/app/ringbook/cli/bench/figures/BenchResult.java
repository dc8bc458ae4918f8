package app.ringbook.cli.bench.figures;

/**
 * One figure beside another of the same run.
 *
 * @param name what was measured, and against what
 * @param ours our figure
 * @param other the other's figure
 * @param ratio how many times ours fits into the other's
 * @param unit unit of both figures
 */
public record BenchResult(String name, double ours, double other, double ratio, String unit) {

  /** A result whose ratio says how many times less ours takes. */
  public static BenchResult of(String name, double ours, double other, String unit) {
    return new BenchResult(
        name, round(ours), round(other), round(other / Math.max(ours, 1e-9)), unit);
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
