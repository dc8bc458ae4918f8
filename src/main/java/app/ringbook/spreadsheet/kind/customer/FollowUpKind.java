package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.KindPass;
import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.spreadsheet.match.Fields;
import app.ringbook.spreadsheet.match.ProblemKind;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.timeline.Timeline;
import java.util.List;

/** Rows become notes on the timelines of customers, with their own author and time. */
public final class FollowUpKind implements RecordKind {
  /** Its name. */
  public static final String WORD = "follow-ups";

  /** When it was. */
  static final Field AT =
      new Field(
          "followUpAt",
          null,
          Field.Kind.DATE,
          60,
          false,
          null,
          null,
          Fields.names(
              """
              跟进时间, 跟进日期, 联系时间, 联系日期, 拜访时间, 拜访日期, 沟通时间, 记录时间, 时间,
              日期, 创建时间, date, time, at, when, contacted at, follow up date, activity date,
              call date, visit date, created at, created
              """));

  /** What was said. */
  static final Field TEXT =
      CustomerFields.NOTE.named(
          Fields.names(
              """
              跟进内容, 跟进记录, 沟通内容, 拜访内容, 联系内容, 内容, 记录, 备注, 说明, 描述, note,
              notes, content, text, comment, comments, description, follow up, details, body,
              remark, remarks, summary
              """));

  /** The entry's own key, written by an export; it counts only where the row agrees with it. */
  public static final Field ENTRY_KEY = text("ringbookEntryId", 20, "ringbook entry id");

  private static final Fields ALL =
      new Fields(
          List.of(
              AT,
              text(
                  "followUpAuthor",
                  200,
                  """
                  跟进人, 记录人, 作者, 创建人, 业务员, 销售, 负责人, 跟进人员, 员工, author, by,
                  user, created by, sales rep, rep, salesperson, owner, who, employee
                  """),
              text(
                  "followUpKind",
                  100,
                  """
                  跟进方式, 联系方式, 跟进类型, 沟通方式, 类型, 方式, kind, type, activity type,
                  channel, activity, method
                  """),
              TEXT,
              CustomerFields.NAME.named(
                  Fields.names(
                      """
                      客户名称, 客户, 所属客户, 公司, 公司名称, 公司名, 单位, 单位名称, 企业名称,
                      customer name, customer, company, company name, account, account name,
                      organization, organisation, firm, name
                      """)),
              CustomerFields.field("externalKey"),
              CustomerFields.CONTACT,
              CustomerFields.MOBILE,
              CustomerFields.PHONE,
              CustomerFields.COUNTRY,
              CustomerFields.OWN_KEY,
              ENTRY_KEY));

  private final Timeline timeline;

  /** Writes to this timeline. */
  public FollowUpKind(Timeline timeline) {
    this.timeline = timeline;
  }

  private static Field text(String key, int length, String names) {
    return new Field(key, null, Field.Kind.TEXT, length, false, null, null, Fields.names(names));
  }

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public Fields fields() {
    return ALL;
  }

  @Override
  public boolean enough(ColumnMatch match) {
    return match.has(TEXT) && match.has(AT);
  }

  @Override
  public RowDraft judged(RowDraft draft) {
    if (draft.text(TEXT.key()) == null && draft.ownKey(ENTRY_KEY) == 0) {
      return draft.refused(ProblemKind.NO_TEXT, "");
    }
    return draft.moments().get(AT) == null ? draft.refused(ProblemKind.NO_DATE, "") : draft;
  }

  @Override
  public KindPass pass(ImportOptions options) {
    return new FollowUpPass(timeline);
  }
}
