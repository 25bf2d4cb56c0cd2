package org.diandan.volunteers;

import java.util.UUID;
import org.diandan.http.Cursor;

/** Where a list that is ordered by id goes on. */
final class After {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private After() {}

    static UUID id(Cursor cursor) {
        return cursor.isStart() ? BEFORE_ALL : cursor.uuid(0);
    }
}
