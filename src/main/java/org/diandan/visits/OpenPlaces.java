package org.diandan.visits;

import java.util.Set;
import java.util.UUID;
import org.diandan.http.Cursor;

/**
 * Which visits that seek volunteers are asked for.
 *
 * @param area code of a site or division of the center; all below it too
 * @param services the only ones that are wanted
 * @param volunteer who asks: visits that they come to are left out
 * @param after the start, or after a visit's begin and id
 */
public record OpenPlaces(String center, String area, Set<String> services, UUID volunteer, Cursor after, int limit) {

    public OpenPlaces {
        services = Set.copyOf(services);
    }
}
