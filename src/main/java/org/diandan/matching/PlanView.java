package org.diandan.matching;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.shared.Choice;
import org.diandan.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A plan of all orders of a Center for which a team is sought.
 *
 * @param cause why it was made
 * @param automatic whether the Center's policy puts it into effect without a dispatcher
 * @param askedBy the account; absent where the program planned by itself
 * @param job that makes it; {@code GET /jobs/{id}} tells how far it is, and why it failed
 * @param totals what it comes to; absent until it is made
 * @param expiresAt when it is no longer to be confirmed
 * @param decidedBy who confirmed or discarded it; absent where the program did
 * @param applyJob that puts it into effect
 * @param applied how many of its changes were put into effect
 * @param skipped how many were not, since something had changed; each change tells why
 * @param actions the verbs that may be used now
 */
public record PlanView(
        UUID id,
        int version,
        String center,
        Choice state,
        PlanCause cause,
        boolean automatic,
        @Nullable UUID askedBy,
        Instant askedAt,
        @Nullable UUID job,
        @Nullable PlanTotals totals,
        @Nullable Instant readyAt,
        @Nullable Instant expiresAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable UUID applyJob,
        int applied,
        int skipped,
        @Nullable Instant endedAt,
        List<String> actions)
        implements Resource {

    static String path(String center, UUID plan) {
        return "/centers/" + center + "/plans/" + plan;
    }

    @Override
    public String path() {
        return path(center, id);
    }

    static PlanView of(RoutingPlan plan, @Nullable PlanTotals totals, int applied, int skipped, Locale language) {
        return new PlanView(
                plan.id(),
                plan.version(),
                plan.center(),
                new Choice(plan.state().name(), Texts.of(plan.state(), language)),
                plan.cause(),
                plan.isAutomatic(),
                plan.askedBy(),
                plan.askedAt(),
                plan.job(),
                totals,
                plan.readyAt(),
                plan.expiresAt(),
                plan.decidedBy(),
                plan.decidedAt(),
                plan.applyJob(),
                applied,
                skipped,
                plan.endedAt(),
                plan.actions());
    }
}
