package org.diandan.matching;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.diandan.assignment.ExactEngine;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.ServiceItem;
import org.diandan.jobs.JobFacts;
import org.diandan.jobs.JobHandler;
import org.diandan.jobs.JobState;
import org.diandan.jobs.Progress;
import org.diandan.matching.Backlog.Place;
import org.diandan.matching.Backlog.Solution;
import org.diandan.matching.SlotPrices.Learning;
import org.diandan.matching.SlotPrices.SlotPrice;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.SeekingOrders;
import org.diandan.policies.Policies;
import org.diandan.policies.Rules;
import org.diandan.shared.TimeWindow;
import org.diandan.sites.Sites;

/**
 * Learns what places are worth: asks how the orders of the last seven days would best have been served in one week, by
 * the teams as they are today, and keeps the prices that prove that plan. What waits now counts too, so that a surge
 * shows in the prices within the hour.
 */
@ApplicationScoped
class PriceLearning implements JobHandler {

    static final String KIND = "matching.learn-prices";

    private static final Duration PERIOD = Duration.ofDays(7);

    private final Routings routings;
    private final SeekingOrders orders;
    private final Surveying surveying;
    private final SlotPrices prices;
    private final Watching watching;
    private final Waiting waiting;
    private final Catalogue catalogue;
    private final Sites sites;
    private final Policies policies;
    private final Worths worths;
    private final Clock clock;
    private final ExactEngine engine = new ExactEngine();

    PriceLearning(
            Routings routings,
            SeekingOrders orders,
            Surveying surveying,
            SlotPrices prices,
            Watching watching,
            Waiting waiting,
            Catalogue catalogue,
            Sites sites,
            Policies policies,
            Worths worths,
            Clock clock) {
        this.routings = routings;
        this.orders = orders;
        this.surveying = surveying;
        this.prices = prices;
        this.watching = watching;
        this.waiting = waiting;
        this.catalogue = catalogue;
        this.sites = sites;
        this.policies = policies;
        this.worths = worths;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobFacts job, Progress progress) {
        String center = job.center();
        Instant now = clock.instant();
        Backlog week = QuarkusTransaction.requiringNew().call(() -> week(center, now));
        progress.tell(0, week.orders().size());
        Solution solution = week.solve(engine, 0);
        int matched = (int) solution.options().stream()
                .filter(option -> option != Backlog.NOWHERE)
                .count();
        QuarkusTransaction.requiringNew().run(() -> {
            PriceSource source = watching.isDeep(center) ? PriceSource.QUEUE_DEPTH : PriceSource.SCHEDULE;
            var learning = new Learning(
                    now,
                    new TimeWindow(now.minus(PERIOD), now),
                    source,
                    week.orders().size(),
                    matched);
            prices.replace(center, learning, points(week, solution));
            waiting.pricesChanged(center);
        });
        return "/centers/" + center + "/prices";
    }

    @Override
    public void ended(JobFacts job, JobState state) {
        // The prices of before stay, and count for nothing once they are too old.
    }

    /** The orders of the period, posed as those of one week that begins with the teams empty. */
    private Backlog week(String center, Instant now) {
        Set<UUID> asked = new HashSet<>(routings.ordersAskedFor(center, now.minus(PERIOD), now));
        List<OrderFacts> seeking = orders.all(center);
        seeking.forEach(order -> asked.remove(order.id()));
        List<OrderFacts> all = new ArrayList<>(seeking);
        all.addAll(orders.facts(center, asked));
        ZoneId zone = sites.zone(center);
        LocalDate monday = now.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        UnaryOperator<Opening> intoTheWeek = opening -> opening.movedTo(
                monday.with(TemporalAdjusters.nextOrSame(opening.on().getDayOfWeek())));
        Survey survey = surveying.of(center, surveying.teams(center), Map.of(), all);
        Rules rules = policies.of(center).rules();
        Map<UUID, Integer> worth = worths.of(center, all, rules.value());
        var builder = new BacklogBuilder(rules, survey, intoTheWeek);
        for (OrderFacts order : all) {
            ServiceItem service = catalogue.get(order.service());
            builder.add(
                    order,
                    service,
                    slots(order, service, monday, zone),
                    requireNonNull(worth.get(order.id())),
                    List.of(),
                    null);
        }
        return builder.build(Tiers.of(rules), 0);
    }

    /** When the order was wished, however long ago; else any time of a week. */
    private static Slots slots(OrderFacts order, ServiceItem service, LocalDate monday, ZoneId zone) {
        TimeWindow wished = order.wished();
        TimeWindow week = new TimeWindow(
                monday.atStartOfDay(zone).toInstant(),
                monday.plusWeeks(1).atStartOfDay(zone).toInstant());
        return new Slots(wished == null ? week : wished, wished != null, service.usualDuration(), zone);
    }

    private static List<SlotPrice> points(Backlog week, Solution solution) {
        var found = new ArrayList<SlotPrice>();
        for (int place = 0; place < solution.prices().size(); place++) {
            Place at = week.places().get(place);
            if (solution.prices().get(place) > 0) {
                found.add(new SlotPrice(
                        at.team(), at.opening().slot(), solution.prices().get(place)));
            }
        }
        return found;
    }
}
