package app.ringbook.lead.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.lead.LeadCleaning.Row;
import app.ringbook.lead.NewLead;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LeadReadingTest {
  private final LeadReading reading =
      new LeadReading(new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "021", "")));

  private NewLead one(String text) {
    List<Row> rows = reading.text(text, "PASTE");
    assertThat(rows).hasSize(1);
    return rows.getFirst().lead();
  }

  private static String e164(NewLead lead) {
    PhoneNumber number = Objects.requireNonNull(lead.number());
    return String.valueOf(number.e164());
  }

  @Test
  @Tag("S1-17")
  void aNumberAloneIsALead() {
    NewLead lead = one(" 138 1234 5678 ");
    assertThat(e164(lead)).isEqualTo("+8613812345678");
    assertThat(lead.name()).isEmpty();
    assertThat(lead.source()).isEqualTo("PASTE");
  }

  @Test
  void aLineOfTextIsTakenApart() {
    NewLead lead = one("王伟 13812345678 澄宇精密有限公司 想要报价 wang@chengyu.example");
    assertThat(lead.name()).isEqualTo("王伟");
    assertThat(lead.company()).isEqualTo("澄宇精密有限公司");
    assertThat(lead.email()).isEqualTo("wang@chengyu.example");
    assertThat(lead.note()).isEqualTo("想要报价");
    assertThat(e164(lead)).isEqualTo("+8613812345678");
    NewLead english = one("Grace Liu, Bluefen Biologics Ltd, +1 713-555-0148, needs two units");
    assertThat(english.name()).isEqualTo("Grace Liu");
    assertThat(english.company()).isEqualTo("Bluefen Biologics Ltd");
    assertThat(e164(english)).isEqualTo("+17135550148");
    assertThat(english.note()).isEqualTo("needs two units");
  }

  @Test
  void rowsOfASheetAreReadByTheirHeaders() {
    List<Row> rows =
        reading.text(
            """
            姓名\t公司名称\t手机\t座机\t来源\t城市\t备注
            王伟\t澄宇\t１３８１２３４５６７８\t021-55550187\t展会\t上海\t"两行
            备注"

            李薇\t\t\t2155550188\t\t\t
            """,
            "官网");
    assertThat(rows).extracting(Row::number).containsExactly(2, 4);
    NewLead first = rows.getFirst().lead();
    assertThat(first.source()).isEqualTo("展会");
    assertThat(e164(first)).isEqualTo("+8613812345678");
    assertThat(first.note()).contains("座机: 021-55550187", "城市: 上海", "两行\n备注");
    NewLead second = rows.getLast().lead();
    assertThat(second.source()).isEqualTo("官网");
    assertThat(e164(second)).isEqualTo("+862155550188");
  }

  @Test
  void rowsWithoutHeadersAreReadByWhatTheyLookLike() {
    List<Row> rows = reading.text("Bluefen GmbH\tGrace Liu\t+862155550187\tprices", "x");
    NewLead lead = rows.getFirst().lead();
    assertThat(lead.company()).isEqualTo("Bluefen GmbH");
    assertThat(lead.name()).isEqualTo("Grace Liu");
    assertThat(lead.note()).isEqualTo("prices");
  }

  @Test
  void commaTextWithHeadersIsASheetToo() {
    List<Row> rows = reading.text("name,phone\n\"Liu, Grace\",02155550187\n", "x");
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().lead().name()).isEqualTo("Liu, Grace");
  }
}
