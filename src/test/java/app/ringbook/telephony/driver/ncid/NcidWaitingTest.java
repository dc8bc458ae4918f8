package app.ringbook.telephony.driver.ncid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.DriverBench;
import org.junit.jupiter.api.Test;

/** Somebody calls while people talk. */
class NcidWaitingTest {
  @Test
  void whoWaitsIsASecondCallAndEndsNothing() {
    DriverBench bench = new DriverBench(new NcidDriver());
    bench.open();
    bench.receive("200 Server: ncidd (NCID) 1.14\r\n252 Call log empty\n300 End of startup\n");
    bench.receive("CID: *DATE*11222026*TIME*0930*LINE*1*NMBR*4075551111*MESG*NONE*NAME*ONE*\n");
    Call first = bench.heard.began().getFirst();
    bench.take(first);
    bench.pass(20_000);
    bench.receive("WID: *DATE*11222026*TIME*0931*LINE*1*NMBR*4075552222*MESG*NONE*NAME*TWO*\n");
    assertThat(bench.heard.ended()).isEmpty();
    assertThat(bench.heard.began())
        .extracting(Call::number)
        .containsExactly("4075551111", "4075552222");
    bench.pass(10_000);
    assertThat(bench.heard.ended())
        .extracting(Call::number, Call::outcome)
        .containsExactly(tuple("4075552222", CallOutcome.MISSED));
    bench.receive("CIDINFO: *LINE*1*RING*-2*TIME*09:33:10*\n");
    assertThat(bench.heard.ended())
        .extracting(Call::number, Call::outcome)
        .contains(tuple("4075551111", CallOutcome.ANSWERED));
  }
}
