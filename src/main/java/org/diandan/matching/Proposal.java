package org.diandan.matching;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed to a team, and by whom.
 *
 * @param opening the place of its capacity that is held for it
 * @param explanation why this team, as JSON
 * @param overrideReason why a dispatcher did not take the best one
 */
record Proposal(
        UUID order,
        int round,
        String site,
        String service,
        Urgency urgency,
        UUID team,
        Reach reach,
        Engine engine,
        Opening opening,
        String explanation,
        @Nullable String overrideReason,
        Instant answerDueAt,
        Actor by) {}
