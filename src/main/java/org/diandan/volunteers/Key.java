package org.diandan.volunteers;

import java.util.UUID;
import org.diandan.shared.Ids;

/** The key of everything in this room that has an id of its own. */
record Key(String center, UUID id) {

    static Key of(UUID id) {
        return new Key(Ids.centerOf(id), id);
    }
}
