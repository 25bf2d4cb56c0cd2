package org.diandan.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.diandan.offers.SwapAction.ACCEPT;
import static org.diandan.offers.SwapAction.AGREE;
import static org.diandan.offers.SwapAction.DECLINE;
import static org.diandan.offers.SwapAction.EXPIRE;
import static org.diandan.offers.SwapAction.REFUSE;
import static org.diandan.offers.SwapAction.WITHDRAW;
import static org.diandan.offers.SwapState.ACCEPTED;
import static org.diandan.offers.SwapState.ASKED;
import static org.diandan.offers.SwapWho.CLERK;
import static org.diandan.offers.SwapWho.DISPATCHER;
import static org.diandan.offers.SwapWho.GIVER;
import static org.diandan.offers.SwapWho.LEADER;
import static org.diandan.offers.SwapWho.PROGRAM;
import static org.diandan.offers.SwapWho.TAKER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.ProblemType;
import org.diandan.shared.Refused;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Scope.Grant;
import org.diandan.shared.Urgency;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.VisitState;
import org.diandan.visits.Wave;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SwapTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Ids IDS = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));
    private static final UUID WANG = id();
    private static final UUID LI = id();
    private static final Actor SOMEBODY = Actor.of(id());

    private static final Map<SwapAction, BiFunction<Swap, Set<SwapWho>, SwapStep>> VERBS = Map.of(
            ACCEPT, (swap, who) -> swap.accept(who, Actor.of(LI), null, 1, NOW),
            DECLINE, (swap, who) -> swap.decline(who, Actor.of(LI), DeclineReason.NO_TIME, null, NOW),
            WITHDRAW, (swap, who) -> swap.withdraw(who, Actor.of(WANG), NOW),
            AGREE, (swap, who) -> swap.agree(who, SOMEBODY, NOW),
            REFUSE, (swap, who) -> swap.refuse(who, SOMEBODY, NOW),
            EXPIRE, (swap, who) -> expire(swap, who));

    /** Written down once more, so that a slip in the table is seen. */
    private static final Map<SwapAction, Set<SwapState>> POSSIBLE = Map.of(
            ACCEPT, EnumSet.of(ASKED),
            DECLINE, EnumSet.of(ASKED),
            WITHDRAW, EnumSet.of(ASKED, ACCEPTED),
            AGREE, EnumSet.of(ACCEPTED),
            REFUSE, EnumSet.of(ASKED, ACCEPTED),
            EXPIRE, EnumSet.of(ASKED, ACCEPTED));

    private static final Map<SwapAction, Set<SwapWho>> ALLOWED = Map.of(
            ACCEPT, EnumSet.of(TAKER, LEADER, CLERK, DISPATCHER),
            DECLINE, EnumSet.of(TAKER, LEADER, CLERK, DISPATCHER),
            WITHDRAW, EnumSet.of(GIVER, TAKER),
            AGREE, EnumSet.of(LEADER, DISPATCHER),
            REFUSE, EnumSet.of(LEADER, DISPATCHER),
            EXPIRE, EnumSet.of(PROGRAM));

    static Stream<Arguments> everyActionInEveryStateByEveryone() {
        return VERBS.keySet().stream().flatMap(action -> Arrays.stream(SwapState.values())
                .flatMap(state -> Arrays.stream(SwapWho.values()).map(who -> Arguments.of(action, state, who))));
    }

    @ParameterizedTest
    @MethodSource("everyActionInEveryStateByEveryone")
    void aVerbIsPossibleWhereAndForWhomTheTableSaysSo(SwapAction action, SwapState state, SwapWho who) {
        Swap swap = swapIn(state);
        ThrowingCallable act = () -> VERBS.get(action).apply(swap, EnumSet.of(who));

        if (!ALLOWED.get(action).contains(who)) {
            assertRefused(OffersProblem.SWAP_NOT_YOURS, act);
        } else if (!POSSIBLE.get(action).contains(state)) {
            assertRefused(OffersProblem.SWAP_NOT_NOW, act);
        } else {
            assertThat(VERBS.get(action).apply(swap, EnumSet.of(who)))
                    .isEqualTo(new SwapStep(action, state, action.to()));
            assertThat(swap.state()).isEqualTo(action.to());
            return;
        }
        assertThat(swap.state()).isEqualTo(state);
    }

    @Test
    void aYesIsTheOthersOwnOrSomebodyWhoHeardItIsNamed() {
        assertRefused(
                OffersProblem.CONSENT_UNHEARD, () -> swapIn(ASKED).accept(EnumSet.of(LEADER), SOMEBODY, " ", 1, NOW));
        assertRefused(OffersProblem.CONSENT_UNHEARD, () -> swapIn(ASKED)
                .decline(EnumSet.of(LEADER), SOMEBODY, DeclineReason.ILL, null, NOW));
        Swap heard = swapIn(ASKED);
        heard.accept(EnumSet.of(LEADER), SOMEBODY, "赵队长", 1, NOW);
        assertThat(heard.placeTaker().by()).isEqualTo(SOMEBODY);
        assertThat(heard.placeTaker().heardBy()).isEqualTo("赵队长");
        Swap own = swapIn(ASKED);
        own.accept(EnumSet.of(TAKER), Actor.of(LI), "赵队长", 1, NOW);
        assertThat(own.placeTaker().heardBy())
                .as("one's own act was heard by nobody")
                .isNull();
    }

    /** Fails when a leader who gives or takes keeps the leader's part: one person would decide alone. */
    @Test
    void nobodyAgreesToTheirOwnSwapAsTheLeader() {
        VisitFacts visit = visit();
        var leads = List.of(new Grant(Role.LEADER, visit.team().toString()));

        assertThat(SwapWho.of(new Scope(WANG, leads), visit, WANG, LI)).containsExactly(GIVER);
        assertThat(SwapWho.of(new Scope(LI, leads), visit, WANG, LI)).containsExactly(TAKER);
        assertThat(SwapWho.of(new Scope(id(), leads), visit, WANG, LI)).containsExactly(LEADER);
    }

    private static SwapStep expire(Swap swap, Set<SwapWho> who) {
        swap.check(EXPIRE, who);
        return swap.expire(NOW);
    }

    private static Swap swapIn(SwapState state) {
        Swap swap = new Swap(id(), visit(), WANG, LI, NOW);
        if (state == ACCEPTED || state == SwapState.DONE) {
            swap.accept(EnumSet.of(TAKER), Actor.of(LI), null, 1, NOW);
        }
        switch (state) {
            case ASKED, ACCEPTED -> {}
            case DONE -> swap.agree(EnumSet.of(LEADER), SOMEBODY, NOW);
            case DECLINED -> swap.decline(EnumSet.of(TAKER), Actor.of(LI), DeclineReason.ILL, null, NOW);
            case REFUSED -> swap.refuse(EnumSet.of(LEADER), SOMEBODY, NOW);
            case WITHDRAWN -> swap.withdraw(EnumSet.of(GIVER), Actor.of(WANG), NOW);
            case EXPIRED -> swap.expire(NOW);
        }
        assertThat(swap.state()).isEqualTo(state);
        return swap;
    }

    private static VisitFacts visit() {
        return new VisitFacts(
                id(),
                "371625",
                id(),
                1,
                1,
                id(),
                id(),
                "home-haircut",
                "371625003010",
                NOW.plus(Duration.ofHours(5)),
                NOW.plus(Duration.ofHours(6)),
                false,
                1,
                1,
                VisitState.PLANNED,
                1,
                Urgency.NORMAL,
                NOW,
                Wave.TEAM,
                null);
    }

    private static UUID id() {
        return IDS.of("371625");
    }

    private static void assertRefused(ProblemType type, ThrowingCallable act) {
        var refused = catchThrowableOfType(Refused.class, act);
        assertThat(refused).as("refused as %s", type.slug()).isNotNull();
        assertThat(refused.type()).isEqualTo(type);
    }
}
