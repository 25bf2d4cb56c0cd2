package org.diandan.matching;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.diandan.jobs.JobFacts;
import org.diandan.jobs.JobHandler;
import org.diandan.jobs.JobState;
import org.diandan.jobs.Progress;
import org.diandan.matching.Shuffle.Seat;
import org.diandan.matching.Shuffle.Shift;
import org.diandan.shared.Actor;

/**
 * Puts a plan into effect. Each change tells by itself whether it was done, so that whoever goes on after a crash finds
 * what is left; a change that is skipped tells why.
 */
@ApplicationScoped
class PlanApplying implements JobHandler {

    static final String KIND = "matching.apply-plan";

    private static final int TRIES = 3;
    private static final int CHANGES_PER_WORD = 10;
    private static final int ALL = 1_000_000;

    private final RoutingPlans plans;
    private final Moving moving;
    private final Clock clock;

    PlanApplying(RoutingPlans plans, Moving moving, Clock clock) {
        this.plans = plans;
        this.moving = moving;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobFacts job, Progress progress) {
        UUID plan = job.subject();
        List<PlanChange> pending =
                QuarkusTransaction.requiringNew().call(() -> plans.changes(plan, ChangeState.PENDING, 0, ALL));
        int total = QuarkusTransaction.requiringNew().call(() -> plans.count(plan).values().stream()
                .mapToInt(Integer::intValue)
                .sum());
        Shuffle.run(
                pending.stream().map(PlanApplying::shift).toList(), new Mover(pending, job.askedBy(), total, progress));
        QuarkusTransaction.requiringNew().run(() -> plans.lock(plan)
                .filter(applied -> applied.state() == PlanState.APPLYING)
                .ifPresent(applied -> applied.applied(clock.instant())));
        return PlanView.path(job.center(), plan);
    }

    /** What was moved stays moved; the rest is told to have been left. */
    @Override
    public void ended(JobFacts job, JobState state) {
        plans.lock(job.subject())
                .filter(plan -> plan.state() == PlanState.APPLYING)
                .ifPresent(plan -> {
                    plans.skipPending(plan.id(), clock.instant());
                    plan.applied(clock.instant());
                });
    }

    private static Shift shift(PlanChange change) {
        var before = change.before();
        var after = change.after();
        return new Shift(
                change.number(),
                before == null ? null : new Seat(before.team(), before.place()),
                after == null ? null : new Seat(after.team(), after.place()));
    }

    /** Moves orders, and counts what is settled. */
    private final class Mover implements Shuffle.Mover {

        private final Map<Integer, PlanChange> changes;
        private final Set<Integer> settled = new HashSet<>();
        private final Actor by;
        private final int total;
        private final Progress progress;

        Mover(List<PlanChange> pending, Actor by, int total, Progress progress) {
            this.changes = pending.stream().collect(toMap(PlanChange::number, Function.identity()));
            this.by = by;
            this.total = total;
            this.progress = progress;
        }

        @Override
        public boolean move(List<Shift> together) {
            try {
                moveAtLast(together.stream().map(this::change).toList());
                together.forEach(shift -> settle(shift.number()));
                return true;
            } catch (NotPossible reason) {
                if (reason.reason() == SkipReason.PLACE_GONE) {
                    return false;
                }
                moving.skip(requireNonNull(changes.get(reason.number())), reason.reason(), reason.obstacle());
                settle(reason.number());
                return true;
            }
        }

        /** Whoever answers at the same moment may hold what is wanted here, or even wait for what is held here. */
        private void moveAtLast(List<PlanChange> together) {
            for (int failed = 1; ; failed++) {
                try {
                    moving.move(together, by);
                    return;
                } catch (PersistenceException inTheWay) {
                    if (failed == TRIES) {
                        throw inTheWay;
                    }
                }
            }
        }

        @Override
        public void giveUp(Shift shift) {
            moving.skip(change(shift), SkipReason.PLACE_GONE, null);
            settle(shift.number());
        }

        @Override
        public boolean isSettled(Shift shift) {
            return settled.contains(shift.number());
        }

        private PlanChange change(Shift shift) {
            return requireNonNull(changes.get(shift.number()));
        }

        private void settle(int number) {
            settled.add(number);
            if (settled.size() % CHANGES_PER_WORD == 0) {
                progress.tell(total - changes.size() + settled.size(), total);
            }
        }
    }
}
