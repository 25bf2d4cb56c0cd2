package org.diandan.volunteers;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A team as other rooms know it: what matters for sending it somewhere, and no person.
 *
 * @param site its home site
 * @param categories of the catalogue, the main one first
 * @param coverage codes of sites and divisions; each stands for all below it
 * @param active false while suspended, and for good once dissolved
 * @param slots by day and hour
 */
public record TeamFacts(
        UUID id,
        String center,
        String name,
        String site,
        Set<String> categories,
        List<String> coverage,
        boolean active,
        List<SlotFacts> slots) {

    /** Tells whether this team goes to a site. */
    public boolean covers(String otherSite) {
        return coverage.stream().anyMatch(otherSite::startsWith);
    }

    /** Tells whether this team offers a category of services. */
    public boolean offers(String category) {
        return categories.contains(category);
    }

    static Set<String> ordered(Collection<String> categories) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(categories));
    }
}
