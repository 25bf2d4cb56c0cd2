package org.diandan.residents;

import java.util.UUID;
import org.diandan.shared.Ids;

/** The key of a resident. */
record ResidentKey(String center, UUID id) {

    static ResidentKey of(UUID resident) {
        return new ResidentKey(Ids.centerOf(resident), resident);
    }
}
