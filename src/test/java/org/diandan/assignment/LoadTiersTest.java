package org.diandan.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a visit costs by how full the week is. */
class LoadTiersTest {

    @Test
    void aVisitCostsByTheBandThatItFallsInto() {
        // Of ten visits five are free, two cost 60, two 150, the last 300: floors of 5, 7.5, 9, 10.
        assertThat(List.of(0, 4, 5, 6, 7, 8, 9))
                .extracting(taken -> LoadTiers.USUAL.costOfNext(taken, 10))
                .containsExactly(0, 0, 60, 60, 150, 150, 300);
    }

    @Test
    void theWeekCostsTheSumOfItsVisits() {
        for (int capacity = 0; capacity < 40; capacity++) {
            for (int taken = 0; taken <= capacity; taken++) {
                long sum = 0;
                for (int load = taken; load <= capacity; load++) {
                    assertThat(LoadTiers.USUAL.cost(taken, load, capacity)).isEqualTo(sum);
                    sum += LoadTiers.USUAL.costOfNext(load, capacity);
                }
            }
        }
    }

    @Test
    void aTeamOfOneIsFullWithItsFirstVisit() {
        assertThat(LoadTiers.USUAL.costOfNext(0, 1)).isEqualTo(300);
    }

    @Test
    void bandsThatFallOrEndElsewhereAreRefused() {
        assertThatThrownBy(() -> new LoadTiers(List.of(new LoadTier(50, 10), new LoadTier(100, 5))))
                .isInstanceOf(BrokenInstance.class);
        assertThatThrownBy(() -> new LoadTiers(List.of(new LoadTier(50, 0), new LoadTier(50, 5))))
                .isInstanceOf(BrokenInstance.class);
        assertThatThrownBy(() -> new LoadTiers(List.of(new LoadTier(50, -1), new LoadTier(100, 5))))
                .isInstanceOf(BrokenInstance.class);
        assertThatThrownBy(() -> new LoadTiers(List.of(new LoadTier(99, 0)))).isInstanceOf(BrokenInstance.class);
        assertThatThrownBy(() -> new LoadTiers(List.of())).isInstanceOf(BrokenInstance.class);
    }
}
