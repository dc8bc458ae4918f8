package app.ringbook.customer.legal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S1-01")
class LegalNameTest {

  @Test
  void spellingWidthAndLegalFormDoNotCount() {
    assertThat(LegalName.key("苏州澄宇精密机械有限公司")).isEqualTo(LegalName.key(" 苏州 澄宇精密机械（有限公司）"));
    assertThat(LegalName.key("ＡＣＭＥ Tools Co., Ltd.")).isEqualTo(LegalName.key("acme tools"));
    assertThat(LegalName.key("Müller GmbH & Co. KG")).isEqualTo(LegalName.key("Muller"));
    assertThat(LegalName.key("Castellan Valve S.A.")).isEqualTo(LegalName.key("Castellan Valve"));
    assertThat(LegalName.key("北京大成股份有限公司")).isEqualTo("北京大成");
  }

  @Test
  void groupsBranchesAndOtherTownsAreOtherCompanies() {
    assertThat(LegalName.key("澄宇集团有限公司")).isNotEqualTo(LegalName.key("澄宇有限公司"));
    assertThat(LegalName.key("大成公司苏州分公司")).isNotEqualTo(LegalName.key("大成公司"));
    assertThat(LegalName.key("がけ")).isNotEqualTo(LegalName.key("かけ"));
  }

  @Test
  void aNameThatIsOnlyALegalFormStays() {
    assertThat(LegalName.key("有限公司")).isNotEmpty();
    assertThat(LegalName.key("Co")).isEqualTo("co");
    assertThat(LegalName.key(" .,")).isEmpty();
  }

  @Test
  void theCheckSignOfACreditCodeIsComputed() {
    assertThat(CreditCode.valid("91350100M000100Y43")).isTrue();
    assertThat(CreditCode.valid("9135 0100-m000100y43")).isTrue();
    assertThat(CreditCode.doubtful("91350100M000100Y44")).isTrue();
    assertThat(CreditCode.doubtful("HRB 12345")).isFalse();
    assertThat(CreditCode.valid("91350100M000100I43")).isFalse();
  }
}
