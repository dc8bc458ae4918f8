package app.ringbook.customer.twins;

import app.ringbook.platform.PhoneNumbers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether somebody already works on a company, without showing anything of it: no name, no
 * number, no note. Asked before a rep calls a company found elsewhere. Not for the window's thread.
 */
public final class Taken {
  private final Twins twins;
  private final PhoneNumbers numbers;

  /** How a company stands. */
  public enum State {
    /** Nobody has it. */
    FREE,
    /** It is known and nobody looks after it: it may be claimed. */
    POOL,
    /** Somebody looks after it. */
    OWNED
  }

  /**
   * The answer, and all of it.
   *
   * @param owner who looks after it if somebody does
   * @param lastContactAt when anybody last talked to it, or null
   */
  public record Answer(State state, @Nullable String owner, @Nullable Instant lastContactAt) {}

  /** Reads what is typed by the rules of the office. */
  public Taken(Twins twins, PhoneNumbers numbers) {
    this.twins = twins;
    this.numbers = numbers;
  }

  /**
   * Looks for a company.
   *
   * @param text its name, a number or its credit code, written in any way
   */
  public Answer ask(String text) {
    String asked = text.strip();
    if (asked.isEmpty()) {
      return new Answer(State.FREE, null, null);
    }
    List<Twin> found = twins.of(new Twins.Asked(asked, List.of(numbers.parse(asked)), asked));
    if (found.isEmpty()) {
      return new Answer(State.FREE, null, null);
    }
    Twin first = found.stream().filter(t -> owned(t.owner())).findFirst().orElse(found.getFirst());
    return owned(first.owner())
        ? new Answer(State.OWNED, first.owner(), first.lastContactAt())
        : new Answer(State.POOL, null, first.lastContactAt());
  }

  private static boolean owned(@Nullable String owner) {
    return owner != null && !owner.isBlank();
  }
}
