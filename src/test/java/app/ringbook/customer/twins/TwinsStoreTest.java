package app.ringbook.customer.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.NewCustomer;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.testkit.TwinsHouse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

@Tag("S0-23")
class TwinsStoreTest {
  private final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));

  private NewCustomer of(String name, String... phones) {
    return NewCustomer.of(name, Stream.of(phones).map(numbers::parse).toList());
  }

  @OnBothDatabases
  void twinByNumberByNameAndByNearlyTheSameNameNeedsAReason(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      long first = house.store("Northwind Traders Ltd", "138 1234 5678", "Mei");
      for (NewCustomer fresh :
          List.of(
              of("Somebody else", "+86-13812345678"),
              of("NORTHWIND traders"),
              of("Nortwind Traders"))) {
        assertThatThrownBy(() -> house.twins.create(fresh, " "))
            .isInstanceOfSatisfying(
                TwinsFoundException.class,
                e ->
                    assertThat(e.twins())
                        .singleElement()
                        .satisfies(t -> assertThat(t.customerId()).isEqualTo(first))
                        .satisfies(t -> assertThat(t.owner()).isEqualTo("Mei")));
      }
      assertThat(house.customers.count()).isEqualTo(1);
      assertThat(house.twins.create(of("Nortwind Traders"), "Another city").value()).isPositive();
      assertThat(house.twins.create(of("Quite different"), null).value()).isPositive();
    }
  }

  @OnBothDatabases
  void ofManyWhoTypeTheSameAtOnceOneStores(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      List<CompletableFuture<Boolean>> all =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            try {
                              house.twins.create(of("Acme Trading", "010 8888 6666"), null);
                              return true;
                            } catch (TwinsFoundException e) {
                              return false;
                            }
                          }))
              .toList();
      assertThat(all.stream().filter(CompletableFuture::join)).hasSize(1);
      assertThat(house.customers.count()).isEqualTo(1);
    }
  }

  @OnBothDatabases
  void reportNamesPairsOfDifferentOwnersUntilTheyAreSettled(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      long one = house.store("北京华信科技有限公司", "13812345678", "Mei");
      long other = house.store("Huaxin", "+86 138 1234 5678", "Tom");
      house.store("Contoso Trading East", "13900000001", "Mei");
      house.store("Contoso Tradings East", "13900000002", "Tom");
      house.store("Contoso Tradings Easts", "13900000003", "Tom");
      List<Collision> found = house.collisions.report(true, Progress.NONE);
      assertThat(found).extracting(Collision::why).startsWith(Twin.Why.PHONE).hasSize(3);
      assertThat(found.getFirst().one().id()).isEqualTo(one);
      assertThat(found.getFirst().other().id()).isEqualTo(other);
      assertThat(house.collisions.report(false, Progress.NONE)).hasSize(4);

      long assigned = house.collisions.assign(found.getFirst(), "Tom");
      assertThat(house.customers.portrait(one).customer().owner()).isEqualTo("Tom");
      assertThat(house.collisions.report(true, Progress.NONE)).hasSize(2);
      test.database().undo(assigned);
      assertThat(house.collisions.report(true, Progress.NONE)).hasSize(3);

      house.collisions.different(found.getFirst(), "Two branches");
      assertThat(house.collisions.report(false, Progress.NONE)).hasSize(3);
      house.customers.delete(one);
      assertThat(house.customers.count()).isEqualTo(4);
    }
  }

  @OnBothDatabases
  void takenSaysHowItStandsAndNothingElse(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      house.store("北京华信科技有限公司", "13812345678", "Mei");
      house.store("Acme Trading", "010 8888 6666", "");
      assertThat(house.taken.ask("+86 138-1234-5678"))
          .isEqualTo(new Taken.Answer(Taken.State.OWNED, "Mei", null));
      assertThat(house.taken.ask("北京 华信 科技").state()).isEqualTo(Taken.State.OWNED);
      assertThat(house.taken.ask("acme trading ltd."))
          .isEqualTo(new Taken.Answer(Taken.State.POOL, null, null));
      assertThat(house.taken.ask("Nobody knows them").state()).isEqualTo(Taken.State.FREE);
      assertThat(house.taken.ask(" ").state()).isEqualTo(Taken.State.FREE);
    }
  }
}
