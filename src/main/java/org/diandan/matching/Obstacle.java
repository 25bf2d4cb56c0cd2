package org.diandan.matching;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.diandan.volunteers.Standing;

/** Why a team cannot be asked, a stable code each. The first that applies, in this order, is the one that is told. */
enum Obstacle {
    TEAM_INACTIVE((search, team) -> !team.active()),
    NOT_IN_COVERAGE(
            (search, team) -> !search.asksFirst(team) && !search.reach().takesIn(team.coverage(), search.site())),
    CATEGORY_NOT_OFFERED((search, team) -> !team.categories().contains(search.category())),
    QUALIFICATION_MISSING((search, team) -> team.standing() == Standing.MISSING),
    /** At the time of the visit, not today. */
    QUALIFICATION_EXPIRED((search, team) -> team.standing() == Standing.EXPIRED),
    SLOT_UNAVAILABLE((search, team) -> team.availability() == Availability.NO_SLOT),
    SLOT_FULL((search, team) -> team.availability() == Availability.SLOT_FULL),
    CAPACITY_FULL((search, team) -> team.availability() == Availability.ALL_FULL),
    EXCLUDED_BY_RESIDENT((search, team) -> search.excluded().contains(team.team())),
    PAIR_RULE((search, team) -> !team.meetsPairRule()),
    RECENTLY_DECLINED_THIS_ORDER((search, team) -> search.refused().contains(team.team()));

    /** Without state: each is a lambda that captures nothing. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiPredicate<Search, Candidate> applies;

    Obstacle(BiPredicate<Search, Candidate> applies) {
        this.applies = applies;
    }

    /** What keeps this team from being asked, if anything does. */
    static Optional<Obstacle> of(Search search, Candidate candidate) {
        return Arrays.stream(values())
                .filter(obstacle -> obstacle.applies.test(search, candidate))
                .findFirst();
    }

    /** Tells whether a dispatcher may ask the team all the same, with a reason: what is merely usual, never what is right. */
    boolean mayBeOverruled() {
        return this == NOT_IN_COVERAGE || this == RECENTLY_DECLINED_THIS_ORDER;
    }
}
