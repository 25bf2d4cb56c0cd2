package org.diandan.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.diandan.shared.Urgency;
import org.junit.jupiter.api.Test;

/** What an assignment is worth, and when it is none. */
class AssignmentTest {

    private final Instance instance = threeOrders();

    @Test
    void itIsWorthValueAndScoreLessTheLoadTiers() {
        // Team 0 has two visits a week: the first is free, the second beyond 90 percent.
        assertThat(worth(0, 0, -1)).isEqualTo(1000 + 10 + 1500 + 20 - 300);
        assertThat(worth(0, 1, -1)).isEqualTo(1000 + 10 + 1500 + 200 - 300);
        assertThat(worth(-1, -1, -1)).isZero();
    }

    @Test
    void aSlotHoldsNoMoreThanItsPlaces() {
        assertThatThrownBy(() -> worth(-1, 1, 1))
                .isInstanceOf(BrokenInstance.class)
                .hasMessage("team 1 has no place left in slot 1 for order 2");
    }

    @Test
    void aWeekHoldsNoMoreThanItsVisits() {
        assertThatThrownBy(() -> worth(0, 0, 0))
                .isInstanceOf(BrokenInstance.class)
                .hasMessage("team 0 has no visit left in its week for order 2");
    }

    @Test
    void aTeamThatMayNotServeTheOrderIsRefused() {
        assertThatThrownBy(() -> worth(1, -1, -1))
                .isInstanceOf(BrokenInstance.class)
                .hasMessage("team 1 may not serve order 0");
    }

    private long worth(int... teams) {
        return Assignment.of(teams).objective(instance);
    }

    private static Instance threeOrders() {
        Supply supply = Supply.of(LoadTiers.USUAL, new int[] {2, 1}, new int[][] {{3, 3}, {0, 1}});
        Instance.Builder instance = Instance.builder(supply);
        instance.order(0, 1000, Urgency.PLANNED);
        instance.order(1, 1500, Urgency.NORMAL);
        instance.order(1, 2500, Urgency.URGENT);
        return instance.arc(0, 0, 10)
                .arc(1, 0, 20)
                .arc(1, 1, 200)
                .arc(2, 0, 30)
                .arc(2, 1, 300)
                .build();
    }
}
