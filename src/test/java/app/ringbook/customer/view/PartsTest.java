package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartsTest {
  @Test
  void onlyLongNamesAreCutAndNoSignIsHalved() {
    assertThat(Parts.brief("李薇")).isEqualTo("李薇");
    assertThat(Parts.brief("Maximiliana Bartholo")).isEqualTo("Maximiliana Bartholo");
    assertThat(Parts.brief("Maximiliana Bartholomew")).isEqualTo("Maximiliana Barthol…");
    assertThat(Parts.brief("𠮷".repeat(21))).isEqualTo("𠮷".repeat(19) + "…");
  }
}
