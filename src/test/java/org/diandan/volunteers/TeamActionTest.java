package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.volunteers.Refusals.assertRefused;
import static org.diandan.volunteers.Someone.JINXIU;
import static org.diandan.volunteers.VolunteersProblem.TEAM_NOT_NOW;

import java.util.List;
import java.util.Set;
import org.diandan.http.HttpProblem;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Scope.Grant;
import org.junit.jupiter.api.Test;

class TeamActionTest {

    @Test
    void aLeaderSetsSlotsAndADispatcherDissolves() {
        var team = Someone.team();
        var leader =
                TeamAction.roles(team, holding(new Grant(Role.LEADER, team.id().toString())));
        var dispatcher = TeamAction.roles(team, holding(new Grant(Role.DISPATCHER, "371625")));

        assertThat(TeamAction.open(team.state(), leader)).containsExactly(TeamAction.COVER, TeamAction.OFFER_SLOTS);
        assertThat(TeamAction.open(team.state(), dispatcher)).contains(TeamAction.DISSOLVE, TeamAction.SUSPEND);
        assertRefused(HttpProblem.FORBIDDEN, () -> TeamAction.DISSOLVE.check(team.state(), leader));
    }

    @Test
    void theNeighboursHaveNoRoleTowardsTheTeam() {
        var team = Someone.team();

        assertThat(TeamAction.roles(
                        team,
                        holding(
                                new Grant(Role.DISPATCHER, "371626"),
                                new Grant(Role.CLERK, JINXIU),
                                new Grant(Role.LEADER, Someone.id().toString()))))
                .isEmpty();
    }

    @Test
    void aDissolvedTeamIsNotDissolvedAgain() {
        var dispatcher = Set.of(Role.DISPATCHER);

        var refused = assertRefused(TEAM_NOT_NOW, () -> TeamAction.DISSOLVE.check(TeamState.DISSOLVED, dispatcher));

        assertThat(refused.members()).containsEntry("state", TeamState.DISSOLVED);
    }

    private static Scope holding(Grant... grants) {
        return new Scope(Someone.id(), List.of(grants));
    }
}
