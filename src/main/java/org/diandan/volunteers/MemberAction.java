package org.diandan.volunteers;

import static org.diandan.shared.Role.DISPATCHER;
import static org.diandan.shared.Role.LEADER;
import static org.diandan.shared.Role.VOLUNTEER;
import static org.diandan.volunteers.MemberState.APPROVED;
import static org.diandan.volunteers.MemberState.ASKED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diandan.http.HttpProblem;
import org.diandan.shared.Role;

/**
 * What may be done to someone's place in a team: in which states, by whom. {@link Role#VOLUNTEER} stands for the member
 * himself here.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are never written
enum MemberAction {
    APPROVE(EnumSet.of(ASKED), EnumSet.of(LEADER, DISPATCHER)),
    REFUSE(EnumSet.of(ASKED), EnumSet.of(LEADER, DISPATCHER)),
    LEAVE(EnumSet.of(ASKED, APPROVED), EnumSet.of(VOLUNTEER)),
    DISMISS(EnumSet.of(APPROVED), EnumSet.of(LEADER, DISPATCHER)),
    MAKE_LEADER(EnumSet.of(APPROVED), EnumSet.of(LEADER, DISPATCHER)),
    /** The person stays a member. A leader may lay it down, of themselves too. */
    END_LEADING(EnumSet.of(APPROVED), EnumSet.of(LEADER, DISPATCHER));

    private final Set<MemberState> from;
    private final Set<Role> by;

    MemberAction(Set<MemberState> from, Set<Role> by) {
        this.from = from;
        this.by = by;
    }

    /** What a caller who holds these roles towards the member may do now. */
    static List<MemberAction> open(MemberState state, Set<Role> roles) {
        return Arrays.stream(values())
                .filter(action -> action.from.contains(state) && action.isFor(roles))
                .toList();
    }

    /** Refuses who may not (403), then what is not possible now (409). */
    void check(MemberState state, Set<Role> roles) {
        if (!isFor(roles)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        if (!from.contains(state)) {
            throw VolunteersProblem.MEMBER_NOT_NOW
                    .because()
                    .with("state", state)
                    .with("actions", open(state, roles));
        }
    }

    private boolean isFor(Set<Role> roles) {
        return roles.stream().anyMatch(by::contains);
    }
}
