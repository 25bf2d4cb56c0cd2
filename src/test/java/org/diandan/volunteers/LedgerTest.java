package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diandan.volunteers.Refusals.assertRefused;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.diandan.shared.TimeWindow;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerTest {

    private static final Instant NINE = Someone.NOW;

    @Inject
    Hours hours;

    @Inject
    Ids ids;

    @Inject
    Session session;

    private Volunteer volunteer;

    @BeforeEach
    void register() {
        volunteer = Someone.grownUp();
        QuarkusTransaction.requiringNew().run(() -> session.persist(volunteer));
    }

    @Test
    void minutesAreWrittenToBeReviewed() {
        assertThat(hours.post(given(0, 90))).isEqualTo(90);

        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(HoursState.PENDING);
            assertThat(entry.isFlagged()).isFalse();
        });
    }

    @Test
    void minutesOfOnePersonNeverOverlap() {
        hours.post(given(30, 60));

        assertThat(hours.post(given(0, 90))).isEqualTo(60);

        assertThat(entries())
                .extracting(HoursEntry::time)
                .containsExactly(window(0, 30), window(30, 60), window(60, 90));
        assertThat(entries()).extracting(HoursEntry::isFlagged).containsExactly(true, false, true);
    }

    @Test
    void theSameVisitWrittenTwiceCountsOnce() {
        hours.post(given(0, 60));

        assertThat(hours.post(given(0, 60))).isZero();
    }

    @Test
    void theDatabaseRefusesWhatTheProgramForgets() {
        hours.post(given(0, 60));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    session.persist(
                            new HoursEntry(ids.of(Someone.BOXING), volunteer, given(59, 70), window(59, 70), false));
                    session.flush();
                }))
                .hasRootCauseInstanceOf(SQLException.class)
                .hasStackTraceContaining("volunteer_hours_never_overlap");
    }

    @Test
    void whatWasRefusedLeavesRoom() {
        hours.post(given(0, 60));
        QuarkusTransaction.requiringNew().run(() -> entries().get(0).refuse("wrong day", Someone.clerk(), Someone.NOW));

        assertThat(hours.post(given(0, 60))).isEqualTo(60);
    }

    @Test
    void timeThatIsNoneIsNotWritten() {
        assertThat(hours.post(given(0, 0))).isZero();
    }

    @Test
    void onlyVolunteersHaveHours() {
        var stranger = new NewHours(Someone.id(), Someone.id(), NINE, NINE.plusSeconds(600), HoursKind.ADDED, false);

        assertRefused(VolunteersProblem.NOT_A_VOLUNTEER, () -> hours.post(stranger));
    }

    private List<HoursEntry> entries() {
        return QuarkusTransaction.joiningExisting().call(() -> session.createQuery(
                        "from HoursEntry h where h.center = :center and h.volunteerId = :volunteer order by h.fromAt",
                        HoursEntry.class)
                .setParameter("center", Someone.BOXING)
                .setParameter("volunteer", volunteer.id())
                .getResultList());
    }

    private NewHours given(int from, int to) {
        var visit = UUID.randomUUID();
        return new NewHours(volunteer.id(), visit, at(from), at(to), HoursKind.MEASURED, false);
    }

    private static TimeWindow window(int from, int to) {
        return new TimeWindow(at(from), at(to));
    }

    private static Instant at(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }
}
