package app.ringbook.customer;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A company or person one sells to. Change a copy with {@link #change()} and hand it to {@link
 * Customers#edit}.
 *
 * @param id key; 0 while it is not stored
 * @param version version that was read
 * @param name the company's or person's name
 * @param industry in the user's words
 * @param tier A, B or C
 * @param source where the customer came from
 * @param tags the user's words, separated by commas
 * @param country as typed or imported; see {@code PhoneNumbers.regionOf}
 * @param region state or province
 * @param city town
 * @param address street and number
 * @param postalCode as written there
 * @param website address, unchecked
 * @param email address, unchecked
 * @param externalKey key in the system the customer was imported from
 * @param note free text
 * @param owner who looks after the customer
 * @param nextContactAt when to get in touch next
 * @param nextContactNote what for
 * @param lastContactAt when anybody last talked to them
 * @param doNotCall true if they asked not to be called
 * @param sample true for invented customers of the sample data
 * @param createdAt when the row was made
 * @param updatedAt when it was last changed; set by {@link Customers}
 */
public record Customer(
    long id,
    long version,
    String name,
    @Nullable String industry,
    @Nullable String tier,
    @Nullable String source,
    @Nullable String tags,
    @Nullable String country,
    @Nullable String region,
    @Nullable String city,
    @Nullable String address,
    @Nullable String postalCode,
    @Nullable String website,
    @Nullable String email,
    @Nullable String externalKey,
    @Nullable String note,
    @Nullable String owner,
    @Nullable Instant nextContactAt,
    @Nullable String nextContactNote,
    @Nullable Instant lastContactAt,
    boolean doNotCall,
    boolean sample,
    Instant createdAt,
    Instant updatedAt) {
  private static final Pattern TAG_SEPARATORS = Pattern.compile("[,，;；]");

  /** A customer that is not stored yet; {@link Customers} sets its moments. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** A copy to be changed. */
  public Builder change() {
    return new Builder(this);
  }

  /** The tags one by one. */
  public List<String> tagList() {
    return tags == null
        ? List.of()
        : TAG_SEPARATORS.splitAsStream(tags).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  /** Collects the values of a customer; empty texts become null. */
  public static final class Builder {
    private long id;
    private long version;
    private String name;
    private @Nullable String industry;
    private @Nullable String tier;
    private @Nullable String source;
    private @Nullable String tags;
    private @Nullable String country;
    private @Nullable String region;
    private @Nullable String city;
    private @Nullable String address;
    private @Nullable String postalCode;
    private @Nullable String website;
    private @Nullable String email;
    private @Nullable String externalKey;
    private @Nullable String note;
    private @Nullable String owner;
    private @Nullable Instant nextContactAt;
    private @Nullable String nextContactNote;
    private @Nullable Instant lastContactAt;
    private boolean doNotCall;
    private boolean sample;
    private Instant createdAt = Instant.EPOCH;
    private Instant updatedAt = Instant.EPOCH;

    private Builder(String name) {
      this.name = name;
    }

    private Builder(Customer from) {
      id = from.id;
      version = from.version;
      name = from.name;
      industry = from.industry;
      tier = from.tier;
      source = from.source;
      tags = from.tags;
      country = from.country;
      region = from.region;
      city = from.city;
      address = from.address;
      postalCode = from.postalCode;
      website = from.website;
      email = from.email;
      externalKey = from.externalKey;
      note = from.note;
      owner = from.owner;
      nextContactAt = from.nextContactAt;
      nextContactNote = from.nextContactNote;
      lastContactAt = from.lastContactAt;
      doNotCall = from.doNotCall;
      sample = from.sample;
      createdAt = from.createdAt;
      updatedAt = from.updatedAt;
    }

    /** Makes it a row that is not stored yet. */
    Builder asNew(long value) {
      id = value;
      version = 0;
      return this;
    }

    /** Sets name: the company's or person's name. */
    public Builder name(String value) {
      name = value;
      return this;
    }

    /** Sets industry: in the user's words. */
    public Builder industry(@Nullable String value) {
      industry = blankToNull(value);
      return this;
    }

    /** Sets tier: A, B or C. */
    public Builder tier(@Nullable String value) {
      tier = blankToNull(value);
      return this;
    }

    /** Sets source: where the customer came from. */
    public Builder source(@Nullable String value) {
      source = blankToNull(value);
      return this;
    }

    /** Sets tags: the user's words, separated by commas. */
    public Builder tags(@Nullable String value) {
      tags = blankToNull(value);
      return this;
    }

    /** Sets country: as typed or imported; see {@code PhoneNumbers.regionOf}. */
    public Builder country(@Nullable String value) {
      country = blankToNull(value);
      return this;
    }

    /** Sets region: state or province. */
    public Builder region(@Nullable String value) {
      region = blankToNull(value);
      return this;
    }

    /** Sets city: town. */
    public Builder city(@Nullable String value) {
      city = blankToNull(value);
      return this;
    }

    /** Sets address: street and number. */
    public Builder address(@Nullable String value) {
      address = blankToNull(value);
      return this;
    }

    /** Sets postalCode: as written there. */
    public Builder postalCode(@Nullable String value) {
      postalCode = blankToNull(value);
      return this;
    }

    /** Sets website: address, unchecked. */
    public Builder website(@Nullable String value) {
      website = blankToNull(value);
      return this;
    }

    /** Sets email: address, unchecked. */
    public Builder email(@Nullable String value) {
      email = blankToNull(value);
      return this;
    }

    /** Sets externalKey: key in the system the customer was imported from. */
    public Builder externalKey(@Nullable String value) {
      externalKey = blankToNull(value);
      return this;
    }

    /** Sets note: free text. */
    public Builder note(@Nullable String value) {
      note = blankToNull(value);
      return this;
    }

    /** Sets owner: who looks after the customer. */
    public Builder owner(@Nullable String value) {
      owner = blankToNull(value);
      return this;
    }

    /** Sets nextContactAt: when to get in touch next. */
    public Builder nextContactAt(@Nullable Instant value) {
      nextContactAt = value;
      return this;
    }

    /** Sets nextContactNote: what for. */
    public Builder nextContactNote(@Nullable String value) {
      nextContactNote = blankToNull(value);
      return this;
    }

    /** Sets lastContactAt: when anybody last talked to them. */
    public Builder lastContactAt(@Nullable Instant value) {
      lastContactAt = value;
      return this;
    }

    /** Sets doNotCall: true if they asked not to be called. */
    public Builder doNotCall(boolean value) {
      doNotCall = value;
      return this;
    }

    /** Sets sample: true for invented customers of the sample data. */
    public Builder sample(boolean value) {
      sample = value;
      return this;
    }

    /** Sets createdAt: when the row was made. */
    public Builder createdAt(Instant value) {
      createdAt = value;
      return this;
    }

    /** Sets updatedAt: when it was last changed; set by {@link Customers}. */
    public Builder updatedAt(Instant value) {
      updatedAt = value;
      return this;
    }

    /** The finished customer. */
    public Customer build() {
      return new Customer(
          id,
          version,
          name,
          industry,
          tier,
          source,
          tags,
          country,
          region,
          city,
          address,
          postalCode,
          website,
          email,
          externalKey,
          note,
          owner,
          nextContactAt,
          nextContactNote,
          lastContactAt,
          doNotCall,
          sample,
          createdAt,
          updatedAt);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
      return text == null || text.isBlank() ? null : text;
    }
  }
}
