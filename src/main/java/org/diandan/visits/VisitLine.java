package org.diandan.visits;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Choice;

/**
 * A visit in the list of a volunteer's own; no data of the resident.
 *
 * @param attendance the volunteer's own
 */
record VisitLine(
        UUID id,
        UUID order,
        Choice state,
        Choice service,
        Choice site,
        Instant from,
        Instant to,
        int needed,
        int taken,
        UUID attendance,
        Choice attendanceState,
        Instant changedAt) {}
