package org.diandan.orders;

import static java.util.Objects.requireNonNull;
import static org.diandan.orders.OrderState.*;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Area;
import org.jspecify.annotations.Nullable;

/** One order and its verbs. Each checks what the order itself can know; where it leads stands in {@link OrderAction}. */
@Entity
@Table(name = "orders")
@IdClass(OrderKey.class)
class Order extends OrderCourse {

    @Embedded
    private Need need;

    private UUID resident;

    private UUID requester;

    @Enumerated(EnumType.STRING)
    private Part placedAs;

    @Embedded
    private Assignment assignment = new Assignment();

    @Embedded
    private Round round = new Round();

    @Embedded
    private @Nullable Refusal refusal;

    @Embedded
    private @Nullable Hold hold;

    @Embedded
    private @Nullable Kin kin;

    private Instant dueAt;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    Order() {}

    /** Places an order. */
    Order(UUID id, String number, Need need, UUID resident, Caller requester, Instant now) {
        super(Area.centerOf(need.site()), id, number, requester, now);
        this.need = need;
        this.resident = resident;
        this.requester = requireNonNull(requester.actor().account());
        this.placedAs = requester.partFor(OrderAction.PLACE);
        this.createdAt = now;
        this.dueAt = now;
    }

    /** Tells whether this one placed it as a clerk, for somebody else. */
    boolean wasPlacedByOffice(@Nullable UUID account) {
        return placedAs == Part.CLERK && requester.equals(account);
    }

    /** Hands the order to the matching of teams. A service may skip the dispatcher's look. */
    void takeOn(Caller dispatcher, Instant now) {
        check(OrderAction.TAKE_ON, dispatcher);
        checkAppeal(dispatcher);
        move(OrderAction.TAKE_ON, dispatcher, Why.NONE, now);
    }

    void ask(Caller dispatcher, String question, Instant now) {
        move(OrderAction.ASK, dispatcher, Why.said(question), now);
    }

    void answer(Caller caller, String answer, Instant now) {
        move(OrderAction.ANSWER, caller, Why.said(answer), now);
    }

    void refuse(Caller dispatcher, Why why, Instant now) {
        check(OrderAction.REFUSE, dispatcher);
        checkAppeal(dispatcher);
        refusal = Refusal.by(dispatcher, need.site(), now, refusal);
        move(OrderAction.REFUSE, dispatcher, why, now);
    }

    /** Asks for a second look, once and within seven days; decided one level up, at a Center by another person. */
    void appeal(Caller caller, String text, Instant now) {
        check(OrderAction.APPEAL, caller);
        requireNonNull(refusal).appeal(now);
        move(OrderAction.APPEAL, caller, Why.said(text), now);
    }

    /** @param original an open order of the same Center */
    void merge(Caller dispatcher, Order original, Instant now) {
        check(OrderAction.MERGE, dispatcher);
        boolean elsewhere = !original.center().equals(center());
        if (elsewhere || original.id().equals(id()) || !original.state().isOpen()) {
            throw OrderProblem.MERGE_TARGET.because(original.number());
        }
        kin = kin().mergedInto(original.id());
        move(OrderAction.MERGE, dispatcher, Why.because(Reason.DUPLICATE), now);
    }

    void unmerge(Caller caller, Why why, Instant now) {
        move(OrderAction.UNMERGE, caller, why, now);
        kin = kin().mergedInto(null);
    }

    /** Ends this order because the linked one at another Center takes its place. */
    void transfer(Caller dispatcher, UUID order, Why why, Instant now) {
        move(OrderAction.TRANSFER, dispatcher, why, now);
        kin = kin().transferredTo(order);
    }

    /** Keeps teams away that the resident does not want. */
    void excludes(List<UUID> teams) {
        assignment.exclude(teams);
    }

    /** Tells where this order came from. */
    void comesFrom(UUID order) {
        kin = kin().transferredFrom(order);
    }

    void acceptRouting(Caller leader, UUID acceptedRouting, UUID acceptedBy, Instant now) {
        move(OrderAction.ACCEPT_ROUTING, leader, Why.NONE, now);
        assignment.taken(acceptedBy, acceptedRouting);
        round.prepareAgain();
    }

    void giveUp(Caller dispatcher, Why why, Instant now) {
        move(OrderAction.GIVE_UP, dispatcher, why, now);
    }

    void assign(Caller caller, Why why, Instant now) {
        move(OrderAction.ASSIGN, caller, why, now);
    }

    /** @param agreed the planned visits lie inside the wished window, which counts as agreed */
    void signOff(Caller expert, boolean agreed, Instant now) {
        check(OrderAction.SIGN_OFF, expert);
        if (expert.actor().is(requester)) {
            throw OrderProblem.EXPERT_IS_REQUESTER.because();
        }
        round.timeAgreed(agreed);
        move(OrderAction.SIGN_OFF, expert, Why.NONE, now);
    }

    void handBack(Caller caller, Why why, Instant now) {
        move(OrderAction.HAND_BACK, caller, why, now);
        assignment.release();
        round.timeAgreed(false);
    }

    void agreeTime(Caller caller, Why why, Instant now) {
        move(OrderAction.AGREE_TIME, caller, why, now);
        round.timeAgreed(true);
    }

    void schedule(Instant now) {
        check(OrderAction.SCHEDULE, Caller.PROGRAM);
        if (!round.timeAgreed()) {
            throw refusedNow(OrderAction.SCHEDULE, Set.of());
        }
        move(OrderAction.SCHEDULE, Caller.PROGRAM, Why.NONE, now);
    }

    void dropBelow(Why why, Instant now) {
        move(OrderAction.DROP_BELOW, Caller.PROGRAM, why, now);
    }

    void change(Caller caller, Why why, Instant now) {
        prepareAgain(OrderAction.CHANGE, caller, why, now);
    }

    void nobodyCame(Instant now) {
        prepareAgain(OrderAction.NOBODY_CAME, Caller.PROGRAM, Why.NONE, now);
    }

    void start(Caller volunteer, Instant now) {
        move(OrderAction.START, volunteer, Why.NONE, now);
    }

    void finish(Caller caller, Instant now) {
        move(OrderAction.FINISH, caller, Why.NONE, now);
        round.ended(now);
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
        move(OrderAction.RATE, caller, Why.NONE, now);
        round.rated(RatingResult.of(score));
        dueAt = now;
    }

    void closeUnrated(Instant now) {
        move(OrderAction.CLOSE_UNRATED, Caller.PROGRAM, Why.NONE, now);
        round.rated(RatingResult.UNRATED);
    }

    /**
     * Begins a new round.
     *
     * @param until the end of the reopen window; later a new order is placed
     * @param sameTeam whether the team of the last round is asked first
     */
    void reopen(Caller caller, Why why, Instant until, boolean sameTeam, Instant now) {
        check(OrderAction.REOPEN, caller);
        round.checkReopening(caller, until, now);
        round.next();
        move(OrderAction.REOPEN, caller, why, now);
        assignment.nextRound(sameTeam);
    }

    void hold(Caller caller, Why why, LocalDate reviewOn, Instant now) {
        OrderState before = state();
        move(OrderAction.HOLD, caller, why, now);
        hold = new Hold(before, reviewOn);
    }

    /** Goes on where the order was held, at most at preparing: what was offered then has to be offered anew. */
    void resume(Caller caller, Instant now) {
        check(OrderAction.RESUME, caller);
        OrderState before = requireNonNull(hold).heldFrom();
        if (before.compareTo(PREPARING) >= 0) {
            prepareAgain(OrderAction.RESUME, caller, Why.NONE, now);
        } else {
            move(OrderAction.RESUME, before, caller, Why.NONE, now);
        }
        hold = null;
    }

    void cancel(Caller caller, Why why, Instant now) {
        move(OrderAction.CANCEL, caller, why, now);
        hold = null;
        round.ended(now);
    }

    private void checkAppeal(Caller dispatcher) {
        if (refusal != null && !dispatcher.is(Part.PROGRAM) && !refusal.mayBeDecidedBy(dispatcher)) {
            throw OrderProblem.DECIDED_ELSEWHERE.because();
        }
    }

    private void prepareAgain(OrderAction action, Caller caller, Why why, Instant now) {
        move(action, PREPARING, caller, why, now);
        round.prepareAgain();
    }

    /** Tells when the next thing has to happen. */
    void dueAt(Instant due) {
        dueAt = due;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant createdAt() {
        return createdAt;
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

    Round round() {
        return round;
    }

    /** The day on which an order that waits is looked at again. */
    @Nullable
    LocalDate reviewOn() {
        return hold == null ? null : hold.reviewOn();
    }

    Kin kin() {
        return kin == null ? Kin.NONE : kin;
    }
}
