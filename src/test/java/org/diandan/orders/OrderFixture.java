package org.diandan.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Urgency;

/** Orders in every state, and the people around them, without a database. */
final class OrderFixture {

    static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    static final String JINXIU = "371625003010";
    static final Ids IDS = new Ids(java.time.Clock.fixed(NOW, java.time.ZoneOffset.UTC), new Random(7));
    static final UUID RESIDENT = IDS.of("371625");
    static final UUID TEAM = IDS.of("371625");
    static final UUID ROUTING = IDS.of("371625");

    private OrderFixture() {}

    static Caller somebody(Part... parts) {
        Set<Part> set = EnumSet.noneOf(Part.class);
        set.addAll(List.of(parts));
        return new Caller(Actor.of(IDS.of("371625")), set, Set.of());
    }

    static Caller dispatcherOf(String area) {
        Set<Part> parts = EnumSet.of(Part.DISPATCHER);
        if (area.length() <= 6) {
            parts.add(Part.CENTER_DISPATCHER);
        }
        return new Caller(Actor.of(IDS.of("371625")), parts, Set.of(new Area(area)));
    }

    static Order submitted() {
        return submittedBy(somebody(Part.SERVED));
    }

    static Order submittedBy(Caller requester) {
        Need need = new Need(
                "home-haircut", JINXIU, Urgency.URGENT, Channel.PHONE, "上门理发", Map.of(), null, 1, new Company());
        Order order = new Order(IDS.of("371625"), "371625-2611-00001", need, RESIDENT, requester, NOW);
        order.takeSteps();
        return order;
    }

    /** An order that was brought into the state by its verbs alone. */
    static Order in(OrderState state) {
        Order order = submitted();
        switch (state) {
            case SUBMITTED -> {}
            case NEEDS_INFO -> order.ask(dispatcherOf(JINXIU), "几楼？", NOW);
            case REJECTED -> order.refuse(dispatcherOf(JINXIU), Why.because(Reason.NOT_ELIGIBLE), NOW);
            case MERGED -> order.merge(dispatcherOf(JINXIU), submitted(), NOW);
            case CANCELLED -> order.cancel(somebody(Part.SERVED), Why.because(Reason.NO_LONGER_NEEDED), NOW);
            case ON_HOLD ->
                order.hold(dispatcherOf(JINXIU), Why.because(Reason.WEATHER), LocalDate.of(2026, 11, 30), NOW);
            case ROUTING, UNFULFILLED -> route(order, state);
            case PREPARING, OFFERED, SCHEDULED, IN_SERVICE, AWAITING_RATING, CLOSED -> serve(order, state);
        }
        order.takeSteps();
        return order;
    }

    private static void route(Order order, OrderState state) {
        order.takeOn(dispatcherOf(JINXIU), NOW);
        if (state == OrderState.UNFULFILLED) {
            order.giveUp(dispatcherOf("371625"), Why.because(Reason.NO_TEAM_FOUND), NOW);
        }
    }

    private static void serve(Order order, OrderState state) {
        order.takeOn(dispatcherOf(JINXIU), NOW);
        order.acceptRouting(somebody(Part.LEADER), ROUTING, TEAM, NOW);
        List<Runnable> next = List.of(
                () -> order.signOff(somebody(Part.EXPERT), true, NOW),
                () -> order.schedule(NOW),
                () -> order.start(somebody(Part.ATTENDING), NOW),
                () -> order.finish(somebody(Part.LEADING), NOW),
                () -> order.rate(somebody(Part.SERVED), 5, NOW));
        for (Runnable verb : next) {
            if (order.state() == state) {
                return;
            }
            verb.run();
        }
    }
}
