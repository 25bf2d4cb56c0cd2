package org.diandan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import org.diandan.orders.History;
import org.diandan.orders.Machine;
import org.diandan.orders.Part;
import org.diandan.orders.Parties;
import org.diandan.orders.PartyKind;
import org.diandan.orders.Told;
import org.diandan.shared.Ids;
import org.diandan.timers.Timers;
import org.jspecify.annotations.Nullable;

/**
 * What every transition of a routing brings with it, in one place: the team's part in the order, its place, its time to
 * answer, the history and the news.
 */
@ApplicationScoped
class Moves {

    /** T3. */
    static final String ANSWER = "routing.answer";

    private final Routings routings;
    private final Capacities capacities;
    private final Responses responses;
    private final Waiting waiting;
    private final Timers timers;
    private final Parties parties;
    private final History history;
    private final Event<RoutingMoved> news;
    private final Ids ids;
    private final Clock clock;

    Moves(
            Routings routings,
            Capacities capacities,
            Responses responses,
            Waiting waiting,
            Timers timers,
            Parties parties,
            History history,
            Event<RoutingMoved> news,
            Ids ids,
            Clock clock) {
        this.routings = routings;
        this.capacities = capacities;
        this.responses = responses;
        this.waiting = waiting;
        this.timers = timers;
        this.parties = parties;
        this.history = history;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks the team. Its place has been taken already. */
    Routing begin(Proposal proposal) {
        var routing = new Routing(ids.of(Ids.centerOf(proposal.order())), proposal, clock.instant());
        routings.persist(routing);
        timers.set(ANSWER, routing.id(), routing.answerDueAt());
        parties.invite(routing.order(), PartyKind.TEAM, routing.team());
        tell(
                routing,
                new RoutingStep(
                        RoutingAction.PROPOSE,
                        null,
                        proposal.by(),
                        null,
                        proposal.overrideReason(),
                        routing.proposedAt()));
        return routing;
    }

    /** Follows up on a step that the routing has made. */
    void made(Routing routing, RoutingStep step) {
        if (step.from() == RoutingState.PROPOSED) {
            timers.cancel(ANSWER, routing.id());
            if (step.action() != RoutingAction.WITHDRAW) {
                responses.count(routing.team(), step.action() == RoutingAction.ACCEPT);
            }
        }
        if (step.isExit()) {
            capacities.giveBack(routing);
            waiting.placeFreed(routing.center());
            parties.dismiss(routing.order(), PartyKind.TEAM, routing.team());
        }
        tell(routing, step);
    }

    private void tell(Routing routing, RoutingStep step) {
        RoutingState from = step.from();
        history.tell(new Told(
                routing.order(),
                Machine.ROUTING,
                routing.id(),
                step.action().name(),
                from == null ? null : from.name(),
                step.action().to().name(),
                step.actor(),
                part(step),
                null,
                step.reason(),
                step.text(),
                routing.round(),
                step.at()));
        news.fire(new RoutingMoved(
                routing.center(),
                routing.id(),
                routing.order(),
                routing.team(),
                step.action(),
                from,
                step.action().to(),
                step.actor(),
                step.at()));
    }

    /** Where the routing only follows the order, the order's own history tells by which part. */
    private static @Nullable Part part(RoutingStep step) {
        if (step.actor().isProgram()) {
            return Part.PROGRAM;
        }
        return switch (step.action().by()) {
            case LEADER -> Part.ASKED_TEAM;
            case PROGRAM_OR_DISPATCHER -> step.action() == RoutingAction.PROPOSE ? Part.DISPATCHER : null;
            case PROGRAM, ORDER -> null;
        };
    }
}
