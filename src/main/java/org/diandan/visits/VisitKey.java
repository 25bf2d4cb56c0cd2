package org.diandan.visits;

import java.util.UUID;
import org.diandan.shared.Ids;

/** The key of a visit and of an attendance: the center first, so that every statement names it. */
public record VisitKey(String center, UUID id) {

    static VisitKey of(UUID id) {
        return new VisitKey(Ids.centerOf(id), id);
    }
}
