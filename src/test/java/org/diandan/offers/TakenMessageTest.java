package org.diandan.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.visits.Delivery.HAIRCUT;
import static org.diandan.visits.Delivery.TUESDAY;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.diandan.gateways.SentMessages;
import org.diandan.outbox.TestRelay;
import org.diandan.timers.TestTime;
import org.diandan.visits.Delivery;
import org.diandan.visits.Delivery.Planned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever was asked hears that others took the place. */
@QuarkusTest
class TakenMessageTest {

    /** Monday at nine in the evening in China, when quiet hours begin. */
    private static final Instant NINE_IN_THE_EVENING = Instant.parse("2026-11-23T13:00:00Z");

    private static final Instant SEVEN = Instant.parse("2026-11-23T23:00:00Z");

    @Inject
    Delivery delivery;

    @Inject
    TestRelay relay;

    @Inject
    SentMessages messages;

    @Inject
    TestTime time;

    private UUID quick;
    private UUID slow;
    private String quickPhone;
    private String slowPhone;

    @BeforeEach
    void twoOfATeam() {
        delivery.begin();
        quick = delivery.member("甲");
        slow = delivery.member("乙");
        quickPhone = delivery.hasPhone(quick);
        slowPhone = delivery.hasPhone(slow);
    }

    @Test
    void theOthersAreToldAtOnceAndNotWhoTookThePlace() {
        UUID visit = delivery.nextVisit(delivery.haircut());

        delivery.accept(visit, quick, HAIRCUT).expect(200);
        relay.relay();

        assertThat(messages.lastTo(slowPhone).orElseThrow()).contains("理发", "11-24", "已有其他志愿者报名");
        assertThat(messages.lastTo(quickPhone)).isEmpty();
    }

    @Test
    void whileThereIsAnotherPlaceNobodyIsTold() {
        UUID visit = delivery.nextVisit(delivery.order(HAIRCUT, "NORMAL", new Planned(TUESDAY, 2)));

        delivery.accept(visit, quick, HAIRCUT).expect(200);
        relay.relay();

        assertThat(messages.lastTo(slowPhone)).isEmpty();
    }

    @Test
    void atNightTheyAreToldInTheMorning() {
        UUID visit = delivery.nextVisit(delivery.haircut());
        time.advanceTo(NINE_IN_THE_EVENING.plus(Duration.ofMinutes(30)));

        delivery.accept(visit, quick, HAIRCUT).expect(200);
        relay.relay();
        assertThat(messages.lastTo(slowPhone)).isEmpty();
        time.advanceTo(SEVEN.plusSeconds(1));
        relay.relay();

        assertThat(messages.lastTo(slowPhone)).isPresent();
    }

    @Test
    void whereAPlaceIsFreeAgainByMorningNobodyIsToldThatItIsTaken() {
        UUID visit = delivery.nextVisit(delivery.haircut());
        time.advanceTo(NINE_IN_THE_EVENING.plus(Duration.ofMinutes(30)));
        delivery.accept(visit, quick, HAIRCUT).expect(200);
        relay.relay();
        delivery.withdraw(visit, quick, "ILL").expect(200);

        time.advanceTo(SEVEN.plusSeconds(1));
        relay.relay();

        assertThat(delivery.asked(visit)).containsExactly(slow);
        assertThat(messages.lastTo(slowPhone)).isEmpty();
    }

    @Test
    void whoWasAskedForAVisitThatIsCancelledIsNotToldThatOthersTookIt() {
        UUID order = delivery.haircut();

        delivery.dispatcher()
                .post("/orders/" + order + "/cancel", Map.of("reason", "NO_LONGER_NEEDED"))
                .expect(200);
        relay.relay();

        assertThat(messages.lastTo(slowPhone)).isEmpty();
    }
}
