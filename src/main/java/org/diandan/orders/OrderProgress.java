package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.ServiceItem;
import org.diandan.http.HttpProblem;
import org.diandan.shared.Actor;
import org.diandan.shared.Scope;
import org.diandan.volunteers.Teams;
import org.jspecify.annotations.Nullable;

/**
 * The verbs by which the rooms above push an order on, and the facts that they read. Each verb joins the caller's
 * transaction, writes the history, tells the news, and is refused when the transition table does not allow it.
 */
@ApplicationScoped
@Transactional
public class OrderProgress {

    private final Orders orders;
    private final OrderAccess access;
    private final OrderNews news;
    private final TeamRatings ratings;
    private final Catalogue catalogue;
    private final Teams teams;
    private final Clock clock;

    OrderProgress(
            Orders orders,
            OrderAccess access,
            OrderNews news,
            TeamRatings ratings,
            Catalogue catalogue,
            Teams teams,
            Clock clock) {
        this.orders = orders;
        this.access = access;
        this.news = news;
        this.ratings = ratings;
        this.catalogue = catalogue;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * The facts of an order, whoever asks.
     *
     * @throws org.diandan.shared.Refused not-found if there is no such order
     */
    public OrderFacts facts(UUID order) {
        return facts(orders.find(order).orElseThrow(HttpProblem.NOT_FOUND::because));
    }

    /** The facts for a caller; not-found unless the order exists for them. */
    public OrderFacts see(UUID order, Scope scope) {
        Order found = orders.find(order).orElseThrow(HttpProblem.NOT_FOUND::because);
        return facts(access.opened(found, scope).order());
    }

    /**
     * Reads an order and keeps others from moving it until the transaction ends. Whoever moves an order, or something
     * that may move it, takes this lock first.
     */
    public OrderFacts lock(UUID order) {
        return facts(locked(order));
    }

    /** The team's leader accepted a routing: the team has the order. */
    public void acceptRouting(UUID order, UUID routing, UUID team, Actor leader) {
        Order locked = locked(order);
        locked.acceptRouting(Caller.as(leader, Part.LEADER), routing, team, clock.instant());
        news.settle(locked);
    }

    /** Says honestly that no team could be found on any level. */
    public void giveUp(UUID order, Actor dispatcher, String reason, @Nullable String text) {
        Order locked = locked(order);
        locked.giveUp(Caller.as(dispatcher, Part.CENTER_DISPATCHER), new Why(reason, text), clock.instant());
        news.settle(locked);
    }

    /** Enough volunteers come at the agreed time. */
    public void schedule(UUID order) {
        Order locked = locked(order);
        locked.schedule(clock.instant());
        news.settle(locked);
    }

    /** Somebody withdrew or was released, and too few are left. */
    public void dropBelow(UUID order, String reason) {
        Order locked = locked(order);
        locked.dropBelow(new Why(reason, null), clock.instant());
        news.settle(locked);
    }

    /** The first volunteer checked in. */
    public void start(UUID order, Actor volunteer) {
        Order locked = locked(order);
        locked.start(Caller.as(volunteer, Part.ATTENDING), clock.instant());
        news.settle(locked);
    }

    /**
     * All is done.
     *
     * @param part LEADING, or LEADER or DISPATCHER where the report is overdue
     */
    public void finish(UUID order, Actor by, Part part) {
        Order locked = locked(order);
        locked.finish(Caller.as(by, part), clock.instant());
        news.settle(locked);
    }

    /**
     * A part is done and more has to follow.
     *
     * @param anotherPlanned whether a further visit of the plan is to come
     */
    public void partlyDone(UUID order, Actor leading, boolean anotherPlanned) {
        Order locked = locked(order);
        locked.partlyDone(Caller.as(leading, Part.LEADING), anotherPlanned, clock.instant());
        news.settle(locked);
        handBackIfTeamIsGone(locked);
    }

    /** The visit ended at a closed door, was refused at the door, or was not safe. */
    public void notPossible(UUID order, Actor leading, String reason) {
        Order locked = locked(order);
        locked.notPossible(Caller.as(leading, Part.LEADING), new Why(reason, null), clock.instant());
        news.settle(locked);
        handBackIfTeamIsGone(locked);
    }

    /** Nobody checked in until the time limit. */
    public void nobodyCame(UUID order) {
        Order locked = locked(order);
        locked.nobodyCame(clock.instant());
        news.settle(locked);
    }

    /** Tells whether somebody added a photo in the order's present round. */
    public boolean hasPhoto(UUID order) {
        return orders.find(order).map(orders::hasPhoto).orElse(false);
    }

    /** How residents rated these teams of a center; a team that nobody rated is absent. */
    public Map<UUID, TeamRating> ratings(String center, Collection<UUID> teams) {
        return ratings.of(center, teams);
    }

    /** The teams that served the resident before and were rated 4 or better. */
    public Set<UUID> likedTeams(String center, UUID resident) {
        return Set.copyOf(orders.likedTeams(center, resident));
    }

    /**
     * The team that has the order is no more: a dissolved team hands back what it has. What is being served is brought to
     * an end by those who are there, what is on hold waits: either is handed back when it would come back to the team.
     */
    public void teamDissolved(UUID order, UUID team) {
        Order locked = locked(order);
        if (team.equals(locked.team())) {
            handBack(locked);
        }
    }

    /** Hands an order back that has just come back to its team, if that is no more; else does nothing. */
    void handBackIfTeamIsGone(Order order) {
        UUID team = order.team();
        if (team != null && teams.isDissolved(team)) {
            handBack(order);
        }
    }

    private void handBack(Order order) {
        Why why = Why.because(Reason.TEAM_DISSOLVED);
        if (order.state() == OrderState.OFFERED || order.state() == OrderState.SCHEDULED) {
            order.change(Caller.PROGRAM, why, clock.instant());
            news.settle(order);
        }
        if (order.state() == OrderState.PREPARING) {
            order.handBack(Caller.PROGRAM, why, clock.instant());
            news.settle(order);
        }
    }

    private Order locked(UUID order) {
        return orders.lock(order).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    private OrderFacts facts(Order order) {
        ServiceItem service = catalogue.get(order.need().service());
        Preparation preparation = orders.preparation(order).orElse(null);
        if (preparation == null || !preparation.isSignedOff()) {
            return OrderFacts.of(order, service.people(), preparation == null ? null : preparation.expert(), null);
        }
        return OrderFacts.of(order, service.people(), preparation.expert(), preparation.plan(service));
    }
}
