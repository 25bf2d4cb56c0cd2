package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diandan.matching.Examples.JINXIU;
import static org.diandan.matching.Examples.MONDAY_AFTERNOON;
import static org.diandan.matching.Examples.ORDER;
import static org.diandan.matching.Examples.TEAM;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.diandan.shared.Actor;
import org.diandan.shared.Refused;
import org.diandan.shared.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoutingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Actor SOMEONE = Actor.of(new UUID(1, 1));
    private static final Set<RoutingAction> AFTER_THE_BEGINNING =
            EnumSet.complementOf(EnumSet.of(RoutingAction.PROPOSE));

    static Stream<Arguments> everyStateAndAction() {
        return Arrays.stream(RoutingState.values())
                .flatMap(state -> AFTER_THE_BEGINNING.stream().map(action -> Arguments.of(state, action)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndAction")
    void anActionIsPossibleExactlyWhereTheTableSays(RoutingState state, RoutingAction action) {
        Routing routing = in(state);
        if (action.from() == state) {
            RoutingStep step = perform(action, routing);
            assertThat(routing.state()).isEqualTo(action.to());
            assertThat(step.from()).isEqualTo(state);
            assertThat(step.action()).isEqualTo(action);
            assertThat(step.isExit()).isEqualTo(state.isLive() && !action.to().isLive());
        } else {
            assertThatThrownBy(() -> perform(action, routing)).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.type()).isEqualTo(MatchingProblem.ROUTING_NOT_NOW);
                assertThat(refused.members()).containsEntry("state", state);
            });
            assertThat(routing.state()).isEqualTo(state);
        }
    }

    @Test
    void onlyALeaderIsOfferedTheVerbsAndOnlyWhileTheQuestionIsOpen() {
        assertThat(RoutingAction.open(RoutingState.PROPOSED, true)).containsExactly("accept", "decline");
        assertThat(RoutingAction.open(RoutingState.PROPOSED, false)).isEmpty();
        assertThat(RoutingAction.open(RoutingState.ACCEPTED, true)).isEmpty();
    }

    @Test
    void everyWayOutOfALiveStateEndsTheHoldOnAPlace() {
        assertThat(Arrays.stream(RoutingState.values()).filter(RoutingState::isLive))
                .containsExactly(RoutingState.PROPOSED, RoutingState.ACCEPTED);
    }

    private static Routing in(RoutingState state) {
        var routing = new Routing(
                new UUID(2, 2),
                new Proposal(
                        ORDER,
                        1,
                        JINXIU,
                        "home-haircut",
                        Urgency.NORMAL,
                        TEAM,
                        Reach.VILLAGE,
                        Engine.ONLINE,
                        MONDAY_AFTERNOON,
                        "{}",
                        null,
                        NOW,
                        Actor.PROGRAM),
                NOW);
        for (RoutingAction action : wayTo(state)) {
            perform(action, routing);
        }
        assertThat(routing.state()).isEqualTo(state);
        return routing;
    }

    private static List<RoutingAction> wayTo(RoutingState state) {
        return switch (state) {
            case PROPOSED -> List.of();
            case ACCEPTED -> List.of(RoutingAction.ACCEPT);
            case DECLINED -> List.of(RoutingAction.DECLINE);
            case TIMED_OUT -> List.of(RoutingAction.TIME_OUT);
            case WITHDRAWN -> List.of(RoutingAction.WITHDRAW);
            case HANDED_BACK -> List.of(RoutingAction.ACCEPT, RoutingAction.HAND_BACK);
            case ENDED -> List.of(RoutingAction.ACCEPT, RoutingAction.END);
        };
    }

    private static RoutingStep perform(RoutingAction action, Routing routing) {
        return switch (action) {
            case PROPOSE -> throw new IllegalArgumentException("Begins one");
            case ACCEPT -> routing.accept(SOMEONE, NOW);
            case DECLINE -> routing.decline(SOMEONE, DeclineReason.TOO_FAR, null, NOW);
            case TIME_OUT -> routing.timeOut(NOW);
            case WITHDRAW -> routing.withdraw(SOMEONE, "HOLD", NOW);
            case HAND_BACK -> routing.handBack(SOMEONE, NOW);
            case END -> routing.end(SOMEONE, "CLOSED", NOW);
        };
    }
}
