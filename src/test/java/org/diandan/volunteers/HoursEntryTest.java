package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.volunteers.Refusals.assertRefused;
import static org.diandan.volunteers.Someone.NOW;
import static org.diandan.volunteers.VolunteersProblem.DISPUTE_TOO_LATE;
import static org.diandan.volunteers.VolunteersProblem.HOURS_ADJUSTED_UPWARDS;
import static org.diandan.volunteers.VolunteersProblem.HOURS_NOT_NOW;
import static org.diandan.volunteers.VolunteersProblem.HOURS_SAME_REVIEWER;
import static org.diandan.volunteers.VolunteersProblem.OWN_HOURS;

import java.time.Duration;
import java.util.List;
import org.diandan.shared.Actor;
import org.diandan.shared.TimeWindow;
import org.junit.jupiter.api.Test;

class HoursEntryTest {

    private final Volunteer volunteer = Someone.grownUp();
    private final Actor clerk = Someone.clerk();
    private final HoursEntry entry = entry(90);

    @Test
    void whatIsWrittenIsPendingUntilSomebodyReviewsIt() {
        assertThat(entry.state()).isEqualTo(HoursState.PENDING);
        assertThat(entry.minutes()).isEqualTo(90);
    }

    @Test
    void nobodyReviewsTheirOwnHours() {
        assertRefused(OWN_HOURS, () -> entry.confirm(Actor.of(volunteer.id()), NOW));
    }

    @Test
    void adjustedHoursAreFewer() {
        entry.adjust(60, "the break was long", clerk, NOW);

        assertThat(entry.minutes()).isEqualTo(60);
        assertRefused(HOURS_ADJUSTED_UPWARDS, () -> entry(90).adjust(90, "more", clerk, NOW));
    }

    @Test
    void refusedHoursCountNothing() {
        entry.refuse("nobody was there", clerk, NOW);

        assertThat(entry.minutes()).isZero();
    }

    @Test
    void aReviewIsNotRepeated() {
        entry.confirm(clerk, NOW);

        assertRefused(HOURS_NOT_NOW, () -> entry.refuse("after all", clerk, NOW));
    }

    @Test
    void aDisputeGoesToAnotherReviewer() {
        entry.refuse("nobody was there", clerk, NOW);
        entry.dispute("I was", NOW.plus(HoursEntry.DISPUTED_WITHIN));

        assertRefused(HOURS_SAME_REVIEWER, () -> entry.confirm(clerk, NOW));
        entry.confirm(Someone.clerk(), NOW);

        assertThat(entry.minutes()).isEqualTo(90);
    }

    @Test
    void aDisputeComesInTimeAndOnce() {
        entry.refuse("nobody was there", clerk, NOW);
        assertRefused(
                DISPUTE_TOO_LATE,
                () -> entry.dispute(
                        "I was", NOW.plus(HoursEntry.DISPUTED_WITHIN).plusSeconds(1)));

        entry.dispute("I was", NOW);
        entry.refuse("still nobody", Someone.clerk(), NOW);

        assertRefused(DISPUTE_TOO_LATE, () -> entry.dispute("I was!", NOW));
    }

    @Test
    void whatIsWrittenAlreadyIsCutOut() {
        assertThat(Hours.without(minutes(0, 60), List.of())).containsExactly(minutes(0, 60));
        assertThat(Hours.without(minutes(0, 60), List.of(minutes(10, 20), minutes(30, 40))))
                .containsExactly(minutes(0, 10), minutes(20, 30), minutes(40, 60));
        assertThat(Hours.without(minutes(0, 60), List.of(minutes(-10, 10), minutes(50, 70))))
                .containsExactly(minutes(10, 50));
        assertThat(Hours.without(minutes(0, 60), List.of(minutes(-10, 70)))).isEmpty();
    }

    private HoursEntry entry(int minutes) {
        var time = minutes(0, minutes);
        var given = new NewHours(volunteer.id(), Someone.id(), time.from(), time.to(), HoursKind.MEASURED, false);
        return new HoursEntry(Someone.id(), volunteer, given, time, false);
    }

    private static TimeWindow minutes(int from, int to) {
        return new TimeWindow(NOW.plus(Duration.ofMinutes(from)), NOW.plus(Duration.ofMinutes(to)));
    }
}
