package app.ringbook.customer.bulk;

import app.ringbook.customer.Customer;
import app.ringbook.customer.profile.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is done to each of many customers. */
public sealed interface BulkChange {

  /**
   * A field gets a value.
   *
   * @param edit makes the changed customer of one; the same customer if nothing changes
   */
  record Edit(UnaryOperator<Customer> edit) implements BulkChange {}

  /**
   * A field of the profile gets a value.
   *
   * @param edit makes the changed profile of one; the same profile if nothing changes
   */
  record EditProfile(UnaryOperator<Profile> edit) implements BulkChange {}

  /** These tags are added where they lack. */
  record Tag(List<String> tags) implements BulkChange {
    /** Copies the tags. */
    public Tag {
      tags = List.copyOf(tags);
    }
  }

  /** These tags are taken away. */
  record Untag(List<String> tags) implements BulkChange {
    /** Copies the tags. */
    public Untag {
      tags = List.copyOf(tags);
    }
  }

  /** The next contact is set, or cleared with null; what it is for stays. */
  record NextContact(@Nullable Instant at) implements BulkChange {}

  /** The customers are deleted with all that hangs on them. */
  record Delete() implements BulkChange {}

  /** The profile after the change; the same one if nothing changes. */
  default Profile applied(Profile profile) {
    return this instanceof EditProfile edit ? edit.edit().apply(profile) : profile;
  }

  /** The customer after the change; the same one if nothing changes or it is deleted. */
  default Customer applied(Customer customer) {
    return switch (this) {
      case Edit edit -> edit.edit().apply(customer);
      case Tag tag -> withTags(customer, added(customer.tagList(), tag.tags()));
      case Untag untag -> withTags(customer, without(customer.tagList(), untag.tags()));
      case NextContact next -> customer.change().nextContactAt(next.at()).build();
      case Delete delete -> customer;
      case EditProfile edit -> customer;
    };
  }

  private static Customer withTags(Customer customer, List<String> tags) {
    return tags.equals(customer.tagList())
        ? customer
        : customer.change().tags(String.join(", ", tags)).build();
  }

  private static List<String> added(List<String> before, List<String> more) {
    List<String> tags = new ArrayList<>(before);
    Set<String> there = folded(before);
    for (String tag : more) {
      if (there.add(tag.toLowerCase(Locale.ROOT))) {
        tags.add(tag);
      }
    }
    return tags;
  }

  private static List<String> without(List<String> before, List<String> fewer) {
    Set<String> gone = folded(fewer);
    return before.stream().filter(tag -> !gone.contains(tag.toLowerCase(Locale.ROOT))).toList();
  }

  private static Set<String> folded(List<String> tags) {
    Set<String> folded = new HashSet<>();
    tags.forEach(tag -> folded.add(tag.toLowerCase(Locale.ROOT)));
    return folded;
  }
}
