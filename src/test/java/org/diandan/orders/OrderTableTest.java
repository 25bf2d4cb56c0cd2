package org.diandan.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.orders.OrderFixture.NOW;
import static org.diandan.orders.OrderFixture.TEAM;
import static org.diandan.orders.OrderFixture.in;
import static org.diandan.orders.OrderFixture.submitted;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.diandan.shared.Actor;
import org.diandan.shared.Area;
import org.diandan.shared.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every state × verb × part: what the table allows happens, all else is refused and changes nothing. */
class OrderTableTest {

    static Stream<Arguments> walks() {
        return Stream.of(OrderState.values()).flatMap(state -> Stream.of(OrderAction.values())
                .filter(action -> action != OrderAction.PLACE)
                .flatMap(action -> Stream.of(Part.values()).map(part -> Arguments.of(state, action, part))));
    }

    @ParameterizedTest(name = "{1} by {2} on {0}")
    @MethodSource("walks")
    void theTableIsTheOnlyWay(OrderState state, OrderAction action, Part part) {
        Order order = in(state);
        Caller caller = new Caller(actor(part), EnumSet.of(part), Set.of(new Area("37")));
        boolean allowed = action.by().contains(part) && action.from().contains(state);

        int status = attempt(order, action, caller);

        if (allowed) {
            assertThat(status).isZero();
            assertThat(action.to()).contains(order.state());
            assertThat(order.takeSteps()).hasSize(1);
        } else {
            assertThat(status).isEqualTo(action.by().contains(part) ? 409 : 403);
            assertThat(order.state()).isEqualTo(state);
            assertThat(order.takeSteps()).isEmpty();
        }
    }

    private static Actor actor(Part part) {
        return part == Part.PROGRAM ? Actor.PROGRAM : Actor.of(OrderFixture.IDS.of("371625"));
    }

    private static int attempt(Order order, OrderAction action, Caller caller) {
        try {
            use(order, action, caller);
            return 0;
        } catch (Refused refused) {
            return refused.type().status();
        }
    }

    private static void use(Order order, OrderAction action, Caller caller) {
        Why why = Why.because(Reason.OTHER);
        switch (action) {
            case PLACE -> throw new IllegalArgumentException();
            case TAKE_ON -> order.takeOn(caller, NOW);
            case ASK -> order.ask(caller, "?", NOW);
            case ANSWER -> order.answer(caller, "!", NOW);
            case REFUSE -> order.refuse(caller, why, NOW);
            case APPEAL -> order.appeal(caller, "请再看", NOW);
            case MERGE -> order.merge(caller, submitted(), NOW);
            case UNMERGE -> order.unmerge(caller, why, NOW);
            case TRANSFER -> order.transfer(caller, OrderFixture.IDS.of("210321"), why, NOW);
            case ACCEPT_ROUTING -> order.acceptRouting(caller, OrderFixture.ROUTING, TEAM, NOW);
            case GIVE_UP -> order.giveUp(caller, why, NOW);
            case ASSIGN -> order.assign(caller, why, NOW);
            case SIGN_OFF -> order.signOff(caller, true, NOW);
            case HAND_BACK -> order.handBack(caller, why, NOW);
            case AGREE_TIME -> order.agreeTime(caller, why, NOW);
            case CHANGE -> order.change(caller, why, NOW);
            case START -> order.start(caller, NOW);
            case FINISH -> order.finish(caller, NOW);
            case PARTLY_DONE -> order.partlyDone(caller, true, NOW);
            case NOT_POSSIBLE -> order.notPossible(caller, why, NOW);
            case RATE -> order.rate(caller, 4, NOW);
            case REOPEN -> order.reopen(caller, why, NOW, true, NOW);
            case HOLD -> order.hold(caller, why, LocalDate.of(2026, 12, 1), NOW);
            case RESUME -> order.resume(caller, NOW);
            case CANCEL -> order.cancel(caller, why, NOW);
            case SCHEDULE, DROP_BELOW, NOBODY_CAME, CLOSE_UNRATED -> byProgram(order, action, caller);
        }
    }

    /** These take no caller: the program alone uses them. */
    private static void byProgram(Order order, OrderAction action, Caller caller) {
        order.check(action, caller);
        switch (action) {
            case SCHEDULE -> order.schedule(NOW);
            case DROP_BELOW -> order.dropBelow(Why.NONE, NOW);
            case NOBODY_CAME -> order.nobodyCame(NOW);
            case CLOSE_UNRATED -> order.closeUnrated(NOW);
            default -> throw new IllegalArgumentException(action.name());
        }
    }
}
