package org.diandan.matching;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A plan of all orders of a Center for which a team is sought: made, shown, and put into effect once somebody confirms
 * it. The only writer of its state is {@link #move}.
 */
@Entity
@IdClass(RoutingPlan.Key.class)
class RoutingPlan {

    public record Key(String center, UUID id) {
        static Key of(UUID id) {
            return new Key(Ids.centerOf(id), id);
        }
    }

    @Id
    private String center;

    @Id
    private UUID id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private PlanState state;

    @Enumerated(EnumType.STRING)
    private PlanCause cause;

    private boolean automatic;
    private @Nullable UUID askedBy;
    private Instant askedAt;
    private @Nullable UUID job;
    private @Nullable Instant readyAt;
    private @Nullable Instant expiresAt;
    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable UUID applyJob;
    private @Nullable Instant endedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String totals;

    @SuppressWarnings("NullAway.Init")
    RoutingPlan() {}

    /** The job makes it. */
    void begin(UUID planning) {
        job = planning;
    }

    /** It can be looked at, and confirmed until then. */
    void ready(String comesTo, Instant now, Instant until) {
        move(PlanState.READY, PlanState.PLANNING);
        totals = comesTo;
        readyAt = now;
        expiresAt = until;
    }

    /** There is nothing to be made better. */
    void unchanged(String comesTo, Instant now) {
        move(PlanState.UNCHANGED, PlanState.PLANNING);
        totals = comesTo;
        endedAt = now;
    }

    void fail(Instant now) {
        move(PlanState.FAILED, PlanState.PLANNING);
        endedAt = now;
    }

    /** Somebody, or the Center's policy, wants it; the job puts it into effect. */
    void confirm(Actor actor, UUID applying, Instant now) {
        move(PlanState.APPLYING, PlanState.READY);
        decidedBy = actor.account();
        decidedAt = now;
        applyJob = applying;
    }

    void applied(Instant now) {
        move(PlanState.APPLIED, PlanState.APPLYING);
        endedAt = now;
    }

    /** Nobody wants it; a plan that is still being made is given up. */
    void discard(Actor actor, Instant now) {
        move(PlanState.DISCARDED, PlanState.PLANNING, PlanState.READY);
        decidedBy = actor.account();
        decidedAt = now;
        endedAt = now;
    }

    void expire(Instant now) {
        move(PlanState.EXPIRED, PlanState.READY);
        endedAt = now;
    }

    private void move(PlanState to, PlanState... from) {
        if (!List.of(from).contains(state)) {
            throw MatchingProblem.PLAN_NOT_NOW.because().with("state", state).with("actions", actions());
        }
        state = to;
    }

    /** The verbs that a dispatcher of the Center may use now. */
    List<String> actions() {
        return switch (state) {
            case PLANNING -> List.of("discard");
            case READY -> List.of("apply", "discard");
            case APPLYING, APPLIED, UNCHANGED, DISCARDED, EXPIRED, FAILED -> List.of();
        };
    }

    /** Who wants it put into effect; the program where the policy says so. */
    Actor decider() {
        return new Actor(decidedBy);
    }

    String center() {
        return center;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    PlanState state() {
        return state;
    }

    PlanCause cause() {
        return cause;
    }

    boolean isAutomatic() {
        return automatic;
    }

    @Nullable
    UUID askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable
    UUID job() {
        return job;
    }

    @Nullable
    Instant readyAt() {
        return readyAt;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    UUID decidedBy() {
        return decidedBy;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    UUID applyJob() {
        return applyJob;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    String totals() {
        return totals;
    }
}
