package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.diandan.matching.Examples.BOCHANG;
import static org.diandan.matching.Examples.BOXING;
import static org.diandan.matching.Examples.CONVENIENCE;
import static org.diandan.matching.Examples.JINXIU;
import static org.diandan.matching.Examples.OTHER_TOWNSHIP;
import static org.diandan.matching.Examples.search;
import static org.diandan.matching.Examples.team;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.matching.TrialView.TownshipEffect;
import org.diandan.policies.LoadTier;
import org.diandan.policies.Policy;
import org.diandan.policies.Rules;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final Instant THEN = Instant.parse("2026-11-23T01:00:00Z");
    private static final Rules STANDARD = Policy.STANDARD.rules();
    private static final Candidate NEAR = team(1).loaded(8, 10).candidate();
    private static final Candidate IDLE = team(2).at(BOCHANG).loaded(0, 10).candidate();

    @Test
    void theSameRulesChangeNothing() {
        TrialView trial = run(STANDARD, decision(JINXIU, NEAR, IDLE), decision(JINXIU, NEAR, IDLE));

        assertThat(trial.changedTeams()).isZero();
        assertThat(trial.after()).isEqualTo(trial.before());
        assertThat(trial.decisions()).isEqualTo(2);
    }

    @Test
    void heavierTiersMoveOrdersToTheIdleTeamAndTheEffectIsToldByTownship() {
        TrialView trial = run(tiers(500, 900), decision(JINXIU, NEAR, IDLE), decision(OTHER_TOWNSHIP, IDLE, IDLE));

        assertThat(trial.changedTeams()).isEqualTo(1);
        assertThat(trial.townships()).extracting(TownshipEffect::township).containsExactly(BOCHANG, OTHER_TOWNSHIP);
        TownshipEffect bochang = trial.townships().get(0);
        assertThat(bochang.changedTeams()).isEqualTo(1);
        assertThat(bochang.before().meanLoad()).isEqualTo(.8);
        assertThat(bochang.after().meanLoad()).isZero();
        // In the points that hold now the nearer team was the better one.
        assertThat(bochang.after().meanScore()).isLessThan(bochang.before().meanScore());
        assertThat(trial.townships().get(1).changedTeams()).isZero();
    }

    @Test
    void rulesByWhichNobodyIsWorthItsPriceLeaveTheOrdersWaiting() {
        Candidate priced = team(1).priced(2000).candidate();
        Rules worthless = new Rules(
                STANDARD.score(),
                STANDARD.loadTiers(),
                new org.diandan.policies.OrderValue(1, STANDARD.value().urgency(), 0, 0, 0, 0),
                STANDARD.routing(),
                STANDARD.offers(),
                STANDARD.plans());

        TrialView trial = run(worthless, decision(JINXIU, priced, priced));

        assertThat(trial.before().matched()).isEqualTo(1);
        assertThat(trial.after().matched()).isZero();
        assertThat(trial.changedTeams()).isEqualTo(1);
    }

    @Test
    void oneTeamWithAllTheWorkIsTheLeastFair() {
        assertThat(Jain.index(List.of(1.0, 1.0, 1.0, 1.0))).isEqualTo(1);
        assertThat(Jain.index(List.of(1.0, 0.0, 0.0, 0.0))).isEqualTo(.25);
        assertThat(Jain.index(List.of(0.0, 0.0))).isEqualTo(1);
        assertThat(run(STANDARD, decision(JINXIU, NEAR, IDLE)).before().jain()).isCloseTo(.5, within(.001));
    }

    private static TrialView run(Rules proposed, RoutingDecision... decisions) {
        return new Trial(BOXING, Policy.STANDARD, proposed).of(List.of(decisions), false, THEN, THEN.plusSeconds(1));
    }

    private static Rules tiers(int second, int third) {
        List<LoadTier> tiers = List.of(
                new LoadTier(.50, 0), new LoadTier(.75, second), new LoadTier(.90, third), new LoadTier(1, 1000));
        return new Rules(
                STANDARD.score(), tiers, STANDARD.value(), STANDARD.routing(), STANDARD.offers(), STANDARD.plans());
    }

    /** @param chosen who was asked; the first of the ranking then */
    private static RoutingDecision decision(String site, Candidate chosen, Candidate other) {
        List<Candidate> candidates = chosen.equals(other) ? List.of(chosen) : List.of(chosen, other);
        Ranking ranking = Ranking.of(STANDARD, search(), candidates);
        var outlook = new Outlook(Policy.STANDARD, search(), ranking, Examples.NORMAL, List.of(), null);
        UUID id = Examples.ORDER;
        return new RoutingDecision(
                id,
                id,
                1,
                site,
                CONVENIENCE,
                THEN,
                0,
                Engine.ONLINE,
                Outcome.ASKED,
                chosen.team(),
                chosen.team(),
                id,
                Explanation.of(
                        outlook, Engine.ONLINE, ranking.find(chosen.team()).orElseThrow(), null),
                outlook.inputs());
    }
}
