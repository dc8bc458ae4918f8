package app.ringbook.customer.catalogue;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.profile.Rating;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much is known of a customer. Ten things count the same, because a rep can ask for each of
 * them in one call: industry, source, tier, place (city or region), address, a person, who decides,
 * a number, all four ratings of the 3+1, and what the customer needs (needs, pains or
 * expectations).
 *
 * @param percent 0 to 100, in steps of ten
 * @param missing text keys of what is missing, in the order to ask for it
 */
public record Completeness(int percent, List<String> missing) {

  /** Copies the list. */
  public Completeness {
    missing = List.copyOf(missing);
  }

  /** Of a customer with all that is known. */
  public static Completeness of(CustomerRecord record) {
    return of(record, false);
  }

  /**
   * As the other, knowing more.
   *
   * @param needs true if needs of the customer are recorded one by one
   */
  public static Completeness of(CustomerRecord record, boolean needs) {
    Customer c = record.customer();
    Profile p = record.profile();
    List<String> missing = new ArrayList<>();
    check(missing, record.mainPhone().isPresent(), "phone");
    check(missing, !record.contacts().isEmpty(), "contact");
    check(missing, record.contacts().stream().anyMatch(Contact::decides), "decides");
    check(missing, any(c.industry()), "industry");
    check(missing, any(c.city(), c.region()), "place");
    check(missing, any(c.address()), "address");
    check(missing, any(c.source()), "source");
    check(missing, any(c.tier()), "tier");
    check(missing, p.rated() == Rating.values().length, "ratings");
    check(missing, needs || any(p.needs(), p.pains(), p.expectations()), "needs");
    return new Completeness(100 - 10 * missing.size(), missing);
  }

  private static void check(List<String> missing, boolean known, String what) {
    if (!known) {
      missing.add("customer.missing." + what);
    }
  }

  private static boolean any(@Nullable String... texts) {
    return Stream.of(texts).anyMatch(t -> t != null && !t.isBlank());
  }
}
