package org.diandan.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.orders.OrderFixture.IDS;
import static org.diandan.orders.OrderFixture.NOW;

import java.util.List;
import java.util.UUID;
import org.diandan.orders.Audience.Ear;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Scope.Grant;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final UUID VOLUNTEER = IDS.of("371625");
    private static final UUID RESIDENT = IDS.of("371625");

    @Test
    void theChainAndTheResidentsSideAreToldEachStep() {
        assertThat(ear(OrderState.OFFERED, dispatcher("371625003"))).isEqualTo(Ear.STEPS);
        assertThat(ear(OrderState.OFFERED, new Scope(RESIDENT, List.of()))).isEqualTo(Ear.STEPS);
    }

    @Test
    void aVolunteerWhoReadsNoHistoryIsToldThatItChanged() {
        assertThat(ear(OrderState.OFFERED, new Scope(VOLUNTEER, List.of()))).isEqualTo(Ear.CHANGES);
    }

    @Test
    void theNeighbourAndAStrangerAreToldNothing() {
        assertThat(ear(OrderState.OFFERED, dispatcher("371625004"))).isEqualTo(Ear.NOTHING);
        assertThat(ear(OrderState.OFFERED, new Scope(IDS.of("371625"), List.of())))
                .isEqualTo(Ear.NOTHING);
        assertThat(ear(OrderState.OFFERED, Scope.NONE)).isEqualTo(Ear.NOTHING);
    }

    /** What goes on in the order that it was merged into is that order's. */
    @Test
    void ofAMergedOrderTheResidentIsToldThatItChanged() {
        assertThat(ear(OrderState.MERGED, new Scope(RESIDENT, List.of()))).isEqualTo(Ear.CHANGES);
        assertThat(ear(OrderState.MERGED, dispatcher("371625003"))).isEqualTo(Ear.STEPS);
    }

    private static Ear ear(OrderState state, Scope scope) {
        Order order = OrderFixture.in(state);
        return new Audience(
                        order,
                        List.of(
                                new Party(order.id(), PartyKind.SERVED, RESIDENT, NOW),
                                new Party(order.id(), PartyKind.OFFERED, VOLUNTEER, NOW)))
                .ear(scope);
    }

    private static Scope dispatcher(String area) {
        return new Scope(IDS.of("371625"), List.of(new Grant(Role.DISPATCHER, area)));
    }
}
