package app.ringbook.lead.view;

import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.lead.Lead;
import java.util.List;

/** Finds the customer a lead may belong to. Called on background threads. */
public interface LeadLookup {
  /** Customers by any part of name or number. */
  List<CustomerSearch.Hit> find(String text);

  /** Customers with the number of the lead, the likeliest first. */
  List<Match.Candidate> likely(Lead lead);
}
