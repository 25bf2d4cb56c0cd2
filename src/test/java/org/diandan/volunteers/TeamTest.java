package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.diandan.volunteers.Refusals.assertRefused;
import static org.diandan.volunteers.Someone.BOCHANG;
import static org.diandan.volunteers.Someone.JINXIU;
import static org.diandan.volunteers.VolunteersProblem.COVERAGE_OUTSIDE;
import static org.diandan.volunteers.VolunteersProblem.WINDOWS_OVERLAP;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamTest {

    @Test
    void aNewTeamGoesToItsHomeSiteAndBelow() {
        var team = Someone.team();

        assertThat(team.facts().covers(JINXIU)).isTrue();
        assertThat(team.facts().covers("371625004001")).isFalse();
        assertThat(team.reach())
                .containsExactlyInAnyOrder(
                        new Reach(BOCHANG, "convenience"), new Reach(BOCHANG, "hygiene-environment"));
    }

    @Test
    void aTeamStaysInItsCenter() {
        var team = Someone.team();

        assertRefused(COVERAGE_OUTSIDE, () -> team.cover(List.of(JINXIU, "371626001")));
        assertThat(team.coverage()).containsExactly(BOCHANG);
    }

    @Test
    void whatATeamReachesFollowsItsAreasAndCategories() {
        var team = Someone.team();

        team.cover(List.of(JINXIU, "371625004"));
        team.offer("便民服务队", List.of("hygiene-environment"), null);

        assertThat(team.reach())
                .containsExactlyInAnyOrder(
                        new Reach(JINXIU, "hygiene-environment"), new Reach("371625004", "hygiene-environment"));
    }

    @Test
    void aSlotThatStaysKeepsItsNumberAndANewOneGetsANewNumber() {
        var team = Someone.team();
        team.offerSlots(List.of(slot(DayOfWeek.MONDAY, 9, 2), slot(DayOfWeek.TUESDAY, 9, 2)));

        team.offerSlots(List.of(slot(DayOfWeek.TUESDAY, 9, 5), slot(DayOfWeek.FRIDAY, 9, 1)));

        assertThat(team.slots())
                .extracting(SlotFacts::slot, SlotFacts::day, SlotFacts::capacity)
                .containsExactly(tuple(2, DayOfWeek.TUESDAY, 5), tuple(3, DayOfWeek.FRIDAY, 1));
    }

    @Test
    void slotsDoNotOverlap() {
        var team = Someone.team();

        assertRefused(
                WINDOWS_OVERLAP,
                () -> team.offerSlots(List.of(slot(DayOfWeek.MONDAY, 9, 2), slot(DayOfWeek.MONDAY, 10, 2))));
        assertThat(team.slots()).isEmpty();
    }

    @Test
    void aSuspendedTeamIsInactiveAndAResumedOneIsNot() {
        var team = Someone.team();

        team.suspend("nobody answers");
        assertThat(team.facts().active()).isFalse();

        team.resume();
        assertThat(team.facts().active()).isTrue();
        assertThat(team.reason()).isNull();
    }

    @Test
    void aDissolvedTeamReachesNothing() {
        var team = Someone.team();

        team.dissolve("merged into another");

        assertThat(team.reach()).isEmpty();
        assertThat(team.facts().active()).isFalse();
    }

    @Test
    void aSiteIsCoveredByItsAncestorsAndNothingElse() {
        assertThat(Teams.covering("371625003010")).containsExactly("371625", "371625003", "371625003010");
        assertThat(Teams.covering("371625003-001")).containsExactly("371625", "371625003", "371625003-001");
        assertThat(Teams.covering("371625")).containsExactly("371625");
    }

    private static WeeklySlot slot(DayOfWeek day, int from, int capacity) {
        return new WeeklySlot(day, LocalTime.of(from, 0), LocalTime.of(from + 2, 0), capacity);
    }
}
