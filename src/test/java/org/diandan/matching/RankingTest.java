package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.matching.Examples.CONVENIENCE;
import static org.diandan.matching.Examples.JINXIU;
import static org.diandan.matching.Examples.NEXT_DOOR;
import static org.diandan.matching.Examples.ORDER;
import static org.diandan.matching.Examples.search;
import static org.diandan.matching.Examples.team;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.diandan.policies.Policy;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void theBestComesFirstAndWhoMayNotBeAskedIsCountedByReason() {
        var near = team(1).candidate();
        var far = team(2).at(NEXT_DOOR).candidate();
        var suspended = team(3).inactive().candidate();
        var full = team(4).has(Availability.SLOT_FULL).candidate();
        var fullToo = team(5).has(Availability.SLOT_FULL).candidate();

        Ranking ranking = rank(search(), List.of(full, far, suspended, near, fullToo));

        assertThat(ranking.eligible())
                .extracting(ranked -> ranked.candidate().team())
                .containsExactly(near.team(), far.team());
        assertThat(ranking.barredByObstacle())
                .containsEntry(Obstacle.TEAM_INACTIVE, 1)
                .containsEntry(Obstacle.SLOT_FULL, 2)
                .hasSize(2);
    }

    @Test
    void aTieGoesToTheTeamWithMoreRoom() {
        var busier = team(1).loaded(4, 10).candidate();
        var freer = team(2).loaded(4, 20).candidate();
        assertThat(best(search(), List.of(busier, freer))).isEqualTo(freer.team());
        assertThat(best(search(), List.of(freer, busier))).isEqualTo(freer.team());
    }

    @Test
    void aPerfectTieIsDecidedAlikeHoweverTheTeamsAreRead() {
        List<Candidate> twins =
                IntStream.range(0, 20).mapToObj(i -> team(i).candidate()).toList();
        UUID chosen = best(search(), twins);
        for (int seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(twins);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(best(search(), shuffled)).isEqualTo(chosen);
        }
    }

    @Test
    void perfectTiesDoNotAlwaysFallToTheSameTeam() {
        List<Candidate> twins =
                IntStream.range(0, 5).mapToObj(i -> team(i).candidate()).toList();
        var chosen = IntStream.range(0, 100)
                .mapToObj(i -> best(
                        new Search(new UUID(7, i), JINXIU, CONVENIENCE, null, Set.of(), Set.of(), Reach.VILLAGE),
                        twins))
                .distinct();
        assertThat(chosen).hasSize(5);
    }

    @Test
    void theTeamThatKnowsAReopenedOrderComesFirstThoughAnotherHasMorePoints() {
        var better = team(1).candidate();
        var known = team(2).at(NEXT_DOOR).candidate();
        var reopened = new Search(ORDER, JINXIU, CONVENIENCE, known.team(), Set.of(), Set.of(), Reach.VILLAGE);
        assertThat(best(search(), List.of(better, known))).isEqualTo(better.team());
        assertThat(best(reopened, List.of(better, known))).isEqualTo(known.team());
    }

    @Test
    void anExplanationTellsTheMarginAndTheFiveBestOthers() {
        var candidates = new ArrayList<Candidate>();
        candidates.add(team(0).candidate());
        for (int i = 1; i <= 7; i++) {
            candidates.add(team(i).at(NEXT_DOOR).candidate());
        }
        candidates.add(team(8).inactive().candidate());
        Ranking ranking = rank(search(), candidates);
        var chosen = ranking.best().orElseThrow();

        Explanation explanation = Explanation.of(outlook(ranking), Engine.ONLINE, chosen, null);

        assertThat(explanation.score()).isEqualTo(776);
        assertThat(explanation.margin()).isEqualTo((400 - 147) + (120 - 60));
        assertThat(explanation.notChosen()).hasSize(5);
        assertThat(explanation.barred()).containsOnly(java.util.Map.entry(Obstacle.TEAM_INACTIVE, 1));
    }

    @Test
    void aLesserTeamChosenByHandHasAMarginBelowZero() {
        var best = team(1).candidate();
        var lesser = team(2).at(NEXT_DOOR).candidate();
        Ranking ranking = rank(search(), List.of(best, lesser));
        var chosen = ranking.find(lesser.team()).orElseThrow();
        assertThat(Explanation.of(outlook(ranking), Engine.MANUAL, chosen, null).margin())
                .isNegative();
    }

    private static Outlook outlook(Ranking ranking) {
        return new Outlook(Policy.STANDARD, search(), ranking, Examples.NORMAL, List.of(), null);
    }

    private static Ranking rank(Search search, List<Candidate> candidates) {
        return Ranking.of(Policy.STANDARD.rules(), search, candidates);
    }

    private static UUID best(Search search, List<Candidate> candidates) {
        return rank(search, candidates).best().orElseThrow().candidate().team();
    }
}
