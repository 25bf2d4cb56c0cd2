package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.matching.Examples.TEAM;
import static org.diandan.matching.Examples.search;
import static org.diandan.matching.Examples.team;

import java.util.List;
import java.util.Set;
import org.diandan.policies.OrderValue;
import org.diandan.policies.Policy;
import org.diandan.residents.Circumstance;
import org.diandan.shared.Urgency;
import org.junit.jupiter.api.Test;

class WorthTest {

    private static final OrderValue STANDARD = Policy.STANDARD.rules().value();

    @Test
    void whatIsMoreUrgentIsWorthMore() {
        assertThat(points(Urgency.PLANNED)).isEqualTo(1000);
        assertThat(points(Urgency.NORMAL)).isEqualTo(1500);
        assertThat(points(Urgency.URGENT)).isEqualTo(2500);
        assertThat(points(Urgency.EMERGENCY)).isEqualTo(4000);
    }

    @Test
    void threeCircumstancesAddToEachOtherAndTheOthersDoNotCount() {
        assertThat(points(Urgency.PLANNED, 0, Circumstance.LIVES_ALONE)).isEqualTo(1250);
        assertThat(points(Urgency.PLANNED, 0, Circumstance.OVER_80, Circumstance.DISABLED))
                .isEqualTo(1400);
        assertThat(points(Urgency.PLANNED, 0, Circumstance.LOW_INCOME)).isEqualTo(1000);
    }

    @Test
    void eachQuarterOfTheTimeLimitAddsFivePercent() {
        assertThat(points(Urgency.NORMAL, 1)).isEqualTo(1575);
        assertThat(points(Urgency.NORMAL, 4)).isEqualTo(1800);
    }

    @Test
    void anOrderWaitsWhereItsWorthAndTheScoreComeToNoMoreThanZero() {
        // 776 points without the price, and a worth of 1500.
        assertThat(decide(Urgency.NORMAL, 2275)).isTrue();
        assertThat(decide(Urgency.NORMAL, 2276)).isFalse();
    }

    @Test
    void anUrgentOrderTakesTheBestTeamWhateverItsPrice() {
        assertThat(decide(Urgency.URGENT, 9999)).isTrue();
        assertThat(decide(Urgency.EMERGENCY, 9999)).isTrue();
    }

    @Test
    void aReopenedOrderGoesBackToItsTeamWhateverItsPrice() {
        var reopened = new Search(
                Examples.ORDER, Examples.JINXIU, Examples.CONVENIENCE, TEAM, Set.of(), Set.of(), Reach.VILLAGE);
        var inputs = new Inputs(
                reopened, Examples.NORMAL, List.of(team().priced(9999).candidate()));

        assertThat(inputs.decide(Policy.STANDARD.rules())).isPresent();
    }

    private static boolean decide(Urgency urgency, int price) {
        var worth = new Worth(urgency, false, false, false, 0);
        return new Inputs(search(), worth, List.of(team().priced(price).candidate()))
                .decide(Policy.STANDARD.rules())
                .isPresent();
    }

    private static int points(Urgency urgency, Circumstance... circumstances) {
        return points(urgency, 0, circumstances);
    }

    private static int points(Urgency urgency, int quarters, Circumstance... circumstances) {
        return Worth.of(urgency, Set.of(circumstances), quarters).points(STANDARD);
    }
}
