package org.diandan.visits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.shared.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer's attendance, for the volunteer and for those who decide about it.
 *
 * @param late whether they withdrew too late
 * @param reason why they left, or were excused or not
 * @param dispute what the volunteer says to having been missed
 * @param actions the verbs that the caller may use now
 */
record AttendanceView(
        UUID id,
        int version,
        UUID visit,
        UUID volunteer,
        String name,
        Choice state,
        boolean late,
        @Nullable Choice reason,
        @Nullable Instant missedAt,
        @Nullable Instant disputedAt,
        @Nullable String dispute,
        @Nullable Instant decidedAt,
        List<AttendanceAction> actions)
        implements Resource {

    @Override
    public String path() {
        return "/attendances/" + id;
    }
}
