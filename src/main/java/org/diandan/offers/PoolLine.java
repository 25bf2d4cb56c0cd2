package org.diandan.offers;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Choice;
import org.diandan.shared.Urgency;

/**
 * A visit that seeks volunteers, in the open pool; no data of the resident.
 *
 * @param riskVersion the version of the service's risks, to be acknowledged when claiming
 */
record PoolLine(
        UUID visit,
        Choice service,
        Choice site,
        Urgency urgency,
        Instant from,
        Instant to,
        int needed,
        int taken,
        int riskVersion,
        String risks) {}
