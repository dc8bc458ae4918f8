package app.ringbook.spreadsheet.kind.lead;

import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.spreadsheet.match.Fields;
import java.util.List;

/** The catalogue of what can be imported about a lead: a plain name is a person's here. */
final class LeadFields {
  static final Fields ALL =
      new Fields(
          List.of(
              CustomerFields.CONTACT.named(
                  Fields.names(
                      """
                      联系人, 联系人姓名, 姓名, 名称, 名字, 客户姓名, 线索名称, 线索姓名, 称呼, 客户联系人,
                      name, lead, lead name, contact, contact name, contact person, full name,
                      person, customer name
                      """)),
              CustomerFields.FIRST_NAME,
              CustomerFields.LAST_NAME,
              CustomerFields.NAME.named(
                  Fields.names(
                      """
                      公司, 公司名称, 公司名, 公司全称, 单位, 单位名称, 企业, 企业名称, 客户, 客户名称,
                      机构名称, company, company name, organization, organisation, account,
                      account name, business name, firm, employer
                      """)),
              CustomerFields.ROLE,
              CustomerFields.MOBILE,
              CustomerFields.PHONE,
              CustomerFields.field("email"),
              CustomerFields.PERSON_EMAIL,
              CustomerFields.COUNTRY,
              CustomerFields.field("source"),
              CustomerFields.field("owner"),
              CustomerFields.NEXT_CONTACT,
              CustomerFields.DO_NOT_CALL,
              CustomerFields.NOTE,
              remark("region"),
              remark("city"),
              remark("industry"),
              remark("website"),
              remark("tags"),
              CustomerFields.OWN_KEY));

  private LeadFields() {}

  /** What a lead has no field for is kept in its note, with the header. */
  private static Field remark(String key) {
    Field field = CustomerFields.field(key);
    return new Field(
        key, null, Field.Kind.REMARK, field.length(), false, null, null, field.names());
  }
}
