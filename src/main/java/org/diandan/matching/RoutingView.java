package org.diandan.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.shared.Choice;
import org.diandan.shared.TimeWindow;
import org.diandan.shared.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A routing as one caller may see it.
 *
 * @param slot the time that is held for it among the team's weekly ones; the visit is planned later
 * @param reason why it was declined, withdrawn or ended
 * @param text words of the leader beside the reason
 * @param overrideReason why a dispatcher did not take the first of the ranking; for dispatchers and auditors
 * @param explanation why this team was asked; for dispatchers and auditors
 * @param actions the verbs that the caller may use now
 */
public record RoutingView(
        UUID id,
        int version,
        UUID order,
        int round,
        UUID team,
        Choice state,
        String service,
        String site,
        Urgency urgency,
        Engine engine,
        Reach reach,
        TimeWindow slot,
        @Nullable String reason,
        @Nullable String text,
        Instant proposedAt,
        Instant answerDueAt,
        @Nullable Instant answeredAt,
        Instant updatedAt,
        @Nullable String overrideReason,
        @Nullable Explanation explanation,
        List<String> actions)
        implements Resource {

    static final String PATH = "/routings/";

    @Override
    public String path() {
        return PATH + id;
    }

    static RoutingView of(Routing routing, Choice state, boolean leader, @Nullable Explanation explanation) {
        return new RoutingView(
                routing.id(),
                routing.version(),
                routing.order(),
                routing.round(),
                routing.team(),
                state,
                routing.service(),
                routing.site(),
                routing.urgency(),
                routing.engine(),
                routing.reach(),
                routing.time(),
                routing.reason(),
                routing.note(),
                routing.proposedAt(),
                routing.answerDueAt(),
                routing.answeredAt(),
                routing.updatedAt(),
                explanation == null ? null : routing.overrideReason(),
                explanation,
                RoutingAction.open(routing.state(), leader));
    }
}
