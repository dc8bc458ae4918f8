package app.ringbook.lead.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What a column of a sheet of leads can hold, and the headers it is known by. */
enum LeadField {
  NAME(
      "name",
      "full name",
      "contact",
      "contact name",
      "contact person",
      "person",
      "lead",
      "lead name",
      "姓名",
      "联系人",
      "名字",
      "称呼",
      "客户姓名",
      "线索",
      "线索名称",
      "线索姓名"),
  COMPANY(
      "company",
      "company name",
      "account",
      "organisation",
      "organization",
      "firm",
      "customer",
      "公司",
      "公司名称",
      "单位",
      "单位名称",
      "企业",
      "企业名称",
      "客户",
      "客户名称"),
  JOB("job", "job title", "title", "role", "position", "职位", "职务", "岗位"),
  NUMBER(
      "phone",
      "phone number",
      "mobile",
      "mobile phone",
      "cell",
      "cell phone",
      "tel",
      "telephone",
      "number",
      "电话",
      "手机",
      "手机号",
      "手机号码",
      "联系电话",
      "电话号码",
      "座机",
      "联系方式",
      "号码"),
  EMAIL("email", "e-mail", "mail", "email address", "邮箱", "电子邮箱", "邮件", "电子邮件"),
  SOURCE("source", "lead source", "channel", "campaign", "来源", "线索来源", "渠道", "获客渠道"),
  OWNER("owner", "assigned to", "sales", "rep", "负责人", "跟进人", "归属人", "销售"),
  NOTE(
      "note",
      "notes",
      "remark",
      "remarks",
      "comment",
      "comments",
      "message",
      "need",
      "needs",
      "备注",
      "说明",
      "留言",
      "需求",
      "需求描述",
      "描述");

  private final String headers;

  LeadField(String... headers) {
    this.headers = "|" + String.join("|", headers) + "|";
  }

  /** The field a header names; empty for headers nobody knows. */
  static Optional<LeadField> of(String header) {
    String plain =
        Normalizer.normalize(header, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[:*（(].*$", "")
            .replaceAll("[_\\s]+", " ")
            .strip();
    for (LeadField field : values()) {
      if (!plain.isEmpty() && field.headers.contains("|" + plain + "|")) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
