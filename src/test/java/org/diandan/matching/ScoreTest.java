package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.matching.Examples.BOCHANG;
import static org.diandan.matching.Examples.BOXING;
import static org.diandan.matching.Examples.NEXT_DOOR;
import static org.diandan.matching.Examples.OTHER_TOWNSHIP;
import static org.diandan.matching.Examples.search;
import static org.diandan.matching.Examples.team;

import org.diandan.matching.Examples.TeamExample;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.policies.Policy;
import org.junit.jupiter.api.Test;

/** The points, worked out by hand from the table of weights. */
class ScoreTest {

    @Test
    void aNewTeamNextDoorGetsItsDueAndNoMore() {
        Ranked ranked = Ranked.of(Policy.STANDARD.rules(), search(), team().candidate());

        assertThat(ranked.points())
                .containsEntry(Term.DISTANCE, 400)
                .containsEntry(Term.RESPONSE, 126)
                .containsEntry(Term.NEIGHBOURHOOD, 120)
                .containsEntry(Term.CONTINUITY, 0)
                .containsEntry(Term.RATING, 50)
                .containsEntry(Term.SPECIALITY, 80)
                .containsEntry(Term.LOAD, 0);
        assertThat(ranked.score()).isEqualTo(776);
    }

    @Test
    void aPriceTakesThePlaceOfTheLoadWhereItIsLarger() {
        assertThat(points(Term.LOAD, team().loaded(8, 10).priced(149))).isEqualTo(-150);
        assertThat(points(Term.PRICE, team().loaded(8, 10).priced(149))).isZero();
        assertThat(points(Term.LOAD, team().loaded(8, 10).priced(151))).isZero();
        assertThat(points(Term.PRICE, team().loaded(8, 10).priced(151))).isEqualTo(-151);
    }

    @Test
    void whereNoPriceIsKnownTheLoadStands() {
        assertThat(points(Term.LOAD, team().loaded(9, 10))).isEqualTo(-300);
        assertThat(points(Term.PRICE, team().loaded(9, 10))).isZero();
    }

    @Test
    void theTermsSumToTheScore() {
        Ranked ranked = Ranked.of(
                Policy.STANDARD.rules(),
                search(),
                team().at(NEXT_DOOR).did(13, 4, 7, 3.3).loaded(8, 10).candidate());
        assertThat(ranked.points().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(ranked.score());
    }

    @Test
    void distanceFallsByEForEveryEightKilometresAndAStepIsFour() {
        assertThat(points(Term.DISTANCE, team().at(BOCHANG))).isEqualTo(243);
        assertThat(points(Term.DISTANCE, team().at(NEXT_DOOR))).isEqualTo(147);
        assertThat(points(Term.DISTANCE, team().at(BOXING))).isEqualTo(147);
        assertThat(points(Term.DISTANCE, team().at(OTHER_TOWNSHIP))).isEqualTo(89);
    }

    @Test
    void aTeamThatNeverAnswersLosesMostOfItsResponsePoints() {
        assertThat(points(Term.RESPONSE, team().did(10, 10, 0, 0))).isEqualTo(153);
        assertThat(points(Term.RESPONSE, team().did(10, 0, 0, 0))).isEqualTo(63);
    }

    @Test
    void theVillageCountsTwiceTheTownship() {
        assertThat(points(Term.NEIGHBOURHOOD, team().at(NEXT_DOOR))).isEqualTo(60);
        assertThat(points(Term.NEIGHBOURHOOD, team().at(BOCHANG))).isEqualTo(60);
        assertThat(points(Term.NEIGHBOURHOOD, team().at(OTHER_TOWNSHIP))).isZero();
    }

    @Test
    void aTeamThatServedThisResidentWellIsPreferred() {
        assertThat(points(Term.CONTINUITY, team().servedWell())).isEqualTo(120);
    }

    @Test
    void fewRatingsMoveLittle() {
        assertThat(points(Term.RATING, team().did(1, 1, 1, 1))).isEqualTo(36);
        assertThat(points(Term.RATING, team().did(90, 90, 90, 5))).isEqualTo(95);
        assertThat(points(Term.RATING, team().did(90, 90, 90, 1))).isEqualTo(-85);
    }

    @Test
    void whatATeamDoesBesidesIsNoSpeciality() {
        assertThat(points(Term.SPECIALITY, team().mainly("legal-advice"))).isZero();
    }

    @Test
    void aVisitCostsMoreTheFullerTheWeekBecomesWithIt() {
        assertThat(points(Term.LOAD, team().loaded(9, 20))).isZero();
        assertThat(points(Term.LOAD, team().loaded(10, 20))).isEqualTo(-60);
        assertThat(points(Term.LOAD, team().loaded(15, 20))).isEqualTo(-150);
        assertThat(points(Term.LOAD, team().loaded(18, 20))).isEqualTo(-300);
    }

    private static int points(Term term, TeamExample team) {
        return term.points(Policy.STANDARD.rules(), search(), team.candidate());
    }
}
