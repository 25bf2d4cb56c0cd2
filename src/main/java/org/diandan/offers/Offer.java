package org.diandan.offers;

import static org.diandan.offers.OfferState.WAITLISTED;

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
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.VisitsProblem;
import org.diandan.visits.Who;
import org.jspecify.annotations.Nullable;

/** An offer of a place at a visit to one volunteer, and its verbs. The only writer of its state is {@link #move}. */
@Entity
@Table(name = "offer")
@IdClass(OfferKey.class)
class Offer {

    @Id
    private String center;

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID orderId;
    private UUID visitId;
    private UUID volunteer;
    private UUID team;

    @Column
    private String service;

    @Column
    private String site;

    @Enumerated(EnumType.STRING)
    private OfferState state;

    private boolean claimed;

    @Enumerated(EnumType.STRING)
    private @Nullable DeclineReason reason;

    private List<String> reasons = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private @Nullable OfferEnding endedBy;

    @Column
    private @Nullable String heardBy;

    @Column
    private @Nullable Integer risksAcknowledged;

    private Instant madeAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant answeredAt;

    @Column
    private @Nullable UUID answeredBy;

    @Column
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    Offer() {}

    private Offer(UUID id, VisitFacts visit, UUID volunteer, OfferState state, Instant now) {
        this.center = Ids.centerOf(id);
        this.id = id;
        this.orderId = visit.order();
        this.visitId = visit.id();
        this.volunteer = volunteer;
        this.team = visit.team();
        this.service = visit.service();
        this.site = visit.site();
        this.state = state;
        this.madeAt = now;
        this.changedAt = now;
    }

    /** Asks a volunteer. */
    static Offer made(UUID id, VisitFacts visit, Candidate asked, Instant expiresAt, Instant now) {
        var offer = new Offer(id, visit, asked.volunteer(), OfferState.OPEN, now);
        offer.reasons = new ArrayList<>(asked.reasons().stream().map(Enum::name).toList());
        offer.expiresAt = expiresAt;
        return offer;
    }

    /** What volunteers make to themselves when they claim a place. */
    static Offer claimed(UUID id, VisitFacts visit, UUID volunteer, int risks, Instant now) {
        var offer = new Offer(id, visit, volunteer, OfferState.ACCEPTED, now);
        offer.claimed = true;
        offer.risksAcknowledged = risks;
        offer.answeredAt = now;
        offer.answeredBy = volunteer;
        return offer;
    }

    /** Waits for a place at a full visit. */
    static Offer waiting(UUID id, VisitFacts visit, UUID volunteer, Instant now) {
        var offer = new Offer(id, visit, volunteer, WAITLISTED, now);
        offer.claimed = true;
        return offer;
    }

    /** What tells how it began. */
    Step begun(OfferAction action) {
        return new Step(action, null, action.to());
    }

    Step callUp(Instant expires, Instant now) {
        var step = move(OfferAction.CALL_UP, Set.of(Who.PROGRAM), now);
        expiresAt = expires;
        reasons = new ArrayList<>(List.of(OfferReason.WAITED.name()));
        return step;
    }

    /** @param risks the version of the service's risks that the volunteer was told */
    Step accept(Answer answer, int risks, Instant now) {
        var step = answer(OfferAction.ACCEPT, answer, now);
        risksAcknowledged = risks;
        return step;
    }

    Step decline(Answer answer, DeclineReason why, Instant now) {
        var step = answer(OfferAction.DECLINE, answer, now);
        reason = why;
        return step;
    }

    Step expire(Instant now) {
        return move(OfferAction.EXPIRE, Set.of(Who.PROGRAM), now);
    }

    Step supersede(OfferEnding why, Instant now) {
        var step = move(OfferAction.SUPERSEDE, Set.of(Who.PROGRAM), now);
        endedBy = why;
        return step;
    }

    /** @throws org.diandan.shared.Refused 403 if the verb is never theirs, 409 if it is not possible now */
    void check(OfferAction action, Set<Who> who) {
        if (!action.isFor(who)) {
            throw OffersProblem.NOT_YOURS.because(action);
        }
        if (action == OfferAction.ACCEPT && state == OfferState.SUPERSEDED) {
            throw VisitsProblem.PLACE_TAKEN.because();
        }
        if (!action.from().contains(state)) {
            throw OffersProblem.NOT_NOW
                    .because(action, state)
                    .with("state", state)
                    .with("actions", OfferAction.open(state, who));
        }
    }

    private Step answer(OfferAction action, Answer answer, Instant now) {
        var step = move(action, answer.who(), now);
        answeredAt = now;
        answeredBy = answer.actor().account();
        heardBy = answer.heardBy();
        return step;
    }

    private Step move(OfferAction action, Set<Who> who, Instant now) {
        check(action, who);
        var step = new Step(action, state, action.to());
        state = action.to();
        changedAt = now;
        return step;
    }

    boolean isOpen() {
        return state == OfferState.OPEN;
    }

    boolean isWaitlisted() {
        return state == WAITLISTED;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID order() {
        return orderId;
    }

    UUID visit() {
        return visitId;
    }

    UUID volunteer() {
        return volunteer;
    }

    UUID team() {
        return team;
    }

    OfferState state() {
        return state;
    }

    boolean isClaimed() {
        return claimed;
    }

    @Nullable
    DeclineReason reason() {
        return reason;
    }

    /** Why this volunteer was asked; none for a claim of their own. */
    List<OfferReason> reasons() {
        return reasons.stream().map(OfferReason::valueOf).toList();
    }

    @Nullable
    OfferEnding endedBy() {
        return endedBy;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }
}
