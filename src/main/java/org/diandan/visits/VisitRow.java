package org.diandan.visits;

import java.time.Instant;
import java.util.UUID;

/** What is read of a visit for the list of a volunteer's own. */
record VisitRow(
        UUID id,
        UUID order,
        VisitState state,
        String service,
        String site,
        Instant from,
        Instant to,
        int needed,
        int taken,
        UUID attendance,
        AttendanceState attendanceState,
        Instant changedAt) {}
