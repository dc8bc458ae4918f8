package app.ringbook.platform;

import org.jspecify.annotations.Nullable;

/**
 * A phone number as it was written, and what could be read from it. Any text is allowed: a number
 * that cannot be read keeps its raw text and empty digits.
 *
 * @param raw as typed, imported or reported by the line
 * @param e164 international form with plus, or null where it cannot be known
 * @param national digits without country code and trunk prefix; empty if there are none
 * @param region ISO 3166 region, or null where it cannot be known
 * @param extension digits of an extension, or null
 */
public record PhoneNumber(
    String raw,
    @Nullable String e164,
    String national,
    @Nullable String region,
    @Nullable String extension) {

  /** The last eight digits (all of them if fewer): the key by which candidates are found. */
  public String suffix8() {
    return national.length() <= 8 ? national : national.substring(national.length() - 8);
  }

  /** True if the text holds at least one digit that can be dialled. */
  public boolean dialable() {
    return !national.isEmpty();
  }
}
