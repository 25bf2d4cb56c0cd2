package org.diandan.volunteers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A team as anyone signed in may see it: no person in it.
 *
 * @param reason why it is suspended or dissolved, for those who run it
 * @param actions what the caller may do to it now
 */
record TeamView(
        UUID id,
        String name,
        String site,
        @Nullable UUID organisation,
        List<String> categories,
        List<String> coverage,
        List<SlotFacts> slots,
        TeamState state,
        @Nullable String reason,
        Instant changedAt,
        List<TeamAction> actions,
        @JsonIgnore int version)
        implements Resource {

    static TeamView of(Team team, Set<Role> roles) {
        return new TeamView(
                team.id(),
                team.name(),
                team.site(),
                team.organisation(),
                team.categories(),
                team.coverage(),
                team.slots(),
                team.state(),
                roles.stream().anyMatch(role -> role != Role.VOLUNTEER) ? team.reason() : null,
                team.changedAt(),
                TeamAction.open(team.state(), roles),
                team.version());
    }

    @Override
    public String path() {
        return "/teams/" + id;
    }
}
