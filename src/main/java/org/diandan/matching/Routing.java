package org.diandan.matching;

import static org.diandan.matching.RoutingAction.*;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.TimeWindow;
import org.diandan.shared.Urgency;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The question whether a team takes an order, and its answer. The only writer of its state is {@link #move}. */
@Entity
@IdClass(Routing.Key.class)
class Routing {

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

    private UUID orderId;
    private int round;
    private UUID teamId;
    private String site;
    private String service;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    private RoutingState state;

    @Enumerated(EnumType.STRING)
    private Reach reach;

    @Enumerated(EnumType.STRING)
    private Engine engine;

    private LocalDate onDate;
    private int slot;
    private Instant slotFrom;
    private Instant slotTo;
    private @Nullable String reason;
    private @Nullable String note;
    private @Nullable String overrideReason;

    @JdbcTypeCode(SqlTypes.JSON)
    private String explanation;

    private Instant proposedAt;
    private Instant answerDueAt;
    private @Nullable Instant answeredAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    Routing() {}

    Routing(UUID id, Proposal proposal, Instant now) {
        this.center = Ids.centerOf(id);
        this.id = id;
        this.orderId = proposal.order();
        this.round = proposal.round();
        this.teamId = proposal.team();
        this.site = proposal.site();
        this.service = proposal.service();
        this.urgency = proposal.urgency();
        this.state = PROPOSE.to();
        this.reach = proposal.reach();
        this.engine = proposal.engine();
        this.onDate = proposal.opening().on();
        this.slot = proposal.opening().slot();
        this.slotFrom = proposal.opening().time().from();
        this.slotTo = proposal.opening().time().to();
        this.explanation = proposal.explanation();
        this.overrideReason = proposal.overrideReason();
        this.proposedAt = now;
        this.answerDueAt = proposal.answerDueAt();
        this.updatedAt = now;
    }

    RoutingStep accept(Actor leader, Instant now) {
        RoutingStep step = move(ACCEPT, leader, null, null, now);
        answeredAt = now;
        return step;
    }

    RoutingStep decline(Actor leader, DeclineReason why, @Nullable String text, Instant now) {
        RoutingStep step = move(DECLINE, leader, why.name(), text, now);
        answeredAt = now;
        return step;
    }

    RoutingStep timeOut(Instant now) {
        return move(TIME_OUT, Actor.PROGRAM, null, null, now);
    }

    /** @param why what made the question needless: another team, or what happened to the order */
    RoutingStep withdraw(Actor actor, String why, Instant now) {
        return move(WITHDRAW, actor, why, null, now);
    }

    RoutingStep handBack(Actor actor, Instant now) {
        return move(HAND_BACK, actor, null, null, now);
    }

    RoutingStep end(Actor actor, String why, Instant now) {
        return move(END, actor, why, null, now);
    }

    private RoutingStep move(
            RoutingAction action, Actor actor, @Nullable String why, @Nullable String text, Instant now) {
        if (state != action.from()) {
            throw MatchingProblem.ROUTING_NOT_NOW
                    .because()
                    .with("state", state)
                    .with("actions", RoutingAction.open(state, true));
        }
        RoutingState from = state;
        state = action.to();
        reason = why;
        note = text;
        updatedAt = now;
        return new RoutingStep(action, from, actor, why, text, now);
    }

    boolean isOpen() {
        return state == RoutingState.PROPOSED;
    }

    /** Tells whether the team has said in this round that it does not take the order. */
    boolean isRefused() {
        return state.isRefusal() || state == RoutingState.HANDED_BACK;
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

    UUID order() {
        return orderId;
    }

    int round() {
        return round;
    }

    UUID team() {
        return teamId;
    }

    String site() {
        return site;
    }

    String service() {
        return service;
    }

    Urgency urgency() {
        return urgency;
    }

    RoutingState state() {
        return state;
    }

    Reach reach() {
        return reach;
    }

    Engine engine() {
        return engine;
    }

    Slots.Key place() {
        return new Slots.Key(onDate, slot);
    }

    TimeWindow time() {
        return new TimeWindow(slotFrom, slotTo);
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    String note() {
        return note;
    }

    @Nullable
    String overrideReason() {
        return overrideReason;
    }

    String explanation() {
        return explanation;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    Instant answerDueAt() {
        return answerDueAt;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
