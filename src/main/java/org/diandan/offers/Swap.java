package org.diandan.offers;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
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
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.visits.PlaceTaker;
import org.diandan.visits.VisitFacts;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer would give the place at a visit to another, who says yes or no, and a leader of the team agrees or not. Its
 * verbs; the only writer of its state is {@link #move}.
 */
@Entity
@Table(name = "swap")
@IdClass(OfferKey.class)
class Swap {

    @Id
    private String center;

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID orderId;
    private UUID visitId;
    private UUID giver;
    private UUID taker;

    @Enumerated(EnumType.STRING)
    private SwapState state;

    @Enumerated(EnumType.STRING)
    private @Nullable DeclineReason reason;

    @Column
    private @Nullable UUID acceptedBy;

    @Column
    private @Nullable String heardBy;

    @Column
    private @Nullable Integer risksAcknowledged;

    private Instant askedAt;
    private Instant expiresAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant endedAt;

    @Column
    private @Nullable UUID endedBy;

    @Column
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    Swap() {}

    /** Asks another volunteer; it expires when the visit begins. */
    Swap(UUID id, VisitFacts visit, UUID giver, UUID taker, Instant now) {
        this.center = Ids.centerOf(id);
        this.id = id;
        this.orderId = visit.order();
        this.visitId = visit.id();
        this.giver = giver;
        this.taker = taker;
        this.state = SwapState.ASKED;
        this.askedAt = now;
        this.expiresAt = visit.time().from();
        this.changedAt = now;
    }

    /** What tells that it was asked for. */
    SwapStep asked() {
        return new SwapStep(SwapAction.ASK, null, SwapState.ASKED);
    }

    /**
     * The other would come.
     *
     * @param heard the name of who heard it by phone; needed unless the other volunteer acts
     * @param risks the version of the service's risks that the other was told
     */
    SwapStep accept(Set<SwapWho> who, Actor by, @Nullable String heard, int risks, Instant now) {
        check(SwapAction.ACCEPT, who);
        checkHeard(by, heard);
        acceptedBy = by.account();
        heardBy = by.is(taker) ? null : heard;
        risksAcknowledged = risks;
        acceptedAt = now;
        return move(SwapAction.ACCEPT, who, now);
    }

    SwapStep decline(Set<SwapWho> who, Actor by, DeclineReason why, @Nullable String heard, Instant now) {
        check(SwapAction.DECLINE, who);
        checkHeard(by, heard);
        reason = why;
        return end(SwapAction.DECLINE, who, by, now);
    }

    SwapStep withdraw(Set<SwapWho> who, Actor by, Instant now) {
        return end(SwapAction.WITHDRAW, who, by, now);
    }

    SwapStep agree(Set<SwapWho> who, Actor by, Instant now) {
        return end(SwapAction.AGREE, who, by, now);
    }

    SwapStep refuse(Set<SwapWho> who, Actor by, Instant now) {
        return end(SwapAction.REFUSE, who, by, now);
    }

    SwapStep expire(Instant now) {
        return end(SwapAction.EXPIRE, Set.of(SwapWho.PROGRAM), Actor.PROGRAM, now);
    }

    /** The other volunteer, and by whose act they come. */
    PlaceTaker placeTaker() {
        return new PlaceTaker(taker, Actor.of(requireNonNull(acceptedBy)), heardBy);
    }

    /** @throws org.diandan.shared.Refused 403 if the verb is never theirs, 409 if it is not possible now */
    void check(SwapAction action, Set<SwapWho> who) {
        if (!action.isFor(who)) {
            throw OffersProblem.SWAP_NOT_YOURS.because(action);
        }
        if (!action.from().contains(state)) {
            throw OffersProblem.SWAP_NOT_NOW
                    .because(action, state)
                    .with("state", state)
                    .with("actions", SwapAction.open(state, who));
        }
    }

    private void checkHeard(Actor by, @Nullable String heard) {
        if (!by.is(taker) && (heard == null || heard.isBlank())) {
            throw OffersProblem.CONSENT_UNHEARD.because();
        }
    }

    private SwapStep end(SwapAction action, Set<SwapWho> who, Actor by, Instant now) {
        var step = move(action, who, now);
        endedAt = now;
        endedBy = by.account();
        return step;
    }

    private SwapStep move(SwapAction action, Set<SwapWho> who, Instant now) {
        check(action, who);
        var step = new SwapStep(action, state, action.to());
        state = action.to();
        changedAt = now;
        return step;
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

    UUID giver() {
        return giver;
    }

    UUID taker() {
        return taker;
    }

    SwapState state() {
        return state;
    }

    @Nullable
    DeclineReason reason() {
        return reason;
    }

    @Nullable
    String heardBy() {
        return heardBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
