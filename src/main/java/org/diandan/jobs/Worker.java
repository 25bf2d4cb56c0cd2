package org.diandan.jobs;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.diandan.jobs.Runs.Run;
import org.diandan.shared.Opening;
import org.diandan.shared.Refused;
import org.diandan.shared.Rest;
import org.diandan.shared.Wall;
import org.jboss.logging.Logger;

/** Takes jobs up and does them, a few at once, on as many instances as there are. */
@ApplicationScoped
class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);
    private static final int SECONDS_TO_STOP = 8;
    private static final int HOLDS_PER_LEASE = 3;

    private final Runs runs;
    private final JobHandlers handlers;
    private final Wall wall;
    private final JobsConfig config;
    private final Clock clock;
    private final ExecutorService threads;
    /** What is at work here, and when it was last heard of. */
    private final Map<Run, Instant> atWork = new ConcurrentHashMap<>();

    private volatile boolean stopping;
    private volatile String lastFailure = "";

    Worker(Runs runs, JobHandlers handlers, Wall wall, JobsConfig config, Clock clock) {
        this.runs = runs;
        this.wall = wall;
        this.handlers = handlers;
        this.config = config;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(config.atOnce(), task -> {
            var thread = new Thread(task, "job");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Scheduled(
            every = "${diandan.jobs.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Rest.class)
    void tick() {
        try {
            holdOn();
            takeUp();
            lastFailure = "";
        } catch (RuntimeException failure) {
            // The database is away. Once for each cause, not once a second.
            if (!failure.toString().equals(lastFailure)) {
                lastFailure = failure.toString();
                LOG.warnf("No job is taken up until the database answers: %s", failure);
            }
        }
    }

    /** What is at work is told to stop at its next word, and another instance goes on with it. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.info("A job was cut off; it is taken up again when its lease has run out");
        }
    }

    /** Does in this thread what waits now, one after the other. */
    void workOff() {
        for (String center : centers()) {
            for (Optional<Run> run = begin(center); run.isPresent(); run = begin(center)) {
                work(run.get());
            }
        }
    }

    private void takeUp() {
        for (String center : centers()) {
            if (atWork.size() >= config.atOnce() || stopping) {
                return;
            }
            begin(center).ifPresent(run -> {
                atWork.put(run, clock.instant());
                threads.execute(() -> work(run));
            });
        }
    }

    /** A handler may be silent for longer than the lease: while a plan is solved, say. */
    private void holdOn() {
        Instant now = clock.instant();
        Duration pause = config.lease().dividedBy(HOLDS_PER_LEASE);
        atWork.forEach((run, heard) -> {
            if (heard.plus(pause).isBefore(now)) {
                wall.in(Opening.JOBS, run.job().center(), () -> {
                    runs.hold(run);
                    return run;
                });
                atWork.computeIfPresent(run, (same, before) -> now);
            }
        });
    }

    private List<String> centers() {
        return wall.everywhere(Opening.JOBS, runs::centers);
    }

    private Optional<Run> begin(String center) {
        return wall.in(Opening.JOBS, center, () -> runs.begin(center));
    }

    private void work(Run run) {
        wall.in(Opening.JOBS, run.job().center(), () -> {
            done(run);
            return run;
        });
    }

    private void done(Run run) {
        try {
            runs.succeed(run, handlers.of(run.job().kind()).run(run.job(), (done, total) -> tell(run, done, total)));
        } catch (JobStopped stopped) {
            LOG.debugf("Stopped, %s: %s", stopped.getMessage(), run.job());
            runs.stopped(run);
        } catch (Refused refused) {
            runs.fail(run, refused);
        } catch (Throwable broken) {
            // Whatever it is: it must not end the thread that does the other jobs.
            LOG.errorf(broken, "A job broke off and is tried again later: %s", run.job());
            runs.broken(run, AGAIN_AFTER);
        } finally {
            atWork.remove(run);
        }
    }

    private void tell(Run run, int done, int total) {
        if (stopping) {
            throw new JobStopped("the instance stops");
        }
        runs.tell(run, done, total);
        atWork.computeIfPresent(run, (same, before) -> clock.instant());
    }
}
