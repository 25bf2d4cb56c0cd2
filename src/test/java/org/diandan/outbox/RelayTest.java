package org.diandan.outbox;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.diandan.shared.Ids;
import org.diandan.timers.TestTime;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RelayTest {

    private static final String BOXING = "371625";

    @Inject
    Outbox outbox;

    @Inject
    Relay relay;

    @Inject
    Deliveries deliveries;

    @Inject
    Pruning pruning;

    @Inject
    Listener listener;

    @Inject
    TestTime time;

    @Inject
    Ids ids;

    @Inject
    Session session;

    private UUID subject;

    @BeforeEach
    @AfterEach
    void nothingIsLeftOfOtherTests() {
        QuarkusTransaction.requiringNew().run(() -> {
            session.createNativeMutationQuery("delete from outbox_delivery").executeUpdate();
            session.createNativeMutationQuery("delete from outbox_event").executeUpdate();
        });
        time.reset();
        listener.heard.clear();
        listener.then = event -> {};
        subject = ids.of(BOXING);
    }

    @Test
    void anEventReachesWhoeverWantsItOnce() {
        write("test.moved", Map.of("from", "ROUTING", "round", 2));

        assertThat(relay.relay()).isOne();
        assertThat(relay.relay()).isZero();

        assertThat(listener.heard).singleElement().satisfies(event -> {
            assertThat(event.center()).isEqualTo(BOXING);
            assertThat(event.type()).isEqualTo("test.moved");
            assertThat(event.subject()).isEqualTo(subject);
            assertThat(event.at()).isEqualTo(time.now());
            assertThat(event.data().path("from").asText()).isEqualTo("ROUTING");
            assertThat(event.data().path("round").asInt()).isEqualTo(2);
        });
    }

    @Test
    void anEventThatNobodyWantsIsKeptAndNotDelivered() {
        write("silent.moved", Map.of());

        assertThat(relay.relay()).isZero();
        assertThat(count("outbox_event")).isOne();
        assertThat(count("outbox_delivery")).isZero();
    }

    @Test
    void anEventIsKeptOnlyWithWhatItTellsOf() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.write(BOXING, "test.moved", subject, Map.of());
                    throw new IllegalStateException("the order was refused");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(count("outbox_event")).isZero();
        assertThat(relay.relay()).isZero();
    }

    @Test
    void eventsOfASubjectComeInTheirOrder() {
        for (int i = 0; i < 20; i++) {
            write("test.step-" + i, Map.of());
            time.advance(Duration.ofMillis(1));
        }

        relay.relay();

        assertThat(listener.heard)
                .extracting(OutboxEvent::type)
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "test.step-" + i).toList());
    }

    @Test
    void aDeliveryThatFailsComesAgainLaterWithTheSameIdAndStopsNoOther() {
        listener.then = event -> {
            if (event.type().equals("test.broken") && listener.heard.size() < 3) {
                throw new IllegalStateException("broken for the test");
            }
        };
        write("test.broken", Map.of());
        time.advance(Duration.ofMillis(1));
        write("test.whole", Map.of());

        assertThat(relay.relay()).isOne();
        assertThat(relay.relay()).isZero();
        time.advance(ofSeconds(1));
        assertThat(relay.relay()).isOne();

        assertThat(listener.heard)
                .extracting(OutboxEvent::type)
                .containsExactly("test.broken", "test.whole", "test.broken");
        assertThat(listener.heard.get(2).id()).isEqualTo(listener.heard.get(0).id());
    }

    @Test
    void aDeliveryIsGivenUpAfterTwelveTriesAndStaysVisible() {
        listener.then = event -> {
            throw new IllegalStateException("broken for the test");
        };
        write("test.broken", Map.of());
        for (int i = 0; i < Deliveries.TRIES; i++) {
            assertThat(deliveries.dead(BOXING, 10)).isEmpty();
            relay.relay();
            time.advance(ofHours(1));
        }

        relay.relay();
        assertThat(listener.heard).hasSize(Deliveries.TRIES);
        assertThat(deliveries.dead(BOXING, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.type()).isEqualTo("test.broken");
            assertThat(letter.subscriber()).isEqualTo("test-listener");
            assertThat(letter.tries()).isEqualTo(Deliveries.TRIES);
            assertThat(letter.lastError()).contains("broken for the test");
        });
        assertThat(deliveries.dead("210321", 10)).isEmpty();
    }

    @Test
    void theWaitAfterAFailureDoublesUpToAnHour() {
        assertThat(Deliveries.delay(0)).isEqualTo(ofSeconds(1));
        assertThat(Deliveries.delay(5)).isEqualTo(ofSeconds(32));
        assertThat(Deliveries.delay(Integer.MAX_VALUE)).isEqualTo(ofHours(1));
    }

    /** Fails when "for update of delivery skip locked" is taken out of Deliveries (352 received instead of 100). */
    @Test
    void severalRelaysAtOnceDeliverEachEventOnce() throws Exception {
        for (int i = 0; i < 100; i++) {
            write("test.moved", Map.of());
        }
        listener.then = event -> pause();

        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(pool.submit(relay::relay));
            }
            for (var each : running) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(listener.heard).hasSize(100);
        assertThat(new HashSet<>(listener.heard)).hasSize(100);
        assertThat(count("outbox_delivery")).isZero();
    }

    @Test
    void oldEventsAreRemovedUnlessTheyStillWait() {
        write("silent.moved", Map.of());
        write("test.waits", Map.of());
        time.advance(ofDays(7));
        assertThat(pruning.prune()).isZero();

        time.advance(ofSeconds(1));
        write("silent.young", Map.of());

        assertThat(pruning.prune()).isOne();
        assertThat(count("outbox_event")).isEqualTo(2);
        relay.relay();
        assertThat(pruning.prune()).isOne();
        assertThat(count("outbox_event")).isOne();
    }

    private void write(String type, Map<String, ?> data) {
        QuarkusTransaction.requiringNew().run(() -> outbox.write(BOXING, type, subject, data));
    }

    private long count(String table) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery("select count(*) from " + table, Long.class)
                        .getSingleResult());
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
