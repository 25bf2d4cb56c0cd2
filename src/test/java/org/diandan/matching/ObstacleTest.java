package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.matching.Examples.BOXING;
import static org.diandan.matching.Examples.CONVENIENCE;
import static org.diandan.matching.Examples.JINXIU;
import static org.diandan.matching.Examples.NEXT_DOOR;
import static org.diandan.matching.Examples.ORDER;
import static org.diandan.matching.Examples.OTHER_TOWNSHIP;
import static org.diandan.matching.Examples.TEAM;
import static org.diandan.matching.Examples.search;
import static org.diandan.matching.Examples.team;

import java.util.Optional;
import java.util.Set;
import org.diandan.matching.Examples.TeamExample;
import org.diandan.volunteers.Standing;
import org.junit.jupiter.api.Test;

class ObstacleTest {

    @Test
    void aTeamWithNothingAgainstItMayBeAsked() {
        assertThat(Obstacle.of(search(), team().candidate())).isEmpty();
    }

    @Test
    void aSuspendedTeamIsNotAsked() {
        assertThat(obstacleOf(team().inactive())).contains(Obstacle.TEAM_INACTIVE);
    }

    @Test
    void aTeamDoesNotGoBeyondItsCoverage() {
        assertThat(obstacleOf(team().covers(NEXT_DOOR))).contains(Obstacle.NOT_IN_COVERAGE);
    }

    @Test
    void aTeamOffersItsCategoriesOnly() {
        assertThat(obstacleOf(team().offers("legal-advice"))).contains(Obstacle.CATEGORY_NOT_OFFERED);
    }

    @Test
    void aTeamWithoutTheCertificateIsNotAsked() {
        assertThat(obstacleOf(team().stands(Standing.MISSING))).contains(Obstacle.QUALIFICATION_MISSING);
    }

    @Test
    void aTeamWhoseCertificateWillHaveExpiredIsNotAsked() {
        assertThat(obstacleOf(team().stands(Standing.EXPIRED))).contains(Obstacle.QUALIFICATION_EXPIRED);
    }

    @Test
    void aTeamThatIsNotThereAtTheWishedTimeIsNotAsked() {
        assertThat(obstacleOf(team().has(Availability.NO_SLOT))).contains(Obstacle.SLOT_UNAVAILABLE);
    }

    @Test
    void aTeamWhoseSlotIsTakenIsNotAsked() {
        assertThat(obstacleOf(team().has(Availability.SLOT_FULL))).contains(Obstacle.SLOT_FULL);
    }

    @Test
    void aTeamThatIsFullForWeeksIsNotAsked() {
        assertThat(obstacleOf(team().has(Availability.ALL_FULL))).contains(Obstacle.CAPACITY_FULL);
    }

    @Test
    void aTeamThatTheResidentDoesNotWantIsNotAsked() {
        var search = new Search(ORDER, JINXIU, CONVENIENCE, null, Set.of(TEAM), Set.of(), Reach.VILLAGE);
        assertThat(Obstacle.of(search, team().candidate())).contains(Obstacle.EXCLUDED_BY_RESIDENT);
    }

    @Test
    void aTeamThatCannotComeInPairsIsNotAskedForThem() {
        assertThat(obstacleOf(team().alone())).contains(Obstacle.PAIR_RULE);
    }

    @Test
    void aTeamThatDeclinedIsNotAskedAgain() {
        var search = new Search(ORDER, JINXIU, CONVENIENCE, null, Set.of(), Set.of(TEAM), Reach.VILLAGE);
        assertThat(Obstacle.of(search, team().candidate())).contains(Obstacle.RECENTLY_DECLINED_THIS_ORDER);
    }

    @Test
    void theFirstObstacleInTheirOrderIsTold() {
        assertThat(obstacleOf(team().has(Availability.NO_SLOT)
                        .stands(Standing.EXPIRED)
                        .alone()))
                .contains(Obstacle.QUALIFICATION_EXPIRED);
    }

    @Test
    void aWiderReachTakesInTheTownshipThenTheCounty() {
        var nextDoor = team().covers(NEXT_DOOR).candidate();
        var farAway = team().covers(OTHER_TOWNSHIP).candidate();
        assertThat(Obstacle.of(search().within(Reach.TOWNSHIP), nextDoor)).isEmpty();
        assertThat(Obstacle.of(search().within(Reach.TOWNSHIP), farAway)).contains(Obstacle.NOT_IN_COVERAGE);
        assertThat(Obstacle.of(search().within(Reach.COUNTY), farAway)).isEmpty();
    }

    @Test
    void aTeamOfTheWholeCountyIsAskedFromTheBeginning() {
        assertThat(Obstacle.of(search(), team().at(BOXING).covers(BOXING).candidate()))
                .isEmpty();
    }

    @Test
    void theTeamThatKnowsAReopenedOrderIsAskedWhereverItGoes() {
        var reopened = new Search(ORDER, JINXIU, CONVENIENCE, TEAM, Set.of(), Set.of(), Reach.VILLAGE);
        assertThat(Obstacle.of(reopened, team().covers(OTHER_TOWNSHIP).candidate()))
                .isEmpty();
        assertThat(Obstacle.of(reopened, team().inactive().candidate())).contains(Obstacle.TEAM_INACTIVE);
    }

    private static Optional<Obstacle> obstacleOf(TeamExample team) {
        return Obstacle.of(search(), team.candidate());
    }
}
