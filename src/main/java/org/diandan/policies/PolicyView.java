package org.diandan.policies;

import java.time.Instant;
import java.util.UUID;
import org.diandan.http.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What holds in a Center.
 *
 * @param policy with its version, which the entity tag carries too
 * @param reason why it was decided; with who and when absent for the standard, which nobody decided
 */
public record PolicyView(
        String center,
        Policy policy,
        @Nullable String reason,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt) implements Resource {

    static PolicyView of(String center, PolicyEntry entry) {
        return new PolicyView(center, entry.policy(), entry.reason(), entry.decidedBy(), entry.decidedAt());
    }

    static PolicyView standard(String center) {
        return new PolicyView(center, Policy.STANDARD, null, null, null);
    }

    @Override
    public String path() {
        return "/centers/" + center + "/policy";
    }

    @Override
    public int version() {
        return policy.version();
    }
}
