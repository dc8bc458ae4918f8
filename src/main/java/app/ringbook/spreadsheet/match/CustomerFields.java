package app.ringbook.spreadsheet.match;

import app.ringbook.customer.Customer;
import app.ringbook.spreadsheet.match.Field.Kind;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The catalogue of what can be imported about a customer. A new field is one entry of its list. */
public final class CustomerFields {
  /** Name of the customer: the one field an import cannot do without for long. */
  public static final Field NAME =
      text(
          "name",
          500,
          Customer::name,
          CustomerFields::name,
          """
          客户名称, 客户, 客户名, 客户全称, 客户简称, 公司, 公司名称, 公司名, 公司全称,
          单位, 单位名称, 单位全称, 企业名称, 企业, 企业名, 商户名称, 店名, 名称,
          机构名称, customer name, customer, company, company name, account,
          account name, organization, organisation, organization name, business name,
          client, client name, firm, name, 名前, 会社名
          """);

  /** The person's full name. */
  public static final Field CONTACT =
      person(
          "contact",
          300,
          """
          联系人, 联系人姓名, 姓名, 客户联系人, 主要联系人, 联系人名称, 对接人,
          采购联系人, contact, contact name, contact person, full name, person, attn,
          attention, primary contact, main contact
          """);

  /** The person's given name. */
  public static final Field FIRST_NAME =
      person(
          "contactFirstName",
          150,
          """
          名, 联系人名, first name, given name, contact first name, forename
          """);

  /** The person's family name. */
  public static final Field LAST_NAME =
      person(
          "contactLastName",
          150,
          """
          姓, 姓氏, 联系人姓, last name, family name, surname, contact last name
          """);

  /** What the person does. */
  public static final Field ROLE =
      person(
          "contactRole",
          200,
          """
          职务, 职位, 岗位, 头衔, 职称, 联系人职务, 联系人职位, contact title, job title,
          title, position, role, function
          """);

  /** The person's e-mail address. */
  public static final Field PERSON_EMAIL =
      person(
          "contactEmail",
          320,
          """
          联系人邮箱, 联系人电子邮箱, contact email, contact e-mail, work email
          """);

  /** The company's phone. */
  public static final Field PHONE =
      number(
          "phone",
          Kind.OFFICE_PHONE,
          """
          电话, 座机, 固话, 固定电话, 公司电话, 办公电话, 联系电话, 电话号码, 联系方式,
          单位电话, 总机, 客户电话, 联系人电话, phone, telephone, tel, phone number,
          telephone number, company phone, office phone, business phone, work phone,
          main phone, contact number, contact phone
          """);

  /** The person's mobile phone. */
  public static final Field MOBILE =
      number(
          "mobile",
          Kind.MOBILE_PHONE,
          """
          手机, 手机号, 手机号码, 移动电话, 联系手机, 联系人手机, 联系人手机号, mobile,
          mobile phone, mobile number, cell, cell phone, cellphone, handy
          """);

  /** The company's fax. */
  public static final Field FAX =
      number(
          "fax",
          Kind.FAX,
          """
          传真, 传真号码, 传真号, fax, fax number, telefax
          """);

  /** Country, which also says how the phones of the row are read. */
  public static final Field COUNTRY =
      field(
          "country",
          Kind.COUNTRY,
          100,
          false,
          Customer::country,
          Customer.Builder::country,
          """
          国家, 国别, 国家地区, 所在国家, country, country region, nation, country name,
          ship country
          """);

  /** When to get in touch next. */
  public static final Field NEXT_CONTACT =
      field(
          "nextContact",
          Kind.DATE,
          60,
          false,
          null,
          null,
          """
          下次联系, 下次联系时间, 下次跟进, 下次跟进时间, 下次联系日期, 下次跟进日期,
          next contact, next contact at, next follow up, follow up date, next call,
          next contact date, callback
          """);

  /** When anybody last talked to them. */
  public static final Field LAST_CONTACT =
      field(
          "lastContact",
          Kind.DATE,
          60,
          false,
          null,
          null,
          """
          上次联系, 最后联系, 最近联系, 最近联系时间, 上次联系时间, 最后跟进时间,
          最近跟进时间, last contact, last contact at, last touch, last contacted,
          last activity, last contact date
          """);

  /** They asked not to be called. */
  public static final Field DO_NOT_CALL =
      field(
          "doNotCall",
          Kind.FLAG,
          20,
          false,
          null,
          null,
          """
          勿扰, 禁止呼叫, 请勿致电, 拒绝来电, do not call, dnc, no calls
          """);

  /** Free text; several columns are put under each other. */
  public static final Field NOTE =
      field(
          "note",
          Kind.TEXT,
          100_000,
          true,
          Customer::note,
          Customer.Builder::note,
          """
          备注, 说明, 备注信息, 描述, 客户备注, 跟进记录, note, notes, remark, remarks,
          comment, comments, description, memo
          """);

  /** Street and number; several columns are joined. */
  public static final Field ADDRESS =
      field(
          "address",
          Kind.TEXT,
          1000,
          true,
          Customer::address,
          Customer.Builder::address,
          """
          地址, 详细地址, 公司地址, 通讯地址, 联系地址, 街道, 单位地址, 注册地址,
          address, address line, street, street address, address line 1, address line 2,
          address 1, address 2, mailing address, billing address
          """);

  /** The customer's own key, written by an export; it counts only where the row agrees with it. */
  public static final Field OWN_KEY = text("ringbookId", 20, null, null, "ringbook id");

  /** The person's own key, written by an export; it counts only where the row agrees with it. */
  public static final Field OWN_CONTACT_KEY =
      text("ringbookContactId", 20, null, null, "ringbook contact id");

  private static final List<Field> LINES =
      List.of(
          NAME,
          CONTACT,
          FIRST_NAME,
          LAST_NAME,
          ROLE,
          PERSON_EMAIL,
          PHONE,
          MOBILE,
          FAX,
          text(
              "email",
              320,
              Customer::email,
              Customer.Builder::email,
              """
              邮箱, 电子邮箱, 电子邮件, 邮件, 公司邮箱, 邮件地址, email, e-mail,
              email address, mail, e-mail address
              """),
          text(
              "website",
              500,
              Customer::website,
              Customer.Builder::website,
              """
              网址, 网站, 官网, 公司网址, 主页, website, web site, web, url, homepage,
              home page, web page
              """),
          COUNTRY,
          text(
              "region",
              200,
              Customer::region,
              Customer.Builder::region,
              """
              省份, 省, 州, 地区, 省市, 所在省, 所在地区, region, state, province,
              state province, county
              """),
          text(
              "city",
              200,
              Customer::city,
              Customer.Builder::city,
              """
              城市, 市, 所在城市, 所在市, city, town, location city
              """),
          ADDRESS,
          text(
              "postalCode",
              40,
              Customer::postalCode,
              Customer.Builder::postalCode,
              """
              邮编, 邮政编码, 邮政编号, postal code, postcode, post code, zip, zip code,
              zip postal code
              """),
          text(
              "industry",
              200,
              Customer::industry,
              Customer.Builder::industry,
              """
              行业, 所属行业, 客户行业, 行业类别, industry, sector, branch, line of business
              """),
          field(
              "tier",
              Kind.TIER,
              10,
              false,
              Customer::tier,
              Customer.Builder::tier,
              """
              等级, 客户等级, 级别, 客户级别, 评级, tier, grade, rating, class,
              customer grade, level
              """),
          text(
              "source",
              200,
              Customer::source,
              Customer.Builder::source,
              """
              来源, 客户来源, 线索来源, 渠道, 获客渠道, source, lead source, how found us,
              channel, origin
              """),
          text(
              "tags",
              1000,
              Customer::tags,
              Customer.Builder::tags,
              """
              标签, 客户标签, tag, tags, label, labels, keywords
              """),
          text(
              "owner",
              200,
              Customer::owner,
              Customer.Builder::owner,
              """
              负责人, 业务员, 销售, 销售员, 所属销售, 归属人, 跟进人, 客户经理, 销售代表,
              owner, sales rep, account owner, salesperson, account manager, sales agent,
              rep, assigned to, responsible
              """),
          text(
              "externalKey",
              200,
              Customer::externalKey,
              Customer.Builder::externalKey,
              """
              编号, 客户编号, 客户编码, 客户代码, 编码, 代码, 客户id, customer number,
              customer id, customer no, customer code, account number, account id, id,
              external id, external key, no, ref, internal ref
              """),
          NEXT_CONTACT,
          text(
              "nextContactNote",
              1000,
              Customer::nextContactNote,
              Customer.Builder::nextContactNote,
              """
              下次联系事项, 下次联系内容, 下次跟进内容, 待办, next contact note, next step,
              next action
              """),
          LAST_CONTACT,
          DO_NOT_CALL,
          NOTE,
          OWN_KEY);

  /** Every field of a customer that the program has, in the order people choose from. */
  public static final Fields ALL = new Fields(LINES);

  private CustomerFields() {}

  /** The field with this key; it must exist. */
  public static Field field(String key) {
    return ALL.byKey(key).orElseThrow();
  }

  private static void name(Customer.Builder builder, @Nullable String name) {
    if (name != null) {
      builder.name(name);
    }
  }

  private static Field text(
      String key,
      int length,
      @Nullable Function<Customer, @Nullable String> read,
      @Nullable BiConsumer<Customer.Builder, @Nullable String> write,
      String names) {
    return field(key, Kind.TEXT, length, false, read, write, names);
  }

  private static Field person(String key, int length, String names) {
    return field(key, Kind.PERSON, length, false, null, null, names);
  }

  private static Field number(String key, Kind kind, String names) {
    return field(key, kind, 200, true, null, null, names);
  }

  private static Field field(
      String key,
      Kind kind,
      int length,
      boolean repeats,
      @Nullable Function<Customer, @Nullable String> read,
      @Nullable BiConsumer<Customer.Builder, @Nullable String> write,
      String names) {
    return new Field(key, null, kind, length, repeats, read, write, Fields.names(names));
  }
}
