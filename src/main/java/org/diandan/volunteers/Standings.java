package org.diandan.volunteers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** How many teams stand with any service on any day, from certificates that were read once. */
public final class Standings {

    private final Map<UUID, List<Expertise>> known;
    private final Function<String, Collection<String>> needed;

    /** @param needed the certificates that a service needs */
    Standings(Map<UUID, List<Expertise>> known, Function<String, Collection<String>> needed) {
        this.known = known;
        this.needed = needed;
    }

    /**
     * How the team stands.
     *
     * @param day in the Center's time zone
     * @throws org.diandan.shared.Refused if there is no such service
     */
    public Standing of(UUID team, String service, LocalDate day) {
        return Expertise.standing(needed.apply(service), known.getOrDefault(team, List.of()), day);
    }
}
