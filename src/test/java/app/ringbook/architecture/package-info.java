/**
 * The walls of the house. {@link app.ringbook.architecture.HouseTable} is the table of who may
 * import whom, {@link app.ringbook.architecture.HouseRules} the other walls, each with its reason;
 * the root package {@code badhouse} holds a sample that each of them must reject.
 */
@NullMarked
package app.ringbook.architecture;

import org.jspecify.annotations.NullMarked;
