package org.diandan.timers;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.diandan.shared.Opening;
import org.diandan.shared.Rest;
import org.diandan.shared.Wall;
import org.diandan.timers.DueTimers.Claimed;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fires what is due, one timer in a transaction of its own, on as many instances as there are: a timer that one of them
 * holds is passed over by the others. One that was held when its instance died is due again.
 */
@ApplicationScoped
class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);

    private final DueTimers due;
    private final Wall wall;
    private final Clock clock;
    private final Map<String, TimerHandler> handlers = new HashMap<>();
    private volatile boolean stopping;
    private volatile String lastFailure = "";

    Sweeper(DueTimers due, Wall wall, Clock clock, @All List<TimerHandler> handlers) {
        this.due = due;
        this.wall = wall;
        this.clock = clock;
        for (TimerHandler handler : handlers) {
            for (String kind : handler.kinds()) {
                if (this.handlers.put(kind, handler) != null) {
                    throw new IllegalStateException("Two handlers for timers of kind " + kind);
                }
            }
        }
    }

    @Scheduled(
            every = "${diandan.timers.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Rest.class)
    void tick() {
        try {
            sweep();
            lastFailure = "";
        } catch (RuntimeException failure) {
            // The database is away. Once for each cause, not once a second.
            if (!failure.toString().equals(lastFailure)) {
                lastFailure = failure.toString();
                LOG.warnf("No timers fire until the database answers: %s", failure);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Fires what is due now; the centers take turns, so that none waits for another's backlog.
     *
     * @return how many fired
     */
    int sweep() {
        Instant now = clock.instant();
        int fired = 0;
        List<String> centers = new ArrayList<>(wall.everywhere(Opening.TIMERS, () -> due.centers(now)));
        while (!centers.isEmpty() && !stopping) {
            for (String center : List.copyOf(centers)) {
                switch (wall.in(Opening.TIMERS, center, () -> fireNext(center, now))) {
                    case FIRED -> fired++;
                    case FAILED -> {}
                    case NONE -> centers.remove(center);
                }
            }
        }
        return fired;
    }

    private enum Outcome {
        FIRED,
        FAILED,
        NONE
    }

    private Outcome fireNext(String center, Instant now) {
        var claimed = new AtomicReference<@Nullable Claimed>();
        try {
            QuarkusTransaction.requiringNew().run(() -> due.claim(center, now).ifPresent(next -> {
                claimed.set(next);
                fire(next.timer());
            }));
            return claimed.get() == null ? Outcome.NONE : Outcome.FIRED;
        } catch (Throwable failure) {
            // Whatever it is: a timer that cannot fire must not keep the others from firing.
            fail(claimed.get(), failure, now);
            return Outcome.FAILED;
        }
    }

    private void fail(@Nullable Claimed claimed, Throwable failure, Instant now) {
        if (claimed == null) {
            throw new IllegalStateException("No timer could be taken", failure);
        }
        LOG.errorf(failure, "A timer failed and is tried again later: %s", claimed);
        due.postpone(claimed, failure, now);
    }

    private void fire(Timer timer) {
        TimerHandler handler = handlers.get(timer.kind());
        if (handler == null) {
            throw new IllegalStateException("No handler for timers of kind " + timer.kind());
        }
        handler.fire(timer);
        due.finish(timer);
    }
}
