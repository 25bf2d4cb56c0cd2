package org.diandan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.diandan.shared.Scope.Grant;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private final Ids ids = new Ids(Clock.systemUTC(), new Random(1));
    private final UUID account = ids.of("371625");
    private final UUID team = ids.of("210521");

    @Test
    void aTownshipsDispatcherReachesItsVillagesAndPointsAndNothingBeside() {
        Scope scope = new Scope(account, List.of(new Grant(Role.DISPATCHER, "371625003")));

        assertThat(scope.covers("371625003010", Role.DISPATCHER)).isTrue();
        assertThat(scope.covers("371625003010-001", Role.DISPATCHER)).isTrue();
        assertThat(scope.covers("371625004010", Role.DISPATCHER)).isFalse();
        assertThat(scope.covers("371625", Role.DISPATCHER)).isFalse();
        assertThat(scope.covers("371625003010", Role.CLERK)).isFalse();
    }

    @Test
    void aCodeOfNoLevelIsNoArea() {
        assertThatThrownBy(() -> new Area("33010")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Area("3301").covers("330102")).isTrue();
    }

    @Test
    void theCentersAreThoseOfTheAccountTheAreasAndTheTeams() {
        Scope scope = new Scope(
                account,
                List.of(
                        new Grant(Role.VOLUNTEER, ""),
                        new Grant(Role.CLERK, "210321102209"),
                        new Grant(Role.LEADER, team.toString())));

        assertThat(scope.centers()).containsExactlyInAnyOrder("371625", "210321", "210521");
        assertThat(scope.isIn(team, Role.LEADER)).isTrue();
        assertThat(scope.isIn(team, Role.EXPERT)).isFalse();
    }
}
