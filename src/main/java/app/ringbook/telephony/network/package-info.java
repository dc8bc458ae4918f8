/**
 * Kits in the network: a TCP connection that looks like a port. {@link
 * app.ringbook.telephony.network.NetworkLines} opens it for drivers that say so and leaves real
 * ports to another opener. It stands apart since nothing here knows of serial libraries.
 */
@NullMarked
package app.ringbook.telephony.network;

import org.jspecify.annotations.NullMarked;
