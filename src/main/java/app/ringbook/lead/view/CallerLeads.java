package app.ringbook.lead.view;

import app.ringbook.call.CallResults;
import app.ringbook.call.view.LeadSlot;
import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadSource;
import app.ringbook.lead.Leads;
import app.ringbook.lead.NewLead;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.store.Transaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leads as the pop-up and the page of calls see them: known by their number, kept from a call. */
public final class CallerLeads implements LeadSlot, CallResults.Leads {
  private final Leads leads;

  /** Reads and writes through this door. */
  public CallerLeads(Leads leads) {
    this.leads = leads;
  }

  @Override
  public Optional<Known> known(PhoneNumber number) {
    return leads.known(number).map(CallerLeads::known);
  }

  private static Known known(Lead lead) {
    return new Known(lead.id(), lead.name(), lead.company(), lead.note(), lead.doNotCall());
  }

  @Override
  public long keep(
      PhoneNumber number, @Nullable String name, @Nullable String note, boolean missed) {
    LeadSource source = missed ? LeadSource.MISSED_CALL : LeadSource.CALL;
    return leads.keep(new NewLead(name == null ? "" : name, null, number, source, note)).sequence();
  }

  @Override
  public void keepIn(
      Transaction transaction, PhoneNumber number, String person, String company, String note) {
    leads.keepIn(transaction, new NewLead(person, company, number, LeadSource.CALL, note));
  }
}
