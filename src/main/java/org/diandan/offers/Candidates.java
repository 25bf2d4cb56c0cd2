package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.Visits;
import org.diandan.volunteers.Teams;
import org.diandan.volunteers.Volunteers;

/**
 * Who is asked next: members of the team who may come, are free then and were not asked before; those who did least of
 * late first, so that the willing are not worn out, then by a hash, so that a replay asks the same people.
 */
@ApplicationScoped
class Candidates {

    private final OfferRows rows;
    private final Visits visits;
    private final Teams teams;
    private final Volunteers volunteers;
    private final OffersConfig config;
    private final Clock clock;

    Candidates(OfferRows rows, Visits visits, Teams teams, Volunteers volunteers, OffersConfig config, Clock clock) {
        this.rows = rows;
        this.visits = visits;
        this.teams = teams;
        this.volunteers = volunteers;
        this.config = config;
        this.clock = clock;
    }

    /** At most so many; certificates are looked up for those alone who would be asked. */
    List<UUID> next(VisitFacts visit, int many) {
        if (many <= 0) {
            return List.of();
        }
        Instant now = clock.instant();
        Set<UUID> members = new HashSet<>(teams.members(visit.team()));
        members.removeAll(rows.asked(visit.id()));
        members.removeAll(rows.leftAlone(
                visit,
                members,
                config.unansweredADay(),
                now.minus(Duration.ofDays(1)),
                now.minus(config.notThisKind())));
        members.removeAll(volunteers.withoutTime(members, visit.time()));
        return visits.free(visit, members).stream()
                .filter(member -> visits.obstacle(visit, member).isEmpty())
                .limit(many)
                .toList();
    }
}
