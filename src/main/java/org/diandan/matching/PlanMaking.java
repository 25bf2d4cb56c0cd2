package org.diandan.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diandan.assignment.ExactEngine;
import org.diandan.jobs.JobFacts;
import org.diandan.jobs.JobHandler;
import org.diandan.jobs.JobState;
import org.diandan.jobs.Progress;
import org.diandan.matching.Preview.Move;

/** Makes a plan: gathers, solves, and keeps what would change for a dispatcher to look at. Moves nothing. */
@ApplicationScoped
class PlanMaking implements JobHandler {

    static final String KIND = "matching.plan";

    private static final int CHANGES_AT_ONCE = 500;

    private final RoutingPlans plans;
    private final Planning planning;
    private final Gathering gathering;
    private final MatchingConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final ExactEngine engine = new ExactEngine();

    PlanMaking(
            RoutingPlans plans,
            Planning planning,
            Gathering gathering,
            MatchingConfig config,
            ObjectMapper json,
            Clock clock) {
        this.plans = plans;
        this.planning = planning;
        this.gathering = gathering;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobFacts job, Progress progress) {
        UUID plan = job.subject();
        if (isBeingMade(plan)) {
            Backlog backlog = gathering.gather(job.center());
            int orders = backlog.orders().size();
            progress.tell(0, orders);
            if (orders > 0 && !backlog.hasOptions()) {
                throw MatchingProblem.PLAN_INFEASIBLE.because(orders);
            }
            Preview preview = Preview.of(backlog, backlog.solve(engine, config.stayingPoints()));
            keep(plan, backlog, preview.moves());
            progress.tell(orders, orders);
            finish(plan, preview);
        }
        return PlanView.path(job.center(), plan);
    }

    @Override
    public void ended(JobFacts job, JobState state) {
        plans.lock(job.subject())
                .filter(plan -> plan.state() == PlanState.PLANNING)
                .ifPresent(plan -> {
                    if (state == JobState.CANCELLED) {
                        planning.discard(plan, job.askedBy());
                    } else {
                        plan.fail(clock.instant());
                    }
                });
    }

    private boolean isBeingMade(UUID plan) {
        return QuarkusTransaction.requiringNew()
                        .call(() -> plans.find(plan).orElseThrow().state())
                == PlanState.PLANNING;
    }

    /** In pieces, so that no statement lasts; a run that was killed between them begins anew. */
    private void keep(UUID plan, Backlog backlog, List<Move> moves) {
        QuarkusTransaction.requiringNew().run(() -> plans.clearChanges(plan));
        for (int from = 0; from < moves.size(); from += CHANGES_AT_ONCE) {
            var changes = new ArrayList<PlanChange>();
            for (int i = from; i < Math.min(moves.size(), from + CHANGES_AT_ONCE); i++) {
                changes.add(new PlanChange(plan, i + 1, moves.get(i), backlog.teams()));
            }
            QuarkusTransaction.requiringNew().run(() -> plans.add(changes));
        }
    }

    private void finish(UUID id, Preview preview) {
        String totals = write(preview.totals());
        QuarkusTransaction.requiringNew().run(() -> {
            RoutingPlan plan = plans.lock(id).orElseThrow();
            if (plan.state() != PlanState.PLANNING) {
                // Discarded in the meantime: nobody is to see what it would have been.
                plans.clearChanges(id);
            } else if (preview.moves().isEmpty()) {
                plan.unchanged(totals, clock.instant());
            } else {
                planning.ready(plan, totals);
            }
        });
    }

    private String write(PlanTotals totals) {
        try {
            return json.writeValueAsString(totals);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of numbers and codes can be written", e);
        }
    }
}
