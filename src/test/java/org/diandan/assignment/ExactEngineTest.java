package org.diandan.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.diandan.shared.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The best plan, against every plan there is, and against its own proof. */
class ExactEngineTest {

    private final ExactEngine engine = new ExactEngine();

    static LongStream seeds() {
        return LongStream.range(0, 600);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noAssignmentIsBetter(long seed) {
        Instance instance = SmallInstances.random(seed);

        Plan plan = engine.plan(instance);

        assertThat(plan.objective())
                .isEqualTo(plan.assignment().objective(instance)) // which refuses what takes too many places
                .isEqualTo(SmallInstances.best(instance));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePricesProveIt(long seed) {
        Instance instance = SmallInstances.random(seed);

        Plan plan = engine.plan(instance);

        assertThat(plan.prices().bound(instance)).isEqualTo(plan.objective());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPriceIsWhatTheBestPlanLosesWithThePlace(long seed) {
        Instance instance = SmallInstances.random(seed);
        Supply supply = instance.supply();
        Plan plan = engine.plan(instance);

        for (int team = 0; team < supply.teams(); team++) {
            for (int slot = 0; slot < supply.slots(); slot++) {
                int price = plan.prices().of(team, slot);
                if (supply.places(team, slot) == 0 || supply.taken(team) == supply.weekly(team)) {
                    assertThat(price).isEqualTo(Prices.CLOSED);
                } else {
                    int tier = supply.tiers().costOfNext(supply.taken(team), supply.weekly(team));
                    long without = engine.plan(with(instance, without(supply, team, slot)))
                            .objective();
                    assertThat((long) price).isEqualTo(plan.objective() - without + tier);
                }
            }
        }
    }

    private static Supply without(Supply supply, int team, int slot) {
        int[] taken = supply.taken();
        int[] places = supply.places();
        taken[team]++;
        places[team * supply.slots() + slot]--;
        return supply.with(taken, places);
    }

    private static Instance with(Instance instance, Supply supply) {
        Instance.Builder builder = Instance.builder(supply);
        for (int order = 0; order < instance.orders(); order++) {
            builder.order(instance.slot(order), instance.value(order), instance.urgency(order));
            for (int arc = instance.firstArc(order); arc < instance.firstArc(order + 1); arc++) {
                builder.arc(order, instance.team(arc), instance.score(arc));
            }
        }
        return builder.build();
    }

    @Test
    void theSameInstanceGivesTheSamePlan() {
        Instance instance = SmallInstances.random(7);

        assertThat(engine.plan(instance).assignment())
                .isEqualTo(engine.plan(instance).assignment());
    }

    @Test
    void anInstanceOfNothingHasAPlan() {
        Instance nothing = Instance.builder(Supply.of(LoadTiers.USUAL, new int[0], new int[0][0]))
                .build();

        Plan plan = engine.plan(nothing);

        assertThat(plan.objective()).isZero();
        assertThat(plan.assignment().matched()).isZero();
        assertThat(plan.prices().bound(nothing)).isZero();
    }

    @Test
    void anOrderThatNobodyMayServeStaysWithoutATeam() {
        Instance.Builder instance = Instance.builder(Supply.of(LoadTiers.USUAL, new int[] {4}, new int[][] {{4}}));
        instance.order(0, 4000, Urgency.EMERGENCY);

        assertThat(engine.plan(instance.build()).assignment().team(0)).isEmpty();
    }

    @Test
    void theBetterOrderGetsTheOnlyPlaceAndItsPriceIsWhatTheOtherWouldBring() {
        Instance.Builder instance = Instance.builder(Supply.of(LoadTiers.FLAT, new int[] {1}, new int[][] {{1}}));
        instance.order(0, 1000, Urgency.PLANNED);
        instance.order(0, 2500, Urgency.URGENT);
        Plan plan = engine.plan(instance.arc(0, 0, 300).arc(1, 0, 200).build());

        assertThat(plan.assignment().team(0)).isEmpty();
        assertThat(plan.assignment().team(1)).hasValue(0);
        assertThat(plan.prices().of(0, 0)).isEqualTo(2700);
    }

    @Test
    void whoLooksInMayStopIt() {
        Instance instance = many(3000);

        assertThatThrownBy(() -> engine.plan(instance, () -> false)).isInstanceOf(CancellationException.class);
        assertThat(engine.plan(instance, () -> true).assignment().matched()).isEqualTo(2000);
    }

    /** So many orders, and places for two thirds of them. */
    private static Instance many(int orders) {
        int[] weekly = {orders / 3, orders / 3};
        int[][] places = {{orders}, {orders}};
        Instance.Builder instance = Instance.builder(Supply.of(LoadTiers.USUAL, weekly, places));
        for (int order = 0; order < orders; order++) {
            instance.order(0, 1000 + 7 * order % 1013, Urgency.NORMAL);
            instance.arc(order, 0, 11 * order % 307).arc(order, 1, 13 * order % 311);
        }
        return instance.build();
    }
}
