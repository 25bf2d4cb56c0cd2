package org.diandan.matching;

import org.diandan.policies.LoadTier;
import org.diandan.policies.Rules;
import org.diandan.policies.ScoreWeights;

/** What speaks for or against asking a team, in whole points, so that the terms sum to the score that is shown. */
enum Term {
    /** Along the tree of divisions, as long as sites have no coordinates. */
    DISTANCE((rules, search, team) -> {
        ScoreWeights score = rules.score();
        double kilometres = score.kilometresPerStep() * Places.stepsBetween(search.site(), team.site());
        return score.distance() * Math.exp(-kilometres / score.distanceScale());
    }),

    RESPONSE((rules, search, team) -> {
        TeamRecord past = team.record();
        ScoreWeights score = rules.score();
        return (double) score.response()
                * (past.accepted() + score.responseAccepted())
                / (past.asked() + score.responseAsked());
    }),

    NEIGHBOURHOOD((rules, search, team) -> {
        if (Places.sameVillage(search.site(), team.site())) {
            return rules.score().sameVillage();
        }
        return Places.sameTownship(search.site(), team.site()) ? rules.score().sameTownship() : 0;
    }),

    CONTINUITY((rules, search, team) -> team.servedWell() ? rules.score().continuity() : 0),

    /** Few ratings move a team little from the prior: a single bad day does not end it. */
    RATING((rules, search, team) -> {
        TeamRecord past = team.record();
        ScoreWeights score = rules.score();
        double mean = (past.mean() * past.ratings() + score.ratingPrior() * score.ratingWeight())
                / (past.ratings() + score.ratingWeight());
        return score.rating() * (mean - 3) / 2;
    }),

    SPECIALITY((rules, search, team) ->
            search.category().equals(team.mainCategory()) ? rules.score().speciality() : 0),

    /** What this visit adds to the team's week, unless the price of its place says more; 0 or less. */
    LOAD((rules, search, team) -> {
        int cost = loadCost(rules, team);
        return cost < team.price() ? 0 : -cost;
    }),

    /** What the place is worth to orders that are still to come, where that is more than the load; 0 or less. */
    PRICE((rules, search, team) -> loadCost(rules, team) < team.price() ? -team.price() : 0);

    private static int loadCost(Rules rules, Candidate team) {
        int visits = team.load().used() + 1;
        LoadTier fullest = rules.loadTiers().get(rules.loadTiers().size() - 1);
        return rules.loadTiers().stream()
                .filter(tier -> visits <= Math.floor(tier.upTo() * team.load().capacity()))
                .findFirst()
                .orElse(fullest)
                .cost();
    }

    /** How a term is counted. */
    private interface Formula {
        double points(Rules rules, Search search, Candidate candidate);
    }

    /** Without state: each is a lambda that captures nothing. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Formula formula;

    Term(Formula formula) {
        this.formula = formula;
    }

    int points(Rules rules, Search search, Candidate candidate) {
        return (int) Math.round(formula.points(rules, search, candidate));
    }
}
