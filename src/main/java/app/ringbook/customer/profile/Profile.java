package app.ringbook.customer.profile;

import app.ringbook.customer.fields.CustomValues;
import app.ringbook.customer.legal.CreditCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer beside its own row. Change a copy with {@link #change()} and hand it
 * to {@link Profiles#save}.
 *
 * @param customerId whose profile it is
 * @param version version that was read; 0 while nothing is stored
 * @param legalName the registered name, if it is not the customer's name
 * @param creditCode unified social credit code or another register number
 * @param differentReason why this is another company although name or code say the same; or null
 * @param lifeCycle how far the customer has come
 * @param lifeCycleManual true if a person said so: then events no longer move it
 * @param lifeCycleAt when it came to that, or null
 * @param contracts how many contracts it has signed
 * @param qualification key of the word, see {@link Ratings}; or null
 * @param size as qualification
 * @param timing as qualification
 * @param progress as qualification
 * @param keyCustomer true if it gets extra care
 * @param needs what it needs, in words
 * @param pains what hurts, in words
 * @param expectations what it expects, in words
 * @param custom values of the fields that users defined
 */
public record Profile(
    long customerId,
    long version,
    @Nullable String legalName,
    @Nullable String creditCode,
    @Nullable String differentReason,
    LifeCycle lifeCycle,
    boolean lifeCycleManual,
    @Nullable Instant lifeCycleAt,
    int contracts,
    @Nullable String qualification,
    @Nullable String size,
    @Nullable String timing,
    @Nullable String progress,
    boolean keyCustomer,
    @Nullable String needs,
    @Nullable String pains,
    @Nullable String expectations,
    CustomValues custom) {

  /** The profile of a customer of whom nothing is known yet. */
  public static Profile empty(long customerId) {
    return new Profile(
        customerId,
        0,
        null,
        null,
        null,
        LifeCycle.POTENTIAL,
        false,
        null,
        0,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        CustomValues.NONE);
  }

  /** A copy to be changed. */
  public Builder change() {
    return new Builder(this);
  }

  /** The key of the word chosen, or null. */
  public @Nullable String rating(Rating rating) {
    return switch (rating) {
      case QUALIFICATION -> qualification;
      case SIZE -> size;
      case TIMING -> timing;
      case PROGRESS -> progress;
    };
  }

  /** How many of the four ratings are given. */
  public int rated() {
    int count = 0;
    for (Rating rating : Rating.values()) {
      count += rating(rating) == null ? 0 : 1;
    }
    return count;
  }

  /** Collects the values of a profile; empty texts become null. */
  public static final class Builder {
    private final long customerId;
    private final long version;
    private @Nullable String legalName;
    private @Nullable String creditCode;
    private @Nullable String differentReason;
    private LifeCycle lifeCycle;
    private boolean lifeCycleManual;
    private @Nullable Instant lifeCycleAt;
    private int contracts;
    private @Nullable String qualification;
    private @Nullable String size;
    private @Nullable String timing;
    private @Nullable String progress;
    private boolean keyCustomer;
    private @Nullable String needs;
    private @Nullable String pains;
    private @Nullable String expectations;
    private CustomValues custom;

    private Builder(Profile from) {
      customerId = from.customerId;
      version = from.version;
      legalName = from.legalName;
      creditCode = from.creditCode;
      differentReason = from.differentReason;
      lifeCycle = from.lifeCycle;
      lifeCycleManual = from.lifeCycleManual;
      lifeCycleAt = from.lifeCycleAt;
      contracts = from.contracts;
      qualification = from.qualification;
      size = from.size;
      timing = from.timing;
      progress = from.progress;
      keyCustomer = from.keyCustomer;
      needs = from.needs;
      pains = from.pains;
      expectations = from.expectations;
      custom = from.custom;
    }

    /** Sets the registered name. */
    public Builder legalName(@Nullable String value) {
      legalName = plain(value);
      return this;
    }

    /** Sets the credit code or register number. */
    public Builder creditCode(@Nullable String value) {
      creditCode = value == null ? null : plain(CreditCode.plain(value));
      return this;
    }

    /** Sets why this is another company although name or code say the same. */
    public Builder differentReason(@Nullable String value) {
      differentReason = plain(value);
      return this;
    }

    /** Sets how far the customer has come, and whether a person said so. */
    Builder lifeCycle(LifeCycle value, boolean manual, @Nullable Instant at) {
      lifeCycle = value;
      lifeCycleManual = manual;
      lifeCycleAt = at;
      return this;
    }

    /** Sets how many contracts the customer has signed. */
    Builder contracts(int value) {
      contracts = value;
      return this;
    }

    /** Sets a rating by the key of its word; null takes it away. */
    public Builder rating(Rating rating, @Nullable String word) {
      String value = plain(word);
      switch (rating) {
        case QUALIFICATION -> qualification = value;
        case SIZE -> size = value;
        case TIMING -> timing = value;
        case PROGRESS -> progress = value;
      }
      return this;
    }

    /** Sets whether the customer gets extra care. */
    public Builder keyCustomer(boolean value) {
      keyCustomer = value;
      return this;
    }

    /** Sets what the customer needs. */
    public Builder needs(@Nullable String value) {
      needs = plain(value);
      return this;
    }

    /** Sets what hurts. */
    public Builder pains(@Nullable String value) {
      pains = plain(value);
      return this;
    }

    /** Sets what the customer expects. */
    public Builder expectations(@Nullable String value) {
      expectations = plain(value);
      return this;
    }

    /** Sets the values of the fields that users defined. */
    public Builder custom(CustomValues value) {
      custom = value;
      return this;
    }

    /** The finished profile. */
    public Profile build() {
      return new Profile(
          customerId,
          version,
          legalName,
          creditCode,
          differentReason,
          lifeCycle,
          lifeCycleManual,
          lifeCycleAt,
          contracts,
          qualification,
          size,
          timing,
          progress,
          keyCustomer,
          needs,
          pains,
          expectations,
          custom);
    }

    private static @Nullable String plain(@Nullable String text) {
      return text == null || text.isBlank() ? null : text.strip().replace("\0", "");
    }
  }
}
