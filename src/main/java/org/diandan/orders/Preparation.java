package org.diandan.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diandan.catalogue.RiskClass;
import org.diandan.catalogue.ServiceItem;
import org.diandan.shared.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The work order as an expert writes it; after the sign-off it is not touched again, a change makes the next one. */
@Entity
@Table(name = "preparation")
@IdClass(PreparationKey.class)
class Preparation {

    @Id
    private String center;

    @Id
    private UUID orderId;

    @Id
    private int revision;

    private int round;

    @Version
    private int version;

    private @Nullable UUID expert;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PlannedVisit> visits = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private @Nullable RiskClass riskClass;

    /** The codes of the checklist's points that are done. */
    private List<String> checked = new ArrayList<>();

    private @Nullable String note;

    private @Nullable UUID signedOffBy;

    private @Nullable Instant signedOffAt;

    @Column
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    Preparation() {}

    Preparation(UUID order, int revision, int round, @Nullable UUID expert, Instant now) {
        this.center = Ids.centerOf(order);
        this.orderId = order;
        this.revision = revision;
        this.round = round;
        this.expert = expert;
        this.createdAt = now;
    }

    /** The next preparation of the same order, beginning with what was written in this one. */
    Preparation next(int nextRevision, int nextRound, Instant now) {
        Preparation next = new Preparation(orderId, nextRevision, nextRound, expert, now);
        next.riskClass = riskClass;
        next.note = note;
        return next;
    }

    /** Names the expert who writes it; nobody means that any expert of the team takes it. */
    void assign(@Nullable UUID account) {
        expert = account;
    }

    void write(Draft draft) {
        visits = List.copyOf(draft.visits());
        riskClass = draft.riskClass();
        checked = List.copyOf(draft.checked());
        note = draft.note();
    }

    /**
     * Signs the plan off.
     *
     * @param people how many have to come to each visit at least
     * @throws org.diandan.shared.Refused if something is missing, named, or a visit lies in the past
     */
    void signOff(UUID by, ServiceItem service, int people, Instant now) {
        List<String> missing = missing(service, people);
        if (!missing.isEmpty()) {
            throw OrderProblem.PLAN_INCOMPLETE
                    .because(String.join(", ", missing))
                    .with("missing", missing);
        }
        if (visits.stream().anyMatch(visit -> !visit.from().isAfter(now))) {
            throw OrderProblem.PLAN_IN_THE_PAST.because();
        }
        expert = by;
        signedOffBy = by;
        signedOffAt = now;
    }

    private List<String> missing(ServiceItem service, int people) {
        List<String> missing = new ArrayList<>();
        if (visits.isEmpty()) {
            missing.add("visits");
        }
        if (visits.stream().anyMatch(visit -> visit.people() < people)) {
            missing.add("people");
        }
        if (riskClass == null) {
            missing.add("riskClass");
        }
        service.checklist().stream()
                .map(point -> point.code())
                .filter(code -> !checked.contains(code))
                .map(code -> "checked." + code)
                .forEach(missing::add);
        return missing;
    }

    /** @throws IllegalStateException if it is not signed off */
    Plan plan(ServiceItem service) {
        RiskClass risk = riskClass;
        if (signedOffAt == null || risk == null) {
            throw new IllegalStateException("Not signed off: " + orderId + " revision " + revision);
        }
        return new Plan(revision, visits, risk, service.insurance() || risk == RiskClass.HIGH, note);
    }

    boolean isSignedOff() {
        return signedOffAt != null;
    }

    UUID order() {
        return orderId;
    }

    int revision() {
        return revision;
    }

    int round() {
        return round;
    }

    int version() {
        return version;
    }

    @Nullable
    UUID expert() {
        return expert;
    }

    List<PlannedVisit> visits() {
        return visits;
    }

    @Nullable
    RiskClass riskClass() {
        return riskClass;
    }

    List<String> checked() {
        return checked;
    }

    @Nullable
    String note() {
        return note;
    }

    @Nullable
    UUID signedOffBy() {
        return signedOffBy;
    }

    @Nullable
    Instant signedOffAt() {
        return signedOffAt;
    }
}
