package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.KindPass;
import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.Fields;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import java.util.List;
import java.util.function.Supplier;

/** Rows become people of customers that are there, found by key, by name, else by phone. */
public final class ContactKind implements RecordKind {
  /** Its name. */
  public static final String WORD = "contacts";

  private static final Fields ALL =
      new Fields(
          List.of(
              CustomerFields.CONTACT.named(
                  Fields.names(
                      """
                      联系人, 联系人姓名, 姓名, 名字, 客户联系人, contact, contact name, name,
                      contact person, full name, person
                      """)),
              CustomerFields.FIRST_NAME,
              CustomerFields.LAST_NAME,
              CustomerFields.NAME.named(
                  Fields.names(
                      """
                      客户名称, 客户, 所属客户, 公司, 公司名称, 公司名, 单位, 单位名称, 企业名称,
                      customer name, customer, company, company name, account, account name,
                      organization, organisation, firm, employer
                      """)),
              CustomerFields.field("externalKey"),
              CustomerFields.ROLE,
              CustomerFields.MOBILE,
              CustomerFields.PHONE,
              CustomerFields.PERSON_EMAIL.named(
                  Fields.names(
                      """
                      邮箱, 电子邮箱, 电子邮件, 邮件, 联系人邮箱, email, e-mail, email address,
                      mail, contact email, work email
                      """)),
              CustomerFields.COUNTRY,
              CustomerFields.NOTE,
              CustomerFields.OWN_KEY,
              CustomerFields.OWN_CONTACT_KEY));

  private final Supplier<List<String>> others;

  /**
   * @param others headings that an export writes over what is not imported, as they are at the
   *     moment
   */
  public ContactKind(Supplier<List<String>> others) {
    this.others = others;
  }

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public Fields fields() {
    return ALL.besides(others.get());
  }

  @Override
  public boolean enough(ColumnMatch match) {
    return match.has(CustomerFields.CONTACT)
        || match.has(CustomerFields.FIRST_NAME)
        || match.has(CustomerFields.LAST_NAME);
  }

  @Override
  public RowDraft judged(RowDraft draft) {
    return draft.person() == null ? draft.refused(ProblemKind.NO_PERSON, "") : draft;
  }

  @Override
  public KindPass pass(ImportOptions options) {
    return new ContactPass(options);
  }
}
