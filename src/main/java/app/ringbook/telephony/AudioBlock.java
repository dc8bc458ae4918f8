package app.ringbook.telephony;

/**
 * A piece of a call's sound.
 *
 * @param firstSample index of the first sample, counted from the start of the recording
 * @param codec how samples are written
 * @param channels 1, or 2 with samples of both channels in turn (near end first)
 * @param samples samples a channel
 * @param data {@code samples * channels * codec.bytesPerSample()} bytes; the receiver may keep it
 */
@SuppressWarnings("ArrayRecordComponent") // sound is handed on once and never compared
public record AudioBlock(long firstSample, Codec codec, int channels, int samples, byte[] data) {}
