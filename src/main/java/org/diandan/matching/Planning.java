package org.diandan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;
import org.diandan.identity.Accounts;
import org.diandan.jobs.Jobs;
import org.diandan.jobs.NewJob;
import org.diandan.orders.SeekingOrders;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Refused;
import org.diandan.shared.Role;
import org.diandan.sites.Sites;
import org.diandan.tasks.NewTask;
import org.diandan.tasks.TaskKind;
import org.diandan.tasks.Tasks;
import org.diandan.timers.Timer;
import org.diandan.timers.TimerHandler;
import org.diandan.timers.Timers;

/** The life of a plan: begun, ready, and confirmed, discarded or expired. What is to be done between is the jobs'. */
@ApplicationScoped
@Transactional
class Planning implements TimerHandler {

    private static final String EXPIRES = "matching.plan-expires";
    private static final String PROGRAM = "Diandan (点单)";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RoutingPlans plans;
    private final SeekingOrders orders;
    private final Jobs jobs;
    private final Timers timers;
    private final Tasks tasks;
    private final Accounts accounts;
    private final Sites sites;
    private final MatchingConfig config;
    private final Ids ids;
    private final Clock clock;

    Planning(
            RoutingPlans plans,
            SeekingOrders orders,
            Jobs jobs,
            Timers timers,
            Tasks tasks,
            Accounts accounts,
            Sites sites,
            MatchingConfig config,
            Ids ids,
            Clock clock) {
        this.plans = plans;
        this.orders = orders;
        this.jobs = jobs;
        this.timers = timers;
        this.tasks = tasks;
        this.accounts = accounts;
        this.sites = sites;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a plan of a Center.
     *
     * @param automatic whether it is put into effect as soon as it is ready
     * @throws org.diandan.shared.Refused if no team is sought for any order, or another plan is not over
     */
    RoutingPlan begin(String center, PlanCause cause, boolean automatic, Actor by) {
        if (orders.count(center, 1) == 0) {
            throw MatchingProblem.NOTHING_TO_PLAN.because();
        }
        UUID id = ids.of(center);
        if (!plans.open(id, cause, automatic, by, clock.instant())) {
            throw plans.open(center).map(this::inProgress).orElseGet(MatchingProblem.PLAN_IN_PROGRESS::because);
        }
        RoutingPlan plan = plans.lock(id).orElseThrow();
        plan.begin(jobs.ask(new NewJob(PlanMaking.KIND, id, by)));
        return plan;
    }

    /** Tells who plans, and since when. */
    private Refused inProgress(RoutingPlan plan) {
        UUID by = plan.askedBy();
        String name = by == null ? PROGRAM : accounts.names(Set.of(by)).getOrDefault(by, PROGRAM);
        String since = MINUTES.withZone(sites.zone(plan.center())).format(plan.askedAt());
        return MatchingProblem.PLAN_IN_PROGRESS
                .because(name, since)
                .with("plan", plan.id())
                .with("state", plan.state());
    }

    /** What it changes is known. It waits for a dispatcher, unless the Center's policy has confirmed it beforehand. */
    void ready(RoutingPlan plan, String totals) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(config.planLifetime());
        plan.ready(totals, now, expiresAt);
        if (plan.isAutomatic()) {
            confirm(plan, Actor.PROGRAM);
            return;
        }
        timers.set(EXPIRES, plan.id(), expiresAt);
        if (plan.cause() == PlanCause.QUEUE_DEPTH) {
            tasks.open(new NewTask(
                    TaskKind.CONFIRM_PLAN,
                    plan.center(),
                    Role.DISPATCHER,
                    plan.id(),
                    expiresAt,
                    plan.id().toString()));
        }
    }

    void confirm(RoutingPlan plan, Actor by) {
        plan.confirm(by, jobs.ask(new NewJob(PlanApplying.KIND, plan.id(), by)), clock.instant());
        settle(plan);
    }

    void discard(RoutingPlan plan, Actor by) {
        plan.discard(by, clock.instant());
        settle(plan);
    }

    private void settle(RoutingPlan plan) {
        timers.cancel(EXPIRES, plan.id());
        tasks.settle(TaskKind.CONFIRM_PLAN, plan.id());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(EXPIRES);
    }

    /** What was true an hour ago is no longer: a plan that nobody confirms makes way for the next. */
    @Override
    public void fire(Timer timer) {
        plans.lock(timer.subject())
                .filter(plan -> plan.state() == PlanState.READY)
                .ifPresent(plan -> {
                    plan.expire(clock.instant());
                    tasks.settle(TaskKind.CONFIRM_PLAN, plan.id());
                });
    }
}
