package org.diandan.notifications;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.identity.CurrentUser;
import org.diandan.identity.SignedIn;
import org.diandan.outbox.News;
import org.diandan.outbox.News.Position;
import org.diandan.outbox.News.Told;
import org.diandan.outbox.Rang;
import org.diandan.shared.Opening;
import org.diandan.shared.Scope;
import org.diandan.shared.Wall;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows what happens and tells those at this instance, whoever of them it concerns. The database is asked once for all of
 * them, by this instance's turn or when somebody rings.
 */
@ApplicationScoped
class LiveStream {

    private static final Logger LOG = Logger.getLogger(LiveStream.class);
    private static final int BATCH = 500;
    private static final int LATER_SECONDS = 5;

    private final News news;
    private final Wall wall;
    private final Hearing hearing;
    private final SignedIn signedIn;
    private final NotificationsConfig config;
    private final Clock clock;
    private final Broadcast broadcast;
    private volatile @Nullable Position position;
    private volatile boolean stopping;
    private volatile String lastFailure = "";

    LiveStream(News news, Hearing hearing, SignedIn signedIn, Wall wall, NotificationsConfig config, Clock clock) {
        this.news = news;
        this.wall = wall;
        this.hearing = hearing;
        this.signedIn = signedIn;
        this.config = config;
        this.clock = clock;
        this.broadcast = new Broadcast(config.kept(), config.mostKept(), config.mostBehind(), clock.instant());
    }

    /**
     * Lets the caller follow until they leave, are signed out, fall behind, or have followed for long enough.
     *
     * @param authorization the header by which they were let in
     * @param last the id of what they were told last, if they come again
     */
    Multi<Message> follow(CurrentUser user, String authorization, @Nullable String last) {
        UUID account = user.account();
        if (stopping || broadcast.size() >= config.mostStreams()) {
            throw NotificationsProblem.NO_STREAM_NOW.because().retryAfter(LATER_SECONDS);
        }
        if (broadcast.streamsOf(account) >= config.mostOfAccount()) {
            throw NotificationsProblem.TOO_MANY_STREAMS
                    .because(config.mostOfAccount())
                    .retryAfter(LATER_SECONDS);
        }
        if (position == null) {
            hear();
        }
        Scope scope = user.scope();
        Multi<Message> told = Multi.createFrom()
                .emitter(
                        out -> {
                            var follower = new Following(account, scope, authorization, out);
                            out.onTermination(() -> broadcast.leave(follower));
                            broadcast.join(follower, last);
                        },
                        config.mostBehind() + 1);
        return told.onFailure(BackPressureFailure.class)
                .recoverWithCompletion()
                .select()
                .first(config.longest())
                // Nobody waits for another's line, nor hears of its faults.
                .emitOn(Infrastructure.getDefaultExecutor());
    }

    @Scheduled(every = "${diandan.notifications.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            hear();
            lastFailure = "";
        } catch (RuntimeException failure) {
            // The database is away. Once for each cause, not once a second.
            if (!failure.toString().equals(lastFailure)) {
                lastFailure = failure.toString();
                LOG.warnf("Nobody is told what happens until the database answers: %s", failure);
            }
        }
    }

    void hear(@Observes Rang rang) {
        tick();
    }

    @Scheduled(every = "${diandan.notifications.beat}", concurrentExecution = ConcurrentExecution.SKIP)
    void beat() {
        try {
            look();
        } catch (RuntimeException failure) {
            LOG.debugf("Who follows is looked at by and by: %s", failure);
        }
        broadcast.followers().forEach(follower -> follower.tell(Message.BEAT));
    }

    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        stop();
    }

    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    /** Reads what is new, for all who follow, whatever their Centers, and tells each of it what they may be told. */
    synchronized void hear() {
        position = wall.everywhere(Opening.STREAM, () -> tellFrom(position));
    }

    private Position tellFrom(@Nullable Position before) {
        Position from = before;
        if (from == null) {
            from = news.since(clock.instant().minus(config.kept()));
        }
        List<Told> told;
        do {
            told = news.after(from, BATCH);
            List<Happened> happened = hearing.of(told.stream().map(Told::event).toList());
            if (!happened.isEmpty()) {
                look();
                broadcast.tell(happened, clock.instant());
            }
            if (!told.isEmpty()) {
                from = told.get(told.size() - 1).position();
            }
        } while (told.size() == BATCH && !stopping);
        return from;
    }

    /** Nobody is told by what they were allowed before. */
    private void look() {
        List<Following> followers = broadcast.followers();
        signedIn.look(followers.stream().map(Following::account).collect(Collectors.toSet()));
        followers.forEach(follower -> follower.look(signedIn));
    }

    /** Clients come again, to an instance that goes on. */
    private void stop() {
        stopping = true;
        broadcast.followers().forEach(Following::end);
    }
}
