package org.diandan.orders;

import static java.util.Objects.requireNonNull;
import static org.diandan.orders.OrderState.*;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Area;
import org.diandan.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One order and its verbs. The only writer of its state is {@link #move}; each verb checks what the order itself can
 * know and leaves a {@link Step} that the history and the news are made of.
 */
@Entity
@Table(name = "orders")
@IdClass(OrderKey.class)
class Order {

    /** How often a resident may reopen; after that only the Center's dispatcher. */
    static final int REOPENS_BY_RESIDENT = 3;

    @Id
    private String center;

    @Id
    private UUID id;

    @Version
    private int version;

    private String number;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    @Enumerated(EnumType.STRING)
    private @Nullable OrderState heldFrom;

    private int round = 1;

    /** Counts the preparations of the order, over all rounds. */
    private int revision;

    @Embedded
    private Need need;

    private UUID resident;

    private UUID requester;

    @Enumerated(EnumType.STRING)
    private Part placedAs;

    @Embedded
    private Assignment assignment = new Assignment();

    private boolean timeAgreed;

    @Embedded
    private @Nullable Refusal refusal;

    /** The order that this one was merged into. */
    private @Nullable UUID mergedInto;

    /** The order at another Center that this one was transferred from. */
    private @Nullable UUID transferredFrom;

    private @Nullable UUID transferredTo;

    private @Nullable LocalDate reviewOn;

    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RatingResult result;

    private Instant dueAt;

    private Instant createdAt;

    private Instant changedAt;

    @Transient
    private final List<Step> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    Order() {}

    /** Places an order. */
    @SuppressWarnings("NullAway.Init")
    Order(UUID id, String number, Need need, UUID resident, Caller requester, Instant now) {
        this.center = Area.centerOf(need.site());
        this.id = id;
        this.number = number;
        this.need = need;
        this.resident = resident;
        this.requester = requireNonNull(requester.actor().account());
        this.placedAs = requester.partFor(OrderAction.PLACE);
        this.createdAt = now;
        this.changedAt = now;
        this.dueAt = now;
        state = SUBMITTED;
        steps.add(new Step(OrderAction.PLACE, null, SUBMITTED, requester, Why.NONE, now));
    }

    /** Hands the order to the matching of teams. A service may skip the dispatcher's look. */
    void takeOn(Caller dispatcher, Instant now) {
        check(OrderAction.TAKE_ON, dispatcher);
        checkAppeal(dispatcher);
        move(OrderAction.TAKE_ON, ROUTING, dispatcher, Why.NONE, now);
    }

    void ask(Caller dispatcher, String question, Instant now) {
        move(OrderAction.ASK, NEEDS_INFO, dispatcher, Why.said(question), now);
    }

    void answer(Caller caller, String answer, Instant now) {
        move(OrderAction.ANSWER, SUBMITTED, caller, Why.said(answer), now);
    }

    void refuse(Caller dispatcher, Why why, Instant now) {
        check(OrderAction.REFUSE, dispatcher);
        checkAppeal(dispatcher);
        refusal = Refusal.by(dispatcher, need.site(), now, refusal);
        move(OrderAction.REFUSE, REJECTED, dispatcher, why, now);
    }

    /** Asks for a second look, once and within seven days; decided one level up, at a Center by another person. */
    void appeal(Caller caller, String text, Instant now) {
        check(OrderAction.APPEAL, caller);
        Refusal refused = requireNonNull(refusal);
        refused.appeal(now);
        move(OrderAction.APPEAL, SUBMITTED, caller, Why.said(text), now);
    }

    /** @param original an open order of the same Center */
    void merge(Caller dispatcher, Order original, Instant now) {
        check(OrderAction.MERGE, dispatcher);
        if (original.id.equals(id) || !original.center.equals(center) || !original.state.isOpen()) {
            throw OrderProblem.MERGE_TARGET.because(original.number);
        }
        mergedInto = original.id;
        move(OrderAction.MERGE, MERGED, dispatcher, Why.because(Reason.DUPLICATE), now);
    }

    void unmerge(Caller caller, Why why, Instant now) {
        move(OrderAction.UNMERGE, SUBMITTED, caller, why, now);
        mergedInto = null;
    }

    /** Ends this order because the linked one at another Center takes its place. */
    void transfer(Caller dispatcher, UUID order, Why why, Instant now) {
        move(OrderAction.TRANSFER, CANCELLED, dispatcher, why, now);
        transferredTo = order;
    }

    /** Keeps teams away that the resident does not want. */
    void excludes(List<UUID> teams) {
        assignment.exclude(teams);
    }

    /** Tells where this order came from. */
    void comesFrom(UUID order) {
        transferredFrom = order;
    }

    void acceptRouting(Caller leader, UUID acceptedRouting, UUID acceptedBy, Instant now) {
        move(OrderAction.ACCEPT_ROUTING, PREPARING, leader, Why.NONE, now);
        assignment.taken(acceptedBy, acceptedRouting);
        revision++;
    }

    void giveUp(Caller dispatcher, Why why, Instant now) {
        move(OrderAction.GIVE_UP, UNFULFILLED, dispatcher, why, now);
    }

    void assign(Caller caller, Why why, Instant now) {
        move(OrderAction.ASSIGN, PREPARING, caller, why, now);
    }

    /** @param agreed the planned visits lie inside the wished window, which counts as agreed */
    void signOff(Caller expert, boolean agreed, Instant now) {
        check(OrderAction.SIGN_OFF, expert);
        if (expert.actor().is(requester)) {
            throw OrderProblem.EXPERT_IS_REQUESTER.because();
        }
        timeAgreed = agreed;
        move(OrderAction.SIGN_OFF, OFFERED, expert, Why.NONE, now);
    }

    void handBack(Caller caller, Why why, Instant now) {
        move(OrderAction.HAND_BACK, ROUTING, caller, why, now);
        assignment.release();
        timeAgreed = false;
    }

    void agreeTime(Caller caller, Why why, Instant now) {
        move(OrderAction.AGREE_TIME, OFFERED, caller, why, now);
        timeAgreed = true;
    }

    void schedule(Instant now) {
        check(OrderAction.SCHEDULE, Caller.PROGRAM);
        if (!timeAgreed) {
            throw refusedNow(OrderAction.SCHEDULE, Set.of());
        }
        move(OrderAction.SCHEDULE, SCHEDULED, Caller.PROGRAM, Why.NONE, now);
    }

    void dropBelow(Why why, Instant now) {
        move(OrderAction.DROP_BELOW, OFFERED, Caller.PROGRAM, why, now);
    }

    void change(Caller caller, Why why, Instant now) {
        prepareAgain(OrderAction.CHANGE, caller, why, now);
    }

    void nobodyCame(Instant now) {
        prepareAgain(OrderAction.NOBODY_CAME, Caller.PROGRAM, Why.NONE, now);
    }

    void start(Caller volunteer, Instant now) {
        move(OrderAction.START, IN_SERVICE, volunteer, Why.NONE, now);
    }

    void finish(Caller caller, Instant now) {
        move(OrderAction.FINISH, AWAITING_RATING, caller, Why.NONE, now);
        endedAt = now;
    }

    /** @param anotherPlanned whether a further visit of the plan is to come, accepted anew */
    void partlyDone(Caller leading, boolean anotherPlanned, Instant now) {
        if (anotherPlanned) {
            move(OrderAction.PARTLY_DONE, OFFERED, leading, Why.NONE, now);
        } else {
            prepareAgain(OrderAction.PARTLY_DONE, leading, Why.NONE, now);
        }
    }

    void notPossible(Caller leading, Why why, Instant now) {
        prepareAgain(OrderAction.NOT_POSSIBLE, leading, why, now);
    }

    void rate(Caller caller, int score, Instant now) {
        move(OrderAction.RATE, CLOSED, caller, Why.NONE, now);
        result = RatingResult.of(score);
        dueAt = now;
    }

    void closeUnrated(Instant now) {
        move(OrderAction.CLOSE_UNRATED, CLOSED, Caller.PROGRAM, Why.NONE, now);
        result = RatingResult.UNRATED;
    }

    /**
     * Begins a new round.
     *
     * @param until the end of the reopen window; later a new order is placed
     * @param sameTeam whether the team of the last round is asked first
     */
    void reopen(Caller caller, Why why, Instant until, boolean sameTeam, Instant now) {
        check(OrderAction.REOPEN, caller);
        if (now.isAfter(until)) {
            throw OrderProblem.REOPEN_TOO_LATE.because(until);
        }
        if (round > REOPENS_BY_RESIDENT && !caller.is(Part.CENTER_DISPATCHER)) {
            throw OrderProblem.REOPENED_TOO_OFTEN.because(REOPENS_BY_RESIDENT);
        }
        round++;
        move(OrderAction.REOPEN, ROUTING, caller, why, now);
        assignment.nextRound(sameTeam);
        timeAgreed = false;
        result = null;
        endedAt = null;
    }

    void hold(Caller caller, Why why, LocalDate review, Instant now) {
        OrderState before = state;
        move(OrderAction.HOLD, ON_HOLD, caller, why, now);
        heldFrom = before;
        reviewOn = review;
    }

    /** Goes on where the order was held, at most at preparing: what was offered then has to be offered anew. */
    void resume(Caller caller, Instant now) {
        check(OrderAction.RESUME, caller);
        OrderState before = requireNonNull(heldFrom);
        if (before.compareTo(PREPARING) >= 0) {
            prepareAgain(OrderAction.RESUME, caller, Why.NONE, now);
        } else {
            move(OrderAction.RESUME, before, caller, Why.NONE, now);
        }
        heldFrom = null;
        reviewOn = null;
    }

    void cancel(Caller caller, Why why, Instant now) {
        move(OrderAction.CANCEL, CANCELLED, caller, why, now);
        heldFrom = null;
        reviewOn = null;
        endedAt = now;
    }

    /** Tells when the next thing has to happen. */
    void dueAt(Instant due) {
        dueAt = due;
    }

    /** The transitions since the last call, for the history and the news. */
    List<Step> takeSteps() {
        List<Step> taken = List.copyOf(steps);
        steps.clear();
        return taken;
    }

    /** @throws org.diandan.shared.Refused 403 if the verb is never theirs, 409 if it is not possible now */
    void check(OrderAction action, Caller caller) {
        caller.partFor(action);
        if (!action.from().contains(state)) {
            throw refusedNow(action, caller.parts());
        }
    }

    boolean hasSteps() {
        return !steps.isEmpty();
    }

    private void checkAppeal(Caller dispatcher) {
        if (refusal != null && !dispatcher.is(Part.PROGRAM) && !refusal.mayBeDecidedBy(dispatcher)) {
            throw OrderProblem.DECIDED_ELSEWHERE.because();
        }
    }

    private void prepareAgain(OrderAction action, Caller caller, Why why, Instant now) {
        move(action, PREPARING, caller, why, now);
        revision++;
        timeAgreed = false;
    }

    private Refused refusedNow(OrderAction action, Set<Part> parts) {
        return OrderProblem.NOT_NOW
                .because(number, action, state)
                .with("state", state)
                .with("actions", OrderAction.open(state, parts));
    }

    private void move(OrderAction action, OrderState target, Caller caller, Why why, Instant now) {
        check(action, caller);
        if (!action.to().contains(target)) {
            throw new IllegalStateException(action + " does not lead to " + target);
        }
        steps.add(new Step(action, state, target, caller, why, now));
        state = target;
        changedAt = now;
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

    String number() {
        return number;
    }

    OrderState state() {
        return state;
    }

    int round() {
        return round;
    }

    int revision() {
        return revision;
    }

    Need need() {
        return need;
    }

    UUID resident() {
        return resident;
    }

    UUID requester() {
        return requester;
    }

    Part placedAs() {
        return placedAs;
    }

    Assignment assignment() {
        return assignment;
    }

    @Nullable
    UUID team() {
        return assignment.team();
    }

    boolean timeAgreed() {
        return timeAgreed;
    }

    @Nullable
    UUID mergedInto() {
        return mergedInto;
    }

    @Nullable
    UUID transferredFrom() {
        return transferredFrom;
    }

    @Nullable
    UUID transferredTo() {
        return transferredTo;
    }

    @Nullable
    LocalDate reviewOn() {
        return reviewOn;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    RatingResult result() {
        return result;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
