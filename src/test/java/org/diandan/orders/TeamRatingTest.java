package org.diandan.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.visits.Delivery.HAIRCUT;
import static org.diandan.visits.Delivery.TUESDAY;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.diandan.timers.TestTime;
import org.diandan.visits.Delivery;
import org.diandan.visits.Delivery.Planned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a search for a team knows of the ratings before. */
@QuarkusTest
class TeamRatingTest {

    @Inject
    Delivery delivery;

    @Inject
    OrderProgress progress;

    @Inject
    TestTime time;

    private UUID volunteer;

    @BeforeEach
    void inACountyOfItsOwn() {
        delivery.begin();
        volunteer = delivery.member("王志愿");
    }

    @Test
    void aRatingCountsOnceForItsTeamAndAChangeOfItMovesTheMean() {
        UUID first = served(0);
        UUID second = served(1);
        UUID team = progress.facts(first).team();
        assertThat(rating(team)).isNull();

        rate(first, 5);
        rate(second, 2);
        assertThat(rating(team)).isEqualTo(new TeamRating(team, 3.5, 2));
        rate(second, 4);

        assertThat(rating(team)).isEqualTo(new TeamRating(team, 4.5, 2));
        assertThat(rating(team).mean())
                .as("counted again from the beginning")
                .isEqualTo(delivery.count("select sum(score) from rating where center = :center") / 2.0);
    }

    private TeamRating rating(UUID team) {
        return progress.ratings(Ids.centerOf(team), List.of(team)).get(team);
    }

    private void rate(UUID order, int score) {
        delivery.clerk()
                .post("/orders/" + order + "/rate", Map.of("score", score, "heardFrom", "王秀英本人"))
                .expect(200);
    }

    private UUID served(int day) {
        var at = TUESDAY.plus(Duration.ofDays(day));
        UUID order = delivery.order(HAIRCUT, "NORMAL", new Planned(at, 1));
        UUID visit = delivery.nextVisit(order);
        delivery.accept(visit, volunteer, HAIRCUT).expect(200);
        time.advanceTo(at);
        delivery.checkIn(visit, volunteer).expect(200);
        time.advanceTo(at.plus(Duration.ofMinutes(45)));
        delivery.checkOut(visit, volunteer).expect(200);
        delivery.report(visit, volunteer, "DONE").expect(200);
        return order;
    }
}
