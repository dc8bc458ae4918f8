package app.ringbook.call.view;

import app.ringbook.platform.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A house without leads. */
public final class NoLeads implements LeadSlot {
  @Override
  public Optional<Known> known(PhoneNumber number) {
    return Optional.empty();
  }

  @Override
  public long keep(
      PhoneNumber number, @Nullable String name, @Nullable String note, boolean missed) {
    return 0;
  }
}
