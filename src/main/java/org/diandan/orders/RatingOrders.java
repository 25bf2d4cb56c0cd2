package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.diandan.catalogue.Limit;
import org.diandan.identity.CurrentUser;
import org.diandan.orders.OrderAccess.Opened;
import org.diandan.shared.Role;
import org.diandan.tasks.NewTask;
import org.diandan.tasks.TaskKind;
import org.diandan.tasks.Tasks;

/** Rating: one a round, by the resident, a proxy, or a clerk who called back and names whom they heard. */
@ApplicationScoped
@Transactional
class RatingOrders {

    private final Orders orders;
    private final OrderAccess access;
    private final OrderNews news;
    private final TeamRatings ratings;
    private final OrderClocks clocks;
    private final Tasks tasks;
    private final OrderViews views;
    private final CurrentUser user;
    private final Clock clock;

    RatingOrders(
            Orders orders,
            OrderAccess access,
            OrderNews news,
            TeamRatings ratings,
            OrderClocks clocks,
            Tasks tasks,
            OrderViews views,
            CurrentUser user,
            Clock clock) {
        this.orders = orders;
        this.access = access;
        this.news = news;
        this.ratings = ratings;
        this.clocks = clocks;
        this.tasks = tasks;
        this.views = views;
        this.user = user;
        this.clock = clock;
    }

    OrderView rate(UUID id, RateOrder said) {
        Opened opened = access.move(id);
        Order order = opened.order();
        order.check(OrderAction.RATE, opened.caller());
        Part part = opened.caller().partFor(OrderAction.RATE);
        HeardFrom.needed(part, said.heardFrom());
        Instant now = clock.instant();
        orders.rating(order)
                .ifPresentOrElse(rating -> change(rating, part, said, now), () -> first(order, part, said, now));
        followUp(order, said.score(), now);
        order.rate(opened.caller(), said.score(), now);
        news.settle(order);
        orders.write();
        return views.view(order, user.scope());
    }

    /** T13: whoever was not content is spoken with by a dispatcher, who is not the team's. */
    private void followUp(Order order, int score, Instant now) {
        if (score <= Rating.LOW) {
            Instant due = clocks.due(order, Limit.LOW_RATING, now);
            tasks.open(new NewTask(
                    TaskKind.FOLLOW_UP, order.need().site(), Role.DISPATCHER, order.id(), due, order.number()));
        } else {
            tasks.settle(TaskKind.FOLLOW_UP, order.id());
        }
    }

    private void change(Rating rating, Part part, RateOrder said, Instant now) {
        int before = rating.score();
        rating.change(user.account(), part, said, now);
        ratings.change(rating.team(), before, rating.score());
    }

    private void first(Order order, Part part, RateOrder said, Instant now) {
        Instant ended = Objects.requireNonNull(order.round().endedAt());
        if (order.state() == OrderState.CLOSED && now.isAfter(ended.plus(Rating.CHANGEABLE_FOR.multipliedBy(2)))) {
            throw OrderProblem.RATING_LOCKED.because(Rating.CHANGEABLE_FOR.toDays());
        }
        UUID team = Objects.requireNonNull(order.team());
        orders.add(new Rating(order.id(), order.round().number(), team, user.account(), part, said, now));
        ratings.add(team, said.score());
    }
}
