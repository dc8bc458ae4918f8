package app.ringbook.telephony.serial;

/**
 * How a port is set; always 8 data bits, no parity, 1 stop bit, no flow control.
 *
 * @param baud bits a second; without meaning on USB devices that only look like a serial port
 */
public record LineSettings(int baud) {}
