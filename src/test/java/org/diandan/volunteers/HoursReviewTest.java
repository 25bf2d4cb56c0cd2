package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.volunteers.Bochang.NEIGHBOURS;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.timers.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HoursReviewTest {

    @Inject
    Bochang bochang;

    @Inject
    People people;

    @Inject
    Hours hours;

    @Inject
    TestTime time;

    private Person wang;

    @BeforeEach
    void serve() {
        time.reset();
        bochang.open();
        wang = bochang.volunteer();
        post(0, 60);
        post(120, 150);
    }

    @Test
    void theLatestComesFirstPageByPage() {
        var first = wang.get(ledger() + "?limit=1").expect(200).json();
        var second = wang.get(ledger() + "?limit=1&cursor=" + first.path("next").asText())
                .expect(200)
                .json();

        assertThat(first.at("/items/0/minutes").asInt()).isEqualTo(30);
        assertThat(second.at("/items/0/minutes").asInt()).isEqualTo(60);
        assertThat(second.hasNonNull("next")).isFalse();
    }

    @Test
    void minutesCountOnceSomebodyElseHasConfirmedThem() {
        var entry = entry(0);

        wang.post(entry + "/confirm").expect(403);
        people.clerkOf(NEIGHBOURS).post(entry + "/confirm").expect(404);
        bochang.clerk().post(entry + "/confirm").expect(200);

        var minutes = wang.get("/volunteers/" + wang.account()).json().path("minutes");
        assertThat(minutes.path("measured").asInt()).isEqualTo(30);
        assertThat(minutes.path("pending").asInt()).isEqualTo(60);
        assertThat(minutes.path("added").asInt()).isZero();
    }

    @Test
    void aDisputeIsDecidedByAnother() {
        var entry = entry(0);
        var clerk = bochang.clerk();
        clerk.post(entry + "/refuse", Map.of("reason", "没有人来")).expect(200);

        wang.post(entry + "/dispute", Map.of("reason", "我来了")).expect(200);

        clerk.post(entry + "/confirm").expect(403, "hours-same-reviewer");
        bochang.clerk()
                .post(entry + "/adjust", Map.of("minutes", 20, "reason", "早退十分钟"))
                .expect(200);
        wang.post(entry + "/dispute", Map.of("reason", "不对")).expect(409, "dispute-too-late");
    }

    @Test
    void whatWasWrittenAnewCannotBeDisputed() {
        var entry = entry(0);
        bochang.clerk().post(entry + "/refuse", Map.of("reason", "没有人来")).expect(200);
        post(130, 140);

        wang.post(entry + "/dispute", Map.of("reason", "我来了")).expect(409, "hours-overlap");
    }

    @Test
    void nobodyElseReadsTheLedger() {
        bochang.volunteer().get(ledger()).expect(404);
        people.dispatcherOf(NEIGHBOURS).get(ledger()).expect(404);
        bochang.volunteer().get(entry(0)).expect(404);
        bochang.clerk().get(ledger()).expect(200);
    }

    private String ledger() {
        return "/volunteers/" + wang.account() + "/hours";
    }

    private String entry(int place) {
        return ledger() + "/"
                + wang.get(ledger()).json().at("/items/" + place + "/id").asText();
    }

    private void post(int from, int to) {
        hours.post(new NewHours(
                wang.account(),
                UUID.randomUUID(),
                time.now().plus(Duration.ofMinutes(from)),
                time.now().plus(Duration.ofMinutes(to)),
                HoursKind.MEASURED,
                false));
    }
}
