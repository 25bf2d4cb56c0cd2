package org.diandan.matching;

import static org.diandan.shared.Role.DISPATCHER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Subject;
import org.diandan.http.Language;
import org.diandan.identity.CurrentUser;
import org.diandan.matching.Ranking.Barred;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.orders.OrderAction;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.OrderState;
import org.diandan.orders.Reason;
import org.diandan.shared.Actor;
import org.diandan.shared.Texts;
import org.jspecify.annotations.Nullable;

/** A dispatcher looks at the ranking, asks another team than the program would, or ends the search. */
@ApplicationScoped
@Transactional
class Overruling {

    private final RoutingAccess access;
    private final Routings routings;
    private final OrderProgress orders;
    private final Seeking seeking;
    private final Moves moves;
    private final Searches searches;
    private final LastResort lastResort;
    private final RoutingViews views;
    private final Audit audit;
    private final CurrentUser user;
    private final Language language;
    private final Clock clock;

    Overruling(
            RoutingAccess access,
            Routings routings,
            OrderProgress orders,
            Seeking seeking,
            Moves moves,
            Searches searches,
            LastResort lastResort,
            RoutingViews views,
            Audit audit,
            CurrentUser user,
            Language language,
            Clock clock) {
        this.access = access;
        this.routings = routings;
        this.orders = orders;
        this.seeking = seeking;
        this.moves = moves;
        this.searches = searches;
        this.lastResort = lastResort;
        this.views = views;
        this.audit = audit;
        this.user = user;
        this.language = language;
        this.clock = clock;
    }

    CandidatesView candidates(UUID id) {
        OrderFacts order = access.readOrder(id);
        Outlook outlook = seeking.outlook(order, order.previousTeam());
        return CandidatesView.of(
                order,
                outlook,
                searches.waitingFrom(id).orElse(null),
                outlook.isHopeless() ? lastResort.neighbours(order) : List.of(),
                language.locale());
    }

    /** Asks a team by hand. Where one team is asked at a time, the question to another is taken back. */
    RoutingView propose(UUID id, ProposeTeam wish) {
        OrderFacts order = seeking(access.moveOrder(id));
        List<Routing> live = routings.live(id);
        if (live.stream().anyMatch(routing -> routing.team().equals(wish.team()))) {
            throw MatchingProblem.ALREADY_ASKED.because();
        }
        if (seeking.isOneAtATime(order)) {
            withdraw(live, user.actor());
        }
        Outlook outlook = seeking.outlook(order, wish.team());
        Optional<Barred> barred = outlook.ranking().findBarred(wish.team());
        Ranked chosen = barred.map(out -> overruled(out, outlook))
                .or(() -> outlook.ranking().find(wish.team()))
                .orElseThrow(() -> MatchingProblem.UNKNOWN_TEAM.because());
        boolean best = outlook.ranking().best().filter(chosen::equals).isPresent();
        if (!best && (wish.reason() == null || wish.reason().isBlank())) {
            throw MatchingProblem.OVERRIDE_REASON_MISSING.because();
        }
        @Nullable Obstacle obstacle = barred.map(Barred::obstacle).orElse(null);
        Routing routing = seeking.ask(order, outlook, chosen, Engine.MANUAL, obstacle, wish.reason(), user.actor())
                .orElseThrow(() -> MatchingProblem.TEAM_FULL.because());
        if (!best) {
            var about = Subject.of(Subject.Kind.ORDER, id);
            audit.decided(
                    Decision.OVERRULED,
                    user.actor(),
                    order.site(),
                    about,
                    wish.team().toString());
        }
        lastResort.settle(order);
        return views.of(routing);
    }

    /** Says honestly that nobody could be found; not while a team is still thinking. */
    void giveUp(UUID id, GiveUpOrder said) {
        OrderFacts order = access.moveOrder(id);
        boolean atCenter = user.scope().areas(DISPATCHER).stream().anyMatch(area -> area.covers(order.center()));
        if (!atCenter) {
            throw MatchingProblem.NOT_AT_CENTER.because();
        }
        seeking(order);
        if (routings.live(id).stream().anyMatch(Routing::isOpen)) {
            throw MatchingProblem.STILL_ASKING.because();
        }
        checkReason(said);
        orders.giveUp(id, user.actor(), said.reason().name(), said.text());
    }

    private static void checkReason(GiveUpOrder said) {
        boolean needsText = said.reason() == Reason.OTHER
                && (said.text() == null || said.text().isBlank());
        if (needsText || !said.reason().isFor(OrderAction.GIVE_UP)) {
            throw MatchingProblem.GIVE_UP_REASON.because();
        }
    }

    private void withdraw(List<Routing> live, Actor actor) {
        for (Routing routing : live) {
            moves.made(routing, routing.withdraw(actor, "OTHER_TEAM", clock.instant()));
        }
    }

    private Ranked overruled(Barred out, Outlook outlook) {
        if (!out.obstacle().mayBeOverruled()) {
            throw MatchingProblem.TEAM_NOT_ELIGIBLE
                    .because(Texts.of(out.obstacle(), language.locale()))
                    .with("obstacle", out.obstacle());
        }
        return Ranked.of(outlook.policy().rules(), outlook.search(), out.candidate());
    }

    private static OrderFacts seeking(OrderFacts order) {
        if (order.state() != OrderState.ROUTING) {
            throw MatchingProblem.NOT_SEEKING.because().with("state", order.state());
        }
        return order;
    }
}
