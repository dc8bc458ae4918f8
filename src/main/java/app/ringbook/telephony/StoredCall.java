package app.ringbook.telephony;

/**
 * A call that happened while the program was away and was kept in the kit's memory.
 *
 * @param call the ended call
 * @param timeCertain false if the kit's clock was not set then: {@link Call#startedAt} is a guess
 *     that only keeps the order
 */
public record StoredCall(Call call, boolean timeCertain) {}
