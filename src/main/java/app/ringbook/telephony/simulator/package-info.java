/**
 * Kits that are played by the program: for the demo, for trying the product without a kit, and for
 * tests. Start at {@link app.ringbook.telephony.simulator.Simulator} and {@link
 * app.ringbook.telephony.simulator.SimulatorScript}. Simulators have no thread: whoever reads from
 * or runs them lets them act.
 */
@NullMarked
package app.ringbook.telephony.simulator;

import org.jspecify.annotations.NullMarked;
