package app.ringbook.cli.bench.figures;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * Processor time of this program: unlike the clock on the wall it says the same while other
 * programs keep the machine busy. What the compiler and the collector take counts too.
 */
public final class ProcessorTime {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private ProcessorTime() {}

  /** Seconds that some work takes. */
  public static double of(Callable<?> work) throws Exception {
    long begin = PROCESS.getProcessCpuTime();
    work.call();
    return (PROCESS.getProcessCpuTime() - begin) / 1e9;
  }
}
