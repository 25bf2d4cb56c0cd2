package org.diandan.volunteers;

import static org.diandan.shared.Role.AUDITOR;
import static org.diandan.shared.Role.CLERK;
import static org.diandan.shared.Role.DISPATCHER;
import static org.diandan.shared.Role.LEADER;
import static org.diandan.shared.Role.VOLUNTEER;
import static org.diandan.volunteers.TeamState.ACTIVE;
import static org.diandan.volunteers.TeamState.SUSPENDED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diandan.http.HttpProblem;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;

/** What may be done to a team: in which states, by whom. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are never written
enum TeamAction {
    CHANGE(EnumSet.of(ACTIVE, SUSPENDED), EnumSet.of(DISPATCHER)),
    COVER(EnumSet.of(ACTIVE, SUSPENDED), EnumSet.of(LEADER, DISPATCHER)),
    OFFER_SLOTS(EnumSet.of(ACTIVE, SUSPENDED), EnumSet.of(LEADER, DISPATCHER)),
    JOIN(EnumSet.of(ACTIVE), EnumSet.of(VOLUNTEER)),
    SUSPEND(EnumSet.of(ACTIVE), EnumSet.of(DISPATCHER)),
    RESUME(EnumSet.of(SUSPENDED), EnumSet.of(DISPATCHER)),
    DISSOLVE(EnumSet.of(ACTIVE, SUSPENDED), EnumSet.of(DISPATCHER));

    private final Set<TeamState> from;
    private final Set<Role> by;

    TeamAction(Set<TeamState> from, Set<Role> by) {
        this.from = from;
        this.by = by;
    }

    /** The roles that a caller holds towards a team. */
    static Set<Role> roles(Team team, Scope scope) {
        var roles = EnumSet.noneOf(Role.class);
        if (scope.holds(VOLUNTEER)) {
            roles.add(VOLUNTEER);
        }
        if (scope.isIn(team.id(), LEADER)) {
            roles.add(LEADER);
        }
        for (Role role : List.of(CLERK, DISPATCHER, AUDITOR)) {
            if (scope.covers(team.site(), role)) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** What a caller who holds these roles towards the team may do to it now. */
    static List<TeamAction> open(TeamState state, Set<Role> roles) {
        return Arrays.stream(values())
                .filter(action -> action.from.contains(state) && action.isFor(roles))
                .toList();
    }

    /** Refuses who may not (403), then what is not possible now (409). */
    void check(TeamState state, Set<Role> roles) {
        if (!isFor(roles)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        if (!from.contains(state)) {
            throw VolunteersProblem.TEAM_NOT_NOW.because().with("state", state).with("actions", open(state, roles));
        }
    }

    private boolean isFor(Set<Role> roles) {
        return roles.stream().anyMatch(by::contains);
    }
}
