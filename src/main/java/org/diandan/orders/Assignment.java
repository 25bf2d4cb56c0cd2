package org.diandan.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which team has an order, which had it before, and which the resident does not want. */
@Embeddable
class Assignment {

    private @Nullable UUID team;

    private @Nullable UUID routing;

    private @Nullable UUID previousTeam;

    @Column(columnDefinition = "uuid[]")
    private List<UUID> excludedTeams = new ArrayList<>();

    void exclude(List<UUID> teams) {
        excludedTeams.addAll(teams);
    }

    void taken(UUID byTeam, UUID acceptedRouting) {
        team = byTeam;
        routing = acceptedRouting;
    }

    void release() {
        team = null;
        routing = null;
    }

    /** The order goes into a new round: the team of the last one is asked first, or never again. */
    void nextRound(boolean sameTeam) {
        previousTeam = sameTeam ? team : null;
        if (!sameTeam && team != null) {
            excludedTeams.add(team);
        }
        release();
    }

    @Nullable
    UUID team() {
        return team;
    }

    @Nullable
    UUID routing() {
        return routing;
    }

    @Nullable
    UUID previousTeam() {
        return previousTeam;
    }

    List<UUID> excludedTeams() {
        return excludedTeams;
    }
}
