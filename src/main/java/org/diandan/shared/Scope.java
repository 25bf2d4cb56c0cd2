package org.diandan.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an account may reach: its grants, as every query that takes a scope reads them.
 *
 * @param account the account signed in; absent for an anonymous caller
 * @param grants what it was granted
 */
public record Scope(@Nullable UUID account, List<Grant> grants) {

    /** Nobody's scope: reaches nothing. */
    public static final Scope NONE = new Scope(null, List.of());

    /**
     * One role within one scope.
     *
     * @param scope empty, a team's id, or a site's code, as {@link Role#reach()} says
     */
    public record Grant(Role role, String scope) {}

    public Scope {
        grants = List.copyOf(grants);
    }

    /** Tells whether the account holds the role anywhere. */
    public boolean holds(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Tells whether one of the roles reaches this site or division. */
    public boolean covers(String site, Role... roles) {
        return areas(roles).stream().anyMatch(area -> area.covers(site));
    }

    /** The areas in which the account holds one of the roles. */
    public Set<Area> areas(Role... roles) {
        return grants.stream()
                .filter(grant -> grant.role().reach() == Role.Reach.AREA
                        && Arrays.asList(roles).contains(grant.role()))
                .map(grant -> new Area(grant.scope()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The teams in which the account holds one of the roles. */
    public Set<UUID> teams(Role... roles) {
        return grants.stream()
                .filter(grant -> grant.role().reach() == Role.Reach.TEAM
                        && Arrays.asList(roles).contains(grant.role()))
                .map(grant -> UUID.fromString(grant.scope()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Tells whether the account holds one of the roles in the team. */
    public boolean isIn(@Nullable UUID team, Role... roles) {
        return team != null && teams(roles).contains(team);
    }

    /** The centers that a query for this account names: its own and those of its areas and teams. */
    public Set<String> centers() {
        var centers = grants.stream()
                .flatMap(grant -> switch (grant.role().reach()) {
                    case AREA -> grant.scope().length() < 6 ? Stream.empty() : Stream.of(Area.centerOf(grant.scope()));
                    case TEAM -> Stream.of(Ids.centerOf(UUID.fromString(grant.scope())));
                    case SELF, INSTALLATION -> Stream.<String>empty();
                })
                .collect(Collectors.toSet());
        if (account != null) {
            centers.add(Ids.centerOf(account));
        }
        return Set.copyOf(centers);
    }
}
