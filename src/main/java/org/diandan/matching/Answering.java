package org.diandan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Language;
import org.diandan.identity.CurrentUser;
import org.diandan.matching.RoutingAccess.Opened;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.OrderState;
import org.diandan.shared.Texts;
import org.diandan.timers.Timer;
import org.diandan.timers.TimerHandler;

/** A team answers, or lets its time run out (T3); and an order that waits is looked at again when its time has come. */
@ApplicationScoped
@Transactional
class Answering implements TimerHandler {

    private final RoutingAccess access;
    private final Routings routings;
    private final OrderProgress orders;
    private final Moves moves;
    private final Seeking seeking;
    private final Scouting scouting;
    private final RoutingViews views;
    private final CurrentUser user;
    private final Language language;
    private final EntityManager entities;
    private final Clock clock;

    Answering(
            RoutingAccess access,
            Routings routings,
            OrderProgress orders,
            Moves moves,
            Seeking seeking,
            Scouting scouting,
            RoutingViews views,
            CurrentUser user,
            Language language,
            EntityManager entities,
            Clock clock) {
        this.access = access;
        this.routings = routings;
        this.orders = orders;
        this.moves = moves;
        this.seeking = seeking;
        this.scouting = scouting;
        this.views = views;
        this.user = user;
        this.language = language;
        this.entities = entities;
        this.clock = clock;
    }

    /** The order goes to the team; whoever else was asked is told that it is taken. */
    RoutingView accept(UUID id) {
        Opened opened = access.answer(id);
        Routing routing = opened.routing();
        RoutingStep step = routing.accept(user.actor(), clock.instant());
        checkStillEligible(opened.order(), routing);
        moves.made(routing, step);
        orders.acceptRouting(routing.order(), routing.id(), routing.team(), user.actor());
        return views.of(routing);
    }

    /** The next team is asked at once. */
    RoutingView decline(UUID id, DeclineRouting said) {
        if (said.reason() == DeclineReason.OTHER
                && (said.text() == null || said.text().isBlank())) {
            throw MatchingProblem.DECLINE_TEXT_MISSING.because();
        }
        Opened opened = access.answer(id);
        Routing routing = opened.routing();
        moves.made(routing, routing.decline(user.actor(), said.reason(), said.text(), clock.instant()));
        seeking.seek(opened.order());
        return views.of(routing);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Moves.ANSWER, Waiting.AGAIN);
    }

    @Override
    public void fire(Timer timer) {
        if (timer.kind().equals(Waiting.AGAIN)) {
            seekAgain(timer.subject());
        } else {
            timeOut(timer.subject());
        }
    }

    private void seekAgain(UUID id) {
        OrderFacts order = orders.lock(id);
        if (order.state() == OrderState.ROUTING) {
            seeking.seek(order);
        }
    }

    private void timeOut(UUID id) {
        routings.find(id).ifPresent(routing -> {
            OrderFacts order = orders.lock(routing.order());
            entities.refresh(routing);
            if (routing.isOpen()) {
                moves.made(routing, routing.timeOut(clock.instant()));
                seeking.seek(order);
            }
        });
    }

    /** Days may lie between question and answer: a certificate ran out, a slot was made smaller, the team was suspended. */
    private void checkStillEligible(OrderFacts order, Routing routing) {
        scouting.obstacleNow(order, routing).ifPresent(obstacle -> {
            throw MatchingProblem.TEAM_NOT_ELIGIBLE
                    .because(Texts.of(obstacle, language.locale()))
                    .with("obstacle", obstacle);
        });
    }
}
