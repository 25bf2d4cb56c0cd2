package org.diandan.rights;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** A room that knows how people are called; a CDI bean. */
public interface Naming {

    /** The names, in full, of those of these ids that the room knows. */
    Map<UUID, String> names(Collection<UUID> people);
}
