package org.diandan.volunteers;

import static org.diandan.volunteers.HoursState.ADJUSTED;
import static org.diandan.volunteers.HoursState.PENDING;
import static org.diandan.volunteers.HoursState.REFUSED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What may be done to an entry of the ledger: three verbs of a reviewer, one of the volunteer. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are never written
enum HoursAction {
    CONFIRM(EnumSet.of(PENDING), false),
    ADJUST(EnumSet.of(PENDING), false),
    REFUSE(EnumSet.of(PENDING), false),
    DISPUTE(EnumSet.of(ADJUSTED, REFUSED), true);

    private final Set<HoursState> from;
    private final boolean byVolunteer;

    HoursAction(Set<HoursState> from, boolean byVolunteer) {
        this.from = from;
        this.byVolunteer = byVolunteer;
    }

    /** What the volunteer himself, or else a reviewer, may do now. */
    static List<HoursAction> open(HoursState state, boolean byVolunteer) {
        return Arrays.stream(values())
                .filter(action -> action.byVolunteer == byVolunteer && action.from.contains(state))
                .toList();
    }

    /** Refuses (409) what is not possible now. */
    void check(HoursState state) {
        if (!from.contains(state)) {
            throw VolunteersProblem.HOURS_NOT_NOW
                    .because()
                    .with("state", state)
                    .with("actions", open(state, byVolunteer));
        }
    }
}
