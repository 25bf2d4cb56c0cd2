package org.diandan.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diandan.orders.OrderFixture.JINXIU;
import static org.diandan.orders.OrderFixture.NOW;
import static org.diandan.orders.OrderFixture.dispatcherOf;
import static org.diandan.orders.OrderFixture.in;
import static org.diandan.orders.OrderFixture.somebody;
import static org.diandan.orders.OrderFixture.submitted;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.diandan.shared.ProblemType;
import org.diandan.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

    private static final Why NONE = Why.NONE;

    @Test
    void aPlacedOrderIsSubmittedAndTellsIt() {
        Order order = OrderFixture.submittedBy(somebody(Part.CLERK));

        assertThat(order.state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(order.placedAs()).isEqualTo(Part.CLERK);
    }

    @Test
    void everyTransitionLeavesOneStep() {
        Order order = submitted();

        order.takeOn(dispatcherOf(JINXIU), NOW);
        order.acceptRouting(somebody(Part.LEADER), OrderFixture.ROUTING, OrderFixture.TEAM, NOW);

        assertThat(order.takeSteps())
                .extracting(Step::action)
                .containsExactly(OrderAction.TAKE_ON, OrderAction.ACCEPT_ROUTING);
        assertThat(order.takeSteps()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void theFixtureReachesEveryStateByVerbsAlone(OrderState state) {
        assertThat(in(state).state()).isEqualTo(state);
    }

    @Test
    void anAppealIsDecidedOneLevelUp() {
        Order order = in(OrderState.REJECTED);
        order.appeal(somebody(Part.SERVED), "确实需要", NOW);

        refused(() -> order.takeOn(dispatcherOf(JINXIU), NOW), OrderProblem.DECIDED_ELSEWHERE);
        order.takeOn(dispatcherOf("371625003"), NOW);

        assertThat(order.state()).isEqualTo(OrderState.ROUTING);
    }

    @Test
    void anAppealAtACenterIsDecidedByAnotherPerson() {
        Order order = submitted();
        Caller first = dispatcherOf("371625");
        order.refuse(first, Why.because(Reason.NOT_ELIGIBLE), NOW);
        order.appeal(somebody(Part.REQUESTER), "请再看", NOW);

        refused(() -> order.takeOn(first, NOW), OrderProblem.DECIDED_ELSEWHERE);
        order.refuse(dispatcherOf("371625"), Why.because(Reason.NOT_ELIGIBLE), NOW);

        refused(() -> order.appeal(somebody(Part.SERVED), "再一次", NOW), OrderProblem.ALREADY_APPEALED);
    }

    @Test
    void anAppealAfterSevenDaysIsTooLate() {
        Order order = in(OrderState.REJECTED);

        refused(
                () -> order.appeal(
                        somebody(Part.SERVED),
                        "请再看",
                        NOW.plus(Duration.ofDays(7)).plusSeconds(1)),
                OrderProblem.APPEAL_TOO_LATE);
        order.appeal(somebody(Part.SERVED), "请再看", NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void anOrderIsMergedIntoAnotherOpenOneOnly() {
        Order order = submitted();

        refused(() -> order.merge(dispatcherOf(JINXIU), order, NOW), OrderProblem.MERGE_TARGET);
        refused(() -> order.merge(dispatcherOf(JINXIU), in(OrderState.CLOSED), NOW), OrderProblem.MERGE_TARGET);
        assertThat(order.state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(order.takeSteps()).isEmpty();
    }

    @Test
    void whoOrderedCannotSignOff() {
        Caller requester = somebody(Part.SERVED);
        Order order = OrderFixture.submittedBy(requester);
        order.takeOn(dispatcherOf(JINXIU), NOW);
        order.acceptRouting(somebody(Part.LEADER), OrderFixture.ROUTING, OrderFixture.TEAM, NOW);

        refused(
                () -> order.signOff(Caller.as(requester.actor(), Part.EXPERT), true, NOW),
                OrderProblem.EXPERT_IS_REQUESTER);
        assertThat(order.state()).isEqualTo(OrderState.PREPARING);
    }

    @Test
    void anOrderIsNotScheduledBeforeTheTimeIsAgreed() {
        Order order = in(OrderState.PREPARING);
        order.signOff(somebody(Part.EXPERT), false, NOW);

        refused(() -> order.schedule(NOW), OrderProblem.NOT_NOW);
        order.agreeTime(somebody(Part.SERVED), NONE, NOW);
        order.schedule(NOW);

        assertThat(order.state()).isEqualTo(OrderState.SCHEDULED);
    }

    @Test
    void aChangeNeedsTheTimeToBeAgreedAnew() {
        Order order = in(OrderState.SCHEDULED);

        order.change(somebody(Part.EXPERT), Why.because(Reason.WEATHER), NOW);
        order.signOff(somebody(Part.EXPERT), false, NOW);

        assertThat(order.round().timeAgreed()).isFalse();
        assertThat(order.round().revision()).isEqualTo(2);
    }

    @Test
    void aHeldOrderThatIsCancelledHasNothingToReview() {
        Order order = in(OrderState.ON_HOLD);

        order.cancel(dispatcherOf(JINXIU), Why.because(Reason.NO_LONGER_NEEDED), NOW);

        assertThat(order.reviewOn()).isNull();
    }

    @Test
    void anUnratedOrderIsNeverSatisfied() {
        Order order = in(OrderState.AWAITING_RATING);

        order.closeUnrated(NOW);

        assertThat(order.round().result()).isEqualTo(RatingResult.UNRATED);
    }

    @Test
    void aReopenedOrderAsksTheSameTeamFirstUnlessTheResidentSaysNo() {
        Order again = in(OrderState.CLOSED);
        again.reopen(somebody(Part.SERVED), Why.because(Reason.NOT_DONE), NOW.plusSeconds(1), true, NOW);
        assertThat(again.assignment().previousTeam()).isEqualTo(OrderFixture.TEAM);
        assertThat(again.round().number()).isEqualTo(2);

        Order other = in(OrderState.CLOSED);
        other.reopen(somebody(Part.SERVED), Why.because(Reason.DONE_BADLY), NOW.plusSeconds(1), false, NOW);
        assertThat(other.assignment().previousTeam()).isNull();
        assertThat(other.assignment().excludedTeams()).containsExactly(OrderFixture.TEAM);
    }

    @Test
    void theFourthReopenIsForTheCentersDispatcherOnly() {
        Order order = in(OrderState.UNFULFILLED);
        Why why = Why.because(Reason.NOT_DONE);
        for (int i = 0; i < Round.REOPENS_BY_RESIDENT; i++) {
            order.reopen(somebody(Part.SERVED), why, NOW, true, NOW);
            order.giveUp(dispatcherOf("371625"), why, NOW);
        }

        refused(() -> order.reopen(somebody(Part.SERVED), why, NOW, true, NOW), OrderProblem.REOPENED_TOO_OFTEN);
        refused(() -> order.reopen(dispatcherOf("371625003"), why, NOW, true, NOW), OrderProblem.REOPENED_TOO_OFTEN);
        order.reopen(dispatcherOf("371625"), why, NOW, true, NOW);

        assertThat(order.round().number()).isEqualTo(5);
    }

    @Test
    void afterTheWindowAnOrderIsNotReopened() {
        refused(
                () -> in(OrderState.CLOSED)
                        .reopen(somebody(Part.SERVED), Why.because(Reason.NOT_DONE), NOW.minusSeconds(1), true, NOW),
                OrderProblem.REOPEN_TOO_LATE);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"SUBMITTED", "NEEDS_INFO", "ROUTING", "PREPARING"})
    void aHeldOrderGoesOnWhereItWas(OrderState state) {
        Order order = in(state);

        hold(order);
        order.resume(dispatcherOf(JINXIU), NOW);

        assertThat(order.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"OFFERED", "SCHEDULED"})
    void aHeldOrderGoesOnAtMostAtPreparing(OrderState state) {
        Order order = in(state);

        hold(order);
        order.resume(dispatcherOf(JINXIU), NOW);

        assertThat(order.state()).isEqualTo(OrderState.PREPARING);
        assertThat(order.team()).isEqualTo(OrderFixture.TEAM);
    }

    @Test
    void aHandedBackOrderBelongsToNoTeam() {
        Order order = in(OrderState.PREPARING);

        order.handBack(somebody(Part.LEADER), Why.because(Reason.TEAM_OVERLOADED), NOW);

        assertThat(order.state()).isEqualTo(OrderState.ROUTING);
        assertThat(order.team()).isNull();
    }

    @Test
    void aReasonOutsideTheListOfTheVerbIsRefused() {
        refused(() -> Why.given(OrderAction.HOLD, Reason.DUPLICATE, null), OrderProblem.REASON_UNKNOWN);
        refused(() -> Why.given(OrderAction.HOLD, Reason.OTHER, " "), OrderProblem.REASON_TEXT_MISSING);
        assertThat(Why.given(OrderAction.HOLD, Reason.OTHER, "下雪").text()).isEqualTo("下雪");
    }

    @Test
    void aRefusalTellsTheStateAndWhatIsPossible() {
        assertThatThrownBy(() -> in(OrderState.CLOSED).takeOn(dispatcherOf(JINXIU), NOW))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.type()).isEqualTo(OrderProblem.NOT_NOW);
                    assertThat(refused.members())
                            .containsEntry("state", OrderState.CLOSED)
                            .containsEntry("actions", List.of(OrderAction.REOPEN));
                });
    }

    private static void hold(Order order) {
        order.hold(dispatcherOf(JINXIU), Why.because(Reason.WEATHER), LocalDate.of(2026, 12, 1), NOW);
    }

    private static void refused(Runnable verb, ProblemType type) {
        assertThatThrownBy(verb::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.type())
                .isEqualTo(type));
    }
}
