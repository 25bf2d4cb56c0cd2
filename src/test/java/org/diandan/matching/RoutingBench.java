package org.diandan.matching;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.diandan.jobs.JobFacts;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderProgress;
import org.diandan.shared.Actor;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/**
 * Measures routing on a whole province: how long a decision takes and how many statements, that reservations over-book
 * nothing, and what plans cost in time and memory. No test: called by {@code bench/routing}, see {@code bench/routing.md}.
 */
@QuarkusTest
class RoutingBench {

    private static final int DECISIONS = Integer.getInteger("bench.decisions", 10_000);
    private static final int PLANS = Integer.getInteger("bench.plans", 1_000);
    private static final int LARGE = Integer.getInteger("bench.large", 10_000);
    private static final int WARM_UP = 2_000;
    private static final int SETTLED = 50;

    @Inject
    Province province;

    @Inject
    Seeking seeking;

    @Inject
    OrderProgress orders;

    @Inject
    Planning planning;

    @Inject
    PlanMaking making;

    @Inject
    RoutingPlans plans;

    @Inject
    Capacities capacities;

    @Inject
    ObjectMapper json;

    @Inject
    Session session;

    private Divisions divisions;

    @Test
    void measure() throws Exception {
        divisions = Divisions.in(Path.of(System.getProperty("bench.divisions")));
        List<String> counties = divisions.counties();
        province.plantSites(divisions);
        province.plantTeams(divisions);
        say("counties %d", counties.size());
        say("teams %d", counties.size() * Province.TEAMS_PER_COUNTY);
        List<UUID> waiting = new ArrayList<>();
        for (String county : counties) {
            waiting.addAll(province.plantOrders(divisions, county, (DECISIONS + WARM_UP) / counties.size() + 1, 0));
        }
        Collections.shuffle(waiting, new Random(1));
        Province.analyze();
        decide(waiting.subList(0, WARM_UP), false);
        decide(waiting.subList(WARM_UP, WARM_UP + DECISIONS), true);
        rush();
        planMany(counties.get(0));
        planLarge(counties.get(counties.size() - 1));
    }

    /** To decide: read the order and everything about the teams, rank. To route: that, ask the best and keep it durably. */
    private void decide(List<UUID> some, boolean tell) {
        long[] decided = new long[some.size()];
        long[] routed = new long[some.size()];
        long[] statements = new long[2];
        Statistics statistics = statistics();
        long processor = processorNanos();
        for (int i = 0; i < some.size(); i++) {
            UUID order = some.get(i);
            long before = statistics.getPrepareStatementCount();
            long start = System.nanoTime();
            QuarkusTransaction.requiringNew().run(() -> {
                OrderFacts facts = orders.facts(order);
                seeking.outlook(facts, null);
            });
            decided[i] = System.nanoTime() - start;
            long between = statistics.getPrepareStatementCount();
            start = System.nanoTime();
            QuarkusTransaction.requiringNew().run(() -> seeking.seek(orders.lock(order)));
            routed[i] = System.nanoTime() - start;
            statements[0] += between - before;
            statements[1] += statistics.getPrepareStatementCount() - between;
        }
        if (tell) {
            say("decisions %d", some.size());
            spread("decision", decided, statements[0]);
            spread("routing", routed, statements[1]);
            say("both-processor-ms %.2f", (processorNanos() - processor) / 1e6 / some.size());
        }
    }

    private static void spread(String name, long[] nanos, long statements) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        say("%s-p50-ms %.2f", name, sorted[sorted.length / 2] / 1e6);
        say("%s-p99-ms %.2f", name, sorted[sorted.length * 99 / 100] / 1e6);
        say("%s-most-ms %.2f", name, sorted[sorted.length - 1] / 1e6);
        say("%s-statements %.1f", name, (double) statements / nanos.length);
    }

    private void rush() throws Exception {
        say("reservations-wanted %d", Rush.WANTED);
        say("reservations-threads %d", Rush.THREADS);
        say("reservations-places %d", Rush.PLACES);
        tell("guarded", Rush.guarded(capacities), false);
        tell("without-condition", Rush.withoutCondition(), false);
        tell("without-condition-and-check", Rush.withoutAnything(), true);
    }

    /** The last is the control: where it over-books nothing, the others prove nothing. */
    private static void tell(String name, Rush.Outcome outcome, boolean overBooked) {
        say("%s-got %d", name, outcome.got());
        say("%s-held %d", name, outcome.held());
        say("%s-refused-by-check %d", name, outcome.refused());
        say("%s-over-booked %s", name, outcome.isOverBooked());
        if (outcome.isOverBooked() != overBooked || outcome.got() != outcome.held()) {
            throw new IllegalStateException("Reservations " + name + " came to " + outcome);
        }
    }

    private void planMany(String county) {
        long settled = 0;
        long[] took = new long[PLANS];
        int planned = 0;
        for (int plan = 0; plan < PLANS; plan++) {
            if (plan == SETTLED) {
                settled = heap();
            }
            long start = System.nanoTime();
            planned = plan(county).orders();
            took[plan] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        say("plans %d", PLANS);
        say("plans-orders %d", planned);
        say("plans-p50-ms %.1f", took[PLANS / 2] / 1e6);
        say("plans-heap-growth-mb %.1f", (heap() - settled) / 1e6);
    }

    private void planLarge(String county) throws SQLException {
        for (int some = 0; some < LARGE; some += 1_000) {
            province.plantOrders(divisions, county, Math.min(1_000, LARGE - some), 100_000 + some);
        }
        Province.analyze();
        Statistics statistics = statistics();
        for (String name : List.of("large-first", "large-second")) {
            long before = statistics.getPrepareStatementCount();
            long start = System.nanoTime();
            PlanTotals totals = plan(county);
            say("%s-ms %d", name, (System.nanoTime() - start) / 1_000_000);
            say("%s-orders %d", name, totals.orders());
            say("%s-matched %d", name, totals.matchedThen());
            say("%s-statements %d", name, statistics.getPrepareStatementCount() - before);
        }
    }

    /** From the question to the kept preview, as the job makes it. */
    private PlanTotals plan(String county) {
        Actor somebody = Actor.PROGRAM;
        RoutingPlan plan = QuarkusTransaction.requiringNew()
                .call(() -> planning.begin(county, PlanCause.REQUEST, false, somebody));
        making.run(new JobFacts(county, plan.id(), PlanMaking.KIND, plan.id(), somebody), (done, total) -> {});
        return QuarkusTransaction.requiringNew().call(() -> {
            RoutingPlan made = plans.lock(plan.id()).orElseThrow();
            if (made.state() == PlanState.READY) {
                planning.discard(made, somebody);
            }
            return json.readValue(made.totals(), PlanTotals.class);
        });
    }

    /** What the program itself, without its database, has used of the processors in this thread. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private Statistics statistics() {
        Statistics statistics = session.getSessionFactory().getStatistics();
        statistics.setStatisticsEnabled(true);
        return statistics;
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
