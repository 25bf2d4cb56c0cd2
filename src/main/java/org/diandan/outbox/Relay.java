package org.diandan.outbox;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diandan.outbox.Deliveries.Claimed;
import org.diandan.shared.Opening;
import org.diandan.shared.Rest;
import org.diandan.shared.Wall;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what waits, one delivery in a transaction of its own, on as many instances as there are: one that another
 * instance holds is passed over, and is there again if that instance dies.
 */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final Deliveries deliveries;
    private final Wall wall;
    private final Clock clock;
    private final Map<String, Subscriber> subscribers;
    private volatile boolean stopping;
    private volatile String lastFailure = "";

    Relay(Deliveries deliveries, Wall wall, Clock clock, @All List<Subscriber> subscribers) {
        this.deliveries = deliveries;
        this.wall = wall;
        this.clock = clock;
        this.subscribers = subscribers.stream().collect(Collectors.toMap(Subscriber::name, Function.identity()));
    }

    @Scheduled(
            every = "${diandan.outbox.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Rest.class)
    void tick() {
        try {
            relay();
            lastFailure = "";
        } catch (RuntimeException failure) {
            // The database is away. Once for each cause, not once a second.
            if (!failure.toString().equals(lastFailure)) {
                lastFailure = failure.toString();
                LOG.warnf("No news is delivered until the database answers: %s", failure);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Delivers what waits now; the centers take turns, so that none waits for another's backlog.
     *
     * @return how many deliveries were received
     */
    int relay() {
        Instant now = clock.instant();
        int received = 0;
        List<String> centers = new ArrayList<>(wall.everywhere(Opening.NEWS, () -> deliveries.centers(now)));
        while (!centers.isEmpty() && !stopping) {
            for (String center : List.copyOf(centers)) {
                switch (wall.in(Opening.NEWS, center, () -> deliverNext(center, now))) {
                    case RECEIVED -> received++;
                    case FAILED -> {}
                    case NONE -> centers.remove(center);
                }
            }
        }
        return received;
    }

    private enum Outcome {
        RECEIVED,
        FAILED,
        NONE
    }

    private Outcome deliverNext(String center, Instant now) {
        var claimed = new AtomicReference<@Nullable Claimed>();
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> deliveries.claim(center, now).ifPresent(next -> {
                        claimed.set(next);
                        deliver(next);
                    }));
            return claimed.get() == null ? Outcome.NONE : Outcome.RECEIVED;
        } catch (Throwable failure) {
            // Whatever it is: a subscriber that fails must not keep the others from hearing.
            fail(claimed.get(), failure, now);
            return Outcome.FAILED;
        }
    }

    private void deliver(Claimed claimed) {
        Subscriber subscriber = subscribers.get(claimed.subscriber());
        if (subscriber == null) {
            throw new IllegalStateException("No subscriber is called " + claimed.subscriber());
        }
        subscriber.receive(claimed.event());
        deliveries.finish(claimed);
    }

    private void fail(@Nullable Claimed claimed, Throwable failure, Instant now) {
        if (claimed == null) {
            throw new IllegalStateException("No delivery could be taken", failure);
        }
        String what = claimed.event().type() + " " + claimed.event().id() + " to " + claimed.subscriber();
        if (deliveries.fail(claimed, failure, now)) {
            LOG.warnf(failure, "Given up after %d tries, and kept as a dead letter: %s", Deliveries.TRIES, what);
        } else {
            LOG.infof("Not delivered, tried again later: %s: %s", what, failure);
        }
    }
}
