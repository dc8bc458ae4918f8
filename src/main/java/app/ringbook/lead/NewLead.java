package app.ringbook.lead;

import app.ringbook.platform.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead to be kept; a name or a number is enough.
 *
 * @param name the person's name, or empty
 * @param company where they work, or null
 * @param job what they do there, or null
 * @param number their number, or null
 * @param email or null
 * @param source how they came: name of a {@link LeadSource}, or the user's own words
 * @param owner who looks after them, or null
 * @param note what is known of them, or null
 * @param doNotCall true if they asked not to be called
 * @param nextContactAt when to get in touch next, or null
 */
public record NewLead(
    String name,
    @Nullable String company,
    @Nullable String job,
    @Nullable PhoneNumber number,
    @Nullable String email,
    String source,
    @Nullable String owner,
    @Nullable String note,
    boolean doNotCall,
    @Nullable Instant nextContactAt) {

  /** A lead that nobody is to be reminded of. */
  public NewLead(
      String name,
      @Nullable String company,
      @Nullable String job,
      @Nullable PhoneNumber number,
      @Nullable String email,
      String source,
      @Nullable String owner,
      @Nullable String note,
      boolean doNotCall) {
    this(name, company, job, number, email, source, owner, note, doNotCall, null);
  }

  /** A lead of which no more is known. */
  public NewLead(
      String name,
      @Nullable String company,
      @Nullable PhoneNumber number,
      LeadSource source,
      @Nullable String note) {
    this(name, company, null, number, null, source.name(), null, note, false);
  }

  /** The same from another source; blank leaves it. */
  public NewLead from(String changed) {
    return changed.isBlank()
        ? this
        : new NewLead(
            name,
            company,
            job,
            number,
            email,
            changed.strip(),
            owner,
            note,
            doNotCall,
            nextContactAt);
  }

  /** The same looked after by somebody, unless somebody does already. */
  public NewLead ownedBy(@Nullable String person) {
    return owner != null || person == null || person.isBlank()
        ? this
        : new NewLead(
            name,
            company,
            job,
            number,
            email,
            source,
            person.strip(),
            note,
            doNotCall,
            nextContactAt);
  }

  /**
   * What it is called while it is not kept: the name, else the company, the number, the address.
   */
  public String title() {
    if (!name.isBlank()) {
      return name.strip();
    }
    if (company != null && !company.isBlank()) {
      return company.strip();
    }
    if (number != null && !number.raw().isBlank()) {
      return number.raw();
    }
    return email == null ? "" : email.strip();
  }
}
