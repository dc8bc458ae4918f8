package app.ringbook.spreadsheet.kind.lead;

import app.ringbook.lead.LeadCleaning;
import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.LeadSource;
import app.ringbook.lead.Leads;
import app.ringbook.lead.NewLead;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.KindPass;
import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.Fields;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows become leads; somebody who is there already is no lead again, and is named. */
public final class LeadKind implements RecordKind {
  /** Its name. */
  public static final String WORD = "leads";

  private final Leads leads;
  private final LeadIntake intake;

  /** Writes and judges through these doors. */
  public LeadKind(Leads leads, LeadIntake intake) {
    this.leads = leads;
    this.intake = intake;
  }

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public Fields fields() {
    return LeadFields.ALL;
  }

  @Override
  public boolean enough(ColumnMatch match) {
    return match.has(CustomerFields.MOBILE)
        || match.has(CustomerFields.PHONE)
        || match.has(CustomerFields.PERSON_EMAIL)
        || match.has(CustomerFields.field("email"));
  }

  @Override
  public RowDraft judged(RowDraft draft) {
    boolean known = draft.ownKey(CustomerFields.OWN_KEY) != 0;
    return known || LeadCleaning.reachable(lead(draft))
        ? draft
        : draft.refused(ProblemKind.NO_CONTACT, "");
  }

  @Override
  public KindPass pass(ImportOptions options) {
    return new LeadPass(leads, intake.cleaning(), options);
  }

  /** The lead of a row. The first number that reaches somebody is its own, others are noted. */
  static NewLead lead(RowDraft draft) {
    RowDraft.Person person = draft.person();
    RowDraft.DraftPhone first = null;
    for (RowDraft.DraftPhone phone : draft.phones()) {
      if (first == null || (!usable(first) && usable(phone))) {
        first = phone;
      }
    }
    List<String> note = new ArrayList<>();
    String said = draft.text("note");
    if (said != null) {
      note.add(said);
    }
    for (RowDraft.DraftPhone phone : draft.phones()) {
      if (!phone.equals(first)) {
        note.add(phone.number().raw());
      }
    }
    String source = draft.text("source");
    String email = person == null || person.email() == null ? null : person.email();
    return new NewLead(
        person == null ? "" : person.name(),
        draft.named() ? draft.name() : null,
        person == null ? null : person.role(),
        first == null ? null : first.number(),
        email == null ? draft.text("email") : email,
        source == null ? LeadSource.FILE.name() : source,
        draft.text("owner"),
        joined(note),
        Boolean.TRUE.equals(draft.doNotCall()),
        draft.nextContact());
  }

  private static boolean usable(RowDraft.DraftPhone phone) {
    return LeadCleaning.callable(phone.number());
  }

  private static @Nullable String joined(List<String> lines) {
    return lines.isEmpty() ? null : String.join("\n", lines);
  }
}
