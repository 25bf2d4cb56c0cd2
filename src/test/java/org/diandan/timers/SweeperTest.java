package org.diandan.timers;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diandan.timers.Bell.BREAKS;
import static org.diandan.timers.Bell.RINGS;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.diandan.shared.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SweeperTest {

    @Inject
    Timers timers;

    @Inject
    Sweeper sweeper;

    @Inject
    Bell bell;

    @Inject
    TestTime time;

    @Inject
    TestClock clock;

    @Inject
    Ids ids;

    @Inject
    DataSource database;

    private UUID subject;

    @BeforeEach
    @AfterEach
    void nothingIsLeftOfOtherTests() {
        time.reset();
        bell.heard.clear();
        bell.then = timer -> {};
        subject = ids.of("371625");
    }

    @Test
    void aTimerFiresOnceWhenItsTimeHasCome() {
        set(RINGS, subject, ofHours(4));

        clock.advance(ofHours(4).minusMillis(1));
        assertThat(sweeper.sweep()).isZero();

        clock.advance(ofMinutes(1));
        assertThat(sweeper.sweep()).isOne();
        assertThat(sweeper.sweep()).isZero();
        assertThat(bell.heard)
                .containsExactly(new Timer("371625", RINGS, subject, TestClock.START.plus(ofHours(4)), 0));
    }

    @Test
    void aTimerThatIsSetAgainMoves() {
        set(RINGS, subject, ofHours(1));
        set(RINGS, subject, ofHours(3));

        time.advance(ofHours(2));
        assertThat(bell.heard).isEmpty();
        time.advance(ofHours(2));
        assertThat(bell.heard).hasSize(1);
    }

    @Test
    void aCancelledTimerDoesNotFire() {
        UUID other = ids.of("371625");
        set(RINGS, subject, ofHours(1));
        set(BREAKS, subject, ofHours(1));
        set(RINGS, other, ofHours(1));
        set(RINGS, ids.of("210321"), ofHours(1));

        QuarkusTransaction.requiringNew().run(() -> {
            timers.cancelAll(subject);
            timers.cancel(RINGS, other);
        });
        time.advance(ofDays(1));

        assertThat(bell.heard).extracting(Timer::center).containsExactly("210321");
    }

    @Test
    void aTimerFiresAtItsOwnMomentAndCountsWhenItsHandlerSetsItAgain() {
        List<Instant> moments = new ArrayList<>();
        bell.then = timer -> {
            moments.add(clock.instant());
            if (timer.fired() < 2) {
                timers.set(RINGS, timer.subject(), timer.dueAt().plus(ofHours(1)));
            }
        };
        set(RINGS, subject, ofHours(1));

        time.advance(ofDays(1));

        assertThat(bell.heard).extracting(Timer::fired).containsExactly(0, 1, 2);
        assertThat(moments)
                .containsExactly(
                        TestClock.START.plus(ofHours(1)),
                        TestClock.START.plus(ofHours(2)),
                        TestClock.START.plus(ofHours(3)));
    }

    @Test
    void aTimerThatIsSetAnewFromOutsideCountsFromTheBeginning() {
        bell.then = timer -> timers.set(RINGS, subject, timer.dueAt().plus(ofHours(1)));
        set(RINGS, subject, ofHours(1));
        time.advance(ofMinutes(90));

        set(RINGS, subject, ofHours(1));
        bell.then = timer -> {};
        time.advance(ofHours(1));

        assertThat(bell.heard).extracting(Timer::fired).containsExactly(0, 0);
    }

    @Test
    void aPausedTimerKeepsWhatIsLeftAndItsCount() {
        bell.then = timer -> timers.set(RINGS, subject, timer.dueAt().plus(ofHours(1)));
        set(RINGS, subject, ofHours(1));
        time.advance(ofHours(1));

        QuarkusTransaction.requiringNew().run(() -> timers.pause(RINGS, subject, ofMinutes(20)));
        time.advance(ofDays(3));
        assertThat(bell.heard).hasSize(1);

        bell.then = timer -> {};
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(timers.dueAt(RINGS, subject)).isEmpty();
            Duration left = timers.resume(RINGS, subject).orElseThrow();
            timers.set(RINGS, subject, time.now().plus(left));
            assertThat(timers.resume(RINGS, subject)).isEmpty();
            assertThat(timers.dueAt(RINGS, subject)).contains(time.now().plus(ofMinutes(20)));
        });
        time.advance(ofMinutes(19));
        assertThat(bell.heard).hasSize(1);
        time.advance(ofMinutes(1));
        assertThat(bell.heard).extracting(Timer::fired).containsExactly(0, 1);
    }

    @Test
    void aHandlerThatFailsIsTriedAgainLaterAndStopsNobodyElse() throws SQLException {
        set(BREAKS, subject, ofMinutes(1));
        set("test.nobody-knows", subject, ofMinutes(1));
        set(RINGS, subject, ofMinutes(2));
        clock.advance(ofMinutes(2));

        assertThat(sweeper.sweep()).isOne();
        assertThat(bell.heard).extracting(Timer::kind).containsExactly(BREAKS, RINGS);
        assertThat(asked("select string_agg(kind || ' ' || attempts || ' ' || (next_at - due_at) || ' ' || last_error,"
                        + " '; ' order by kind) from timer"))
                .isEqualTo("test.breaks 1 00:01:01 java.lang.IllegalStateException: broken for the test; "
                        + "test.nobody-knows 1 00:01:01 java.lang.IllegalStateException: "
                        + "No handler for timers of kind test.nobody-knows");

        assertThat(sweeper.sweep()).isZero();
        assertThat(bell.heard).hasSize(2);
        clock.advance(ofSeconds(1));
        sweeper.sweep();
        clock.advance(ofSeconds(1));
        sweeper.sweep();
        assertThat(bell.heard).hasSize(3);
        assertThat(bell.heard.get(2).dueAt()).isEqualTo(TestClock.START.plus(ofMinutes(1)));
    }

    @Test
    void aFailureOfTheHandlerTakesBackWhatItDid() {
        UUID other = ids.of("371625");
        bell.then = timer -> {
            timers.set(RINGS, other, clock.instant());
            throw new IllegalStateException("broken for the test");
        };
        set(RINGS, subject, ofMinutes(1));
        clock.advance(ofMinutes(1));

        sweeper.sweep();

        assertThat(bell.heard).hasSize(1);
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(timers.dueAt(RINGS, other)).isEmpty());
    }

    @Test
    void theWaitAfterAFailureDoublesUpToAnHour() {
        assertThat(DueTimers.delay(0)).isEqualTo(ofSeconds(1));
        assertThat(DueTimers.delay(5)).isEqualTo(ofSeconds(32));
        assertThat(DueTimers.delay(12)).isEqualTo(ofHours(1));
        assertThat(DueTimers.delay(Integer.MAX_VALUE)).isEqualTo(ofHours(1));
    }

    /**
     * Fails when DueTimers claims without "skip locked" (the others wait, then find nothing) and when it only reads what
     * is due (492 fired instead of 200).
     */
    @Test
    void severalSweepersAtOnceFireEachTimerOnce() throws Exception {
        bell.then = timer -> pause();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 200; i++) {
                timers.set(RINGS, ids.of(i % 2 == 0 ? "371625" : "210321"), clock.instant());
            }
        });

        List<Integer> fired = atOnce(4, sweeper::sweep);

        assertThat(bell.heard).hasSize(200);
        assertThat(new HashSet<>(bell.heard)).hasSize(200);
        assertThat(fired.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
        assertThat(fired).as("all had a part").allMatch(part -> part > 0);
    }

    @Test
    void aTimerWhoseInstanceDiedIsDueAgain() throws SQLException {
        set(RINGS, subject, ofMinutes(1));
        clock.advance(ofMinutes(1));

        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            seeAll(connection);
            try (var claim = connection.createStatement()) {
                claim.executeUpdate("update timer set next_at = null, fired = fired + 1");
                assertThat(sweeper.sweep()).isZero();
            }
            connection.rollback();
        }

        assertThat(sweeper.sweep()).isOne();
        assertThat(bell.heard).extracting(Timer::fired).containsExactly(0);
    }

    /** Fails when lock_timeout is taken out of DueTimers: then the handler waits until a deadlock ends one of the two. */
    @Test
    void aHandlerGivesWayToWhoeverHoldsWhatItNeeds() throws SQLException {
        UUID held = ids.of("371625");
        set(RINGS, held, ofDays(1));
        set(RINGS, subject, ofMinutes(1));
        bell.then = timer -> timers.cancel(RINGS, held);
        clock.advance(ofMinutes(1));

        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            seeAll(connection);
            try (var holder = connection.prepareStatement("select from timer where subject = ? for update")) {
                holder.setObject(1, held);
                holder.execute();
                assertThat(sweeper.sweep()).isZero();
            }
            connection.rollback();
        }
        assertThat(asked("select last_error from timer where attempts = 1")).contains("lock timeout");

        clock.advance(ofSeconds(1));
        assertThat(sweeper.sweep()).isOne();
    }

    @Test
    void aTimerIsKeptOnlyWithWhatItBelongsTo() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    timers.set(RINGS, subject, clock.instant());
                    throw new IllegalStateException("the order was refused");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(sweeper.sweep()).isZero();

        assertThatThrownBy(() -> timers.set(RINGS, subject, clock.instant()))
                .isInstanceOf(TransactionalException.class);
    }

    private void set(String kind, UUID of, Duration in) {
        QuarkusTransaction.requiringNew()
                .run(() -> timers.set(kind, of, clock.instant().plus(in)));
    }

    private static void seeAll(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local app.centers = '*'");
        }
    }

    private String asked(String query) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var result = statement.executeQuery(query)) {
                result.next();
                return result.getString(1);
            }
        });
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
