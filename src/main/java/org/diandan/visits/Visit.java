package org.diandan.visits;

import static org.diandan.visits.VisitState.CANCELLED;
import static org.diandan.visits.VisitState.PLANNED;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A visit and its verbs; each leaves a {@link Step} to be told. The only writer of its state is {@link #move}; the places
 * taken are counted by the guarded updates of {@link VisitRows}.
 */
@Entity
@Table(name = "visit")
@IdClass(VisitKey.class)
class Visit {

    @Id
    private String center;

    @Id
    private UUID id;

    @Version
    private int version;

    @Embedded
    private PlannedPlaces plan;

    private int taken;

    @Enumerated(EnumType.STRING)
    private Wave wave;

    @Column
    private @Nullable Instant placeTakenAt;

    @Enumerated(EnumType.STRING)
    private VisitState state;

    private @Nullable UUID lead;
    private String code;
    private @Nullable Instant askedAt;
    private @Nullable String report;
    private @Nullable Instant reportedAt;

    @Column
    private @Nullable UUID reportedBy;

    private boolean reportOverdue;

    @Column
    private Instant plannedAt;

    @Column
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    Visit() {}

    /** @param code six digits that the resident or clerk shows at the check-in */
    Visit(UUID id, PlannedPlaces plan, String code, Instant now) {
        this.center = Ids.centerOf(id);
        this.id = id;
        this.plan = plan;
        this.state = PLANNED;
        this.wave = Wave.TEAM;
        this.code = code;
        this.plannedAt = now;
        this.changedAt = now;
    }

    /** What tells that it was planned. */
    Step<VisitAction, VisitState> planned() {
        return new Step<>(VisitAction.PLAN, null, PLANNED);
    }

    /** It is the next visit of its order: volunteers are asked from now on. */
    void seek(Instant now) {
        askedAt = now;
        changedAt = now;
    }

    /** Volunteers are asked as far around as this from now on. */
    Step<VisitAction, VisitState> widen(Wave to, Instant now) {
        var step = move(VisitAction.WIDEN, PLANNED, Set.of(Who.PROGRAM), now);
        wave = to;
        return step;
    }

    /** @throws org.diandan.shared.Refused if nobody can join now, whoever it is */
    void checkSeeking(Instant now) {
        if (state != PLANNED || askedAt == null || !now.isBefore(plan.toAt())) {
            throw VisitsProblem.NOT_SEEKING.because().with("state", state);
        }
        if (isFull()) {
            throw VisitsProblem.PLACE_TAKEN.because();
        }
    }

    /** Names who leads, or that nobody does until the next adult joins. */
    void led(@Nullable UUID volunteer, Instant now) {
        lead = volunteer;
        changedAt = now;
    }

    Step<VisitAction, VisitState> changeLead(Set<Who> who, UUID volunteer, Instant now) {
        var step = move(VisitAction.LEAD, state, who, now);
        lead = volunteer;
        return step;
    }

    Step<VisitAction, VisitState> open(Instant now) {
        return move(VisitAction.OPEN, VisitState.OPEN, Set.of(Who.PROGRAM), now);
    }

    /** From now on the leader or a dispatcher may finish it (T11). */
    void reportIsOverdue(Instant now) {
        reportOverdue = true;
        changedAt = now;
    }

    /** @throws org.diandan.shared.Refused if not the lead volunteer tells it, and it is too early or not simply done */
    Step<VisitAction, VisitState> report(Set<Who> who, VisitOutcome outcome, String text, UUID by, Instant now) {
        check(VisitAction.REPORT, who);
        if (!who.contains(Who.LEAD_VOLUNTEER) && (!reportOverdue || outcome != VisitOutcome.DONE)) {
            throw VisitsProblem.REPORT_NOT_OVERDUE.because();
        }
        report = text;
        reportedAt = now;
        reportedBy = by;
        return move(VisitAction.REPORT, outcome.state(), who, now);
    }

    Step<VisitAction, VisitState> cancel(Instant now) {
        return move(VisitAction.CANCEL, CANCELLED, Set.of(Who.PROGRAM), now);
    }

    /** @throws org.diandan.shared.Refused 403 if the verb is never theirs, 409 if it is not possible now */
    void check(VisitAction action, Set<Who> who) {
        if (!action.isFor(who)) {
            throw VisitsProblem.NOT_YOURS.because(action);
        }
        if (!action.from().contains(state)) {
            throw VisitsProblem.NOT_NOW
                    .because(action, state)
                    .with("state", state)
                    .with("actions", VisitAction.open(state, who));
        }
    }

    private Step<VisitAction, VisitState> move(VisitAction action, VisitState target, Set<Who> who, Instant now) {
        check(action, who);
        if (!action.to().contains(target)) {
            throw new IllegalStateException(action + " does not lead to " + target);
        }
        var step = new Step<>(action, state, target);
        state = target;
        changedAt = now;
        return step;
    }

    VisitFacts facts() {
        return new VisitFacts(
                id,
                center,
                plan.orderId(),
                plan.round(),
                plan.number(),
                plan.team(),
                plan.resident(),
                plan.service(),
                plan.site(),
                plan.fromAt(),
                plan.toAt(),
                plan.insurance(),
                plan.needed(),
                taken,
                state,
                plan.planVersion(),
                plan.urgency(),
                askedAt,
                wave,
                lead);
    }

    boolean isFull() {
        return taken >= plan.needed();
    }

    boolean isPlanned() {
        return state == PLANNED;
    }

    boolean isAsked() {
        return askedAt != null;
    }

    boolean isReportOverdue() {
        return reportOverdue;
    }

    UUID id() {
        return id;
    }

    String center() {
        return center;
    }

    int version() {
        return version;
    }

    PlannedPlaces plan() {
        return plan;
    }

    Wave wave() {
        return wave;
    }

    UUID order() {
        return plan.orderId();
    }

    int taken() {
        return taken;
    }

    VisitState state() {
        return state;
    }

    @Nullable
    UUID lead() {
        return lead;
    }

    String code() {
        return code;
    }

    @Nullable
    String report() {
        return report;
    }

    @Nullable
    Instant reportedAt() {
        return reportedAt;
    }
}
