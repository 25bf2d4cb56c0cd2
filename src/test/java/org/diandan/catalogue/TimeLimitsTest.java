package org.diandan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.diandan.shared.Urgency;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counted from Friday 20 November 2026, 17:00: the weekend follows. */
@QuarkusTest
class TimeLimitsTest {

    private static final Instant FRIDAY = at("2026-11-20T17:00");
    private static final String JINXIU = "371625003010";
    private static final String HAIRCUT = "home-haircut";

    @Inject
    TimeLimits limits;

    @Inject
    Session database;

    @AfterEach
    void takeTheOverridesAway() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeMutationQuery("delete from time_limit where site <> '' or service <> ''")
                    .executeUpdate();
            limits.forget("371625");
        });
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}, {4}")
    @CsvSource({
        "FIRST_LOOK,         20T17:10, 20T17:30, 23T11:00, 23T17:00",
        "RESIDENT_ANSWERS,   20T18:00, 20T21:00, 25T17:00, 12-01T17:00",
        "TEAM_ANSWERS,       20T17:15, 20T18:00, 23T17:00, 24T17:00",
        "LAST_RESORT,        21T17:00, 21T17:00, 23T17:00, 23T17:00",
        "PREPARATION,        20T17:30, 20T19:00, 24T17:00, 27T17:00",
        "DIRECT_OFFER,       20T17:05, 20T17:15, 21T15:00, 21T17:00",
        "WAVE_WIDENS,        20T17:05, 20T17:15, 21T05:00, 21T17:00",
        "NOBODY_CHECKED_IN,  20T17:05, 20T17:10, 20T17:15, 20T17:15",
        "NOBODY_CHECKED_OUT, 20T17:30, 20T17:30, 20T17:30, 20T17:30",
        "REPORT,             21T17:00, 21T17:00, 22T17:00, 23T17:00",
        "RATING_CALL,        23T17:00, 23T17:00, 23T17:00, 23T17:00",
        "RATING_CLOSE,       27T17:00, 27T17:00, 27T17:00, 27T17:00",
        "LOW_RATING,         21T17:00, 21T17:00, 21T17:00, 21T17:00",
        "REOPEN_WINDOW,      27T17:00, 27T17:00, 12-05T17:00, 12-05T17:00"
    })
    void theTableOfTimersIsThereAsData(Limit limit, String emergency, String urgent, String normal, String planned) {
        assertThat(dueAt(limit, Urgency.EMERGENCY)).isEqualTo(on(emergency));
        assertThat(dueAt(limit, Urgency.URGENT)).isEqualTo(on(urgent));
        assertThat(dueAt(limit, Urgency.NORMAL)).isEqualTo(on(normal));
        assertThat(dueAt(limit, Urgency.PLANNED)).isEqualTo(on(planned));
    }

    @Test
    void onlyADropOutFromAnUrgentOrderIsNeverLate() {
        assertThat(limits.find(Limit.LATE_DROPOUT, Urgency.URGENT, HAIRCUT, JINXIU))
                .isEmpty();
        assertThat(limits.find(Limit.LATE_DROPOUT, Urgency.EMERGENCY, HAIRCUT, JINXIU))
                .isEmpty();
        assertThat(dueAt(Limit.LATE_DROPOUT, Urgency.NORMAL)).isEqualTo(FRIDAY.plus(Duration.ofHours(24)));
        for (Limit limit : Limit.values()) {
            for (Urgency urgency : Urgency.values()) {
                boolean never = limit == Limit.LATE_DROPOUT && urgency.compareTo(Urgency.URGENT) >= 0;
                assertThat(limits.find(limit, urgency, HAIRCUT, JINXIU).isEmpty())
                        .isEqualTo(never);
            }
        }
    }

    @Test
    void aVisitToWhichNobodyComesHasThreeSteps() {
        assertThat(limits.dueAt(Limit.NOBODY_CHECKED_IN, Urgency.NORMAL, HAIRCUT, JINXIU, FRIDAY, 1))
                .isEqualTo(on("20T17:30"));
        assertThat(limits.dueAt(Limit.NOBODY_CHECKED_IN, Urgency.NORMAL, HAIRCUT, JINXIU, FRIDAY, 2))
                .isEqualTo(on("20T18:00"));
        assertThat(limits.dueAt(Limit.NOBODY_CHECKED_OUT, Urgency.URGENT, HAIRCUT, JINXIU, FRIDAY, 2))
                .isEqualTo(on("20T19:00"));
    }

    @Test
    void noOfferRunsOutAtNight() {
        Instant evening = at("2026-11-20T20:00");
        Instant night = at("2026-11-20T23:00");

        assertThat(limits.dueAt(Limit.DIRECT_OFFER, Urgency.NORMAL, HAIRCUT, JINXIU, evening))
                .isEqualTo(on("21T18:00"));
        assertThat(limits.dueAt(Limit.DIRECT_OFFER, Urgency.NORMAL, HAIRCUT, JINXIU, night))
                .isEqualTo(on("21T19:00"));
        assertThat(limits.dueAt(Limit.DIRECT_OFFER, Urgency.URGENT, HAIRCUT, JINXIU, night))
                .isEqualTo(on("20T23:15"));
    }

    @Test
    void theNightIsQuietUntilSevenAndTheDayIsNot() {
        for (String night : List.of("2026-11-20T21:00", "2026-11-20T23:00", "2026-11-21T06:59")) {
            assertThat(limits.quietUntil(Limit.DIRECT_OFFER, Urgency.NORMAL, HAIRCUT, JINXIU, at(night)))
                    .as(night)
                    .contains(on("21T07:00"));
        }
        for (String day : List.of("2026-11-20T20:59", "2026-11-20T07:00")) {
            assertThat(limits.quietUntil(Limit.DIRECT_OFFER, Urgency.NORMAL, HAIRCUT, JINXIU, at(day)))
                    .as(day)
                    .isEmpty();
        }
        assertThat(limits.quietUntil(Limit.DIRECT_OFFER, Urgency.EMERGENCY, HAIRCUT, JINXIU, at("2026-11-20T23:00")))
                .isEmpty();
    }

    @Test
    void aRowForTheServiceComesBeforeOneForTheSiteAndTheNearerSiteBeforeTheFarther() {
        plant("371625", "", "PT6H");
        assertThat(dueAt(Limit.PREPARATION, Urgency.URGENT)).isEqualTo(on("20T23:00"));
        plant("371625003", "", "PT5H");
        assertThat(dueAt(Limit.PREPARATION, Urgency.URGENT)).isEqualTo(on("20T22:00"));
        plant("", HAIRCUT, "PT4H");
        assertThat(dueAt(Limit.PREPARATION, Urgency.URGENT)).isEqualTo(on("20T21:00"));
        plant(JINXIU, HAIRCUT, "PT3H");
        assertThat(dueAt(Limit.PREPARATION, Urgency.URGENT)).isEqualTo(on("20T20:00"));

        assertThat(limits.dueAt(Limit.PREPARATION, Urgency.URGENT, HAIRCUT, "210321102209", FRIDAY))
                .as("elsewhere")
                .isEqualTo(on("20T21:00"));
        assertThat(limits.dueAt(Limit.PREPARATION, Urgency.URGENT, "policy-talk", "371625004", FRIDAY))
                .as("another service in another township")
                .isEqualTo(on("20T23:00"));
    }

    @Test
    void whatIsPausedGoesOnWithWhatWasLeftOnItsOwnClock() {
        Instant dueAt = dueAt(Limit.FIRST_LOOK, Urgency.NORMAL);
        Duration left = limits.left(Limit.FIRST_LOOK, Urgency.NORMAL, HAIRCUT, JINXIU, on("21T12:00"), dueAt);

        assertThat(left).isEqualTo(Duration.ofHours(3));
        assertThat(limits.resume(Limit.FIRST_LOOK, Urgency.NORMAL, HAIRCUT, JINXIU, on("24T16:00"), left))
                .isEqualTo(on("25T09:00"));
        assertThat(limits.left(Limit.FIRST_LOOK, Urgency.URGENT, HAIRCUT, JINXIU, FRIDAY, on("20T17:30")))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(limits.left(Limit.DIRECT_OFFER, Urgency.NORMAL, HAIRCUT, JINXIU, FRIDAY, on("21T08:00")))
                .as("the night does not count")
                .isEqualTo(Duration.ofHours(5));
        assertThat(limits.left(Limit.FIRST_LOOK, Urgency.URGENT, HAIRCUT, JINXIU, on("21T17:30"), FRIDAY))
                .isZero();
    }

    private Instant dueAt(Limit limit, Urgency urgency) {
        return limits.dueAt(limit, urgency, HAIRCUT, JINXIU, FRIDAY);
    }

    private void plant(String site, String service, String steps) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeMutationQuery("""
                            insert into time_limit
                            values (:center, :site, :service, 'PREPARATION', 'URGENT', :steps, 'WALL', null, null, 0)""")
                    .setParameter("center", site.isEmpty() ? "000000" : "371625")
                    .setParameter("site", site)
                    .setParameter("service", service)
                    .setParameter("steps", steps)
                    .executeUpdate();
            limits.forget("371625");
        });
    }

    /** A day and time of November 2026, or a month too. */
    private static Instant on(String time) {
        return at(time.indexOf('-') > 0 ? "2026-" + time : "2026-11-" + time);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
