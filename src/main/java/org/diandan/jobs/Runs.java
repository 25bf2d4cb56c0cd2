package org.diandan.jobs;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.diandan.shared.Refused;

/** What a run writes into its job, each in a transaction of its own, and only as long as it holds the job. */
@ApplicationScoped
@Transactional(REQUIRES_NEW)
class Runs {

    private final JobRows rows;
    private final JobHandlers handlers;
    private final JobsConfig config;
    private final Ids ids;
    private final Clock clock;

    Runs(JobRows rows, JobHandlers handlers, JobsConfig config, Ids ids, Clock clock) {
        this.rows = rows;
        this.handlers = handlers;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** A job taken up. */
    record Run(UUID id, JobFacts job) {}

    List<String> centers() {
        return rows.centers(clock.instant());
    }

    /**
     * Takes up the next job of a center. One that was cancelled while its instance died, or begun too often, ends here
     * instead.
     */
    Optional<Run> begin(String center) {
        Instant now = clock.instant();
        for (Optional<Job> next = rows.next(center, now); next.isPresent(); next = rows.next(center, now)) {
            Job job = next.get();
            if (!job.isToStop() && !job.isExhausted()) {
                var run = new Run(ids.of(center), job.facts());
                job.begin(run.id(), now, config.lease());
                return Optional.of(run);
            }
            if (job.isToStop()) {
                job.stop(now);
            } else {
                job.fail(JobProblem.GIVEN_UP.because(Job.MOST_RUNS), now);
            }
            handlers.of(job.kind()).ended(job.facts(), job.state());
            rows.flush();
        }
        return Optional.empty();
    }

    /** @throws JobStopped if the job is no longer this run's, or was cancelled */
    void tell(Run run, int done, int total) {
        Job job = held(run);
        if (job.isToStop()) {
            throw new JobStopped("cancelled");
        }
        job.progress(done, total);
        job.hold(clock.instant(), config.lease());
    }

    /** Keeps the job for a run that has nothing to tell at the moment. */
    void hold(Run run) {
        rows.lock(run.job().id())
                .filter(job -> job.isHeldBy(run.id()))
                .ifPresent(job -> job.hold(clock.instant(), config.lease()));
    }

    void succeed(Run run, String result) {
        held(run).succeed(result, clock.instant());
    }

    void fail(Run run, Refused why) {
        Job job = held(run);
        job.fail(why, clock.instant());
        handlers.of(job.kind()).ended(job.facts(), job.state());
    }

    /** The run has stopped: for good where somebody cancelled it, else for another one to go on. */
    void stopped(Run run) {
        rows.lock(run.job().id()).filter(job -> job.isHeldBy(run.id())).ifPresent(job -> {
            if (job.isToStop()) {
                job.stop(clock.instant());
                handlers.of(job.kind()).ended(job.facts(), job.state());
            } else {
                job.release(clock.instant());
            }
        });
    }

    /** The run broke off; it is tried again later. */
    void broken(Run run, Duration later) {
        rows.lock(run.job().id())
                .filter(job -> job.isHeldBy(run.id()))
                .ifPresent(job -> job.release(clock.instant().plus(later)));
    }

    private Job held(Run run) {
        return rows.lock(run.job().id())
                .filter(job -> job.isHeldBy(run.id()))
                .orElseThrow(() -> new JobStopped("taken over by another run"));
    }
}
