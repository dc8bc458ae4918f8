package app.ringbook.customer.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {
  @ParameterizedTest
  @CsvSource({
    "ACME Trading Ltd., Acme Trading, 1.0",
    "Müller Maschinenbau GmbH, Muller Maschinenbau, 1.0",
    "北京华信科技有限公司, 北京华信科技股份有限公司, 1.0",
    "Acme Trading, Acme Tradng, 0.909",
    "Northwind Traders, Nortwind Traders, 0.9375",
  })
  void spellingsOfOneCompanyAreAlike(String one, String other, double likeness) {
    assertThat(NameLikeness.of(one, other)).isCloseTo(likeness, within(0.001));
  }

  @ParameterizedTest
  @CsvSource({
    "Acme Trading, Acme Treating",
    "Contoso East, Contoso West",
    "北京华信科技有限公司, 北京华兴科技有限公司",
    "Bo, Ba",
    "'', Acme",
  })
  void othersAreNot(String one, String other) {
    assertThat(NameLikeness.of(one, other)).isLessThan(NameLikeness.ALIKE);
  }

  @Test
  void anAlikeNameHasOneOfTheParts() {
    String name = "northwind traders";
    Set<String> parts = Twins.parts(name, name.replace(" ", "").length());
    assertThat(parts).hasSizeGreaterThan(1);
    for (int i = 0; i < name.length(); i++) {
      String other = name.substring(0, i) + "#" + name.substring(i + 1);
      assertThat(parts).as(other).anyMatch(part -> other.contains(part));
    }
  }
}
