package org.diandan.matching;

/** What speaks for or against asking a team, in whole points, so that the terms sum to the score that is shown. */
enum Term {
    /** Along the tree of divisions, as long as sites have no coordinates. */
    DISTANCE((policy, search, team) -> {
        double kilometres = policy.kilometresPerStep() * Places.stepsBetween(search.site(), team.site());
        return policy.distance() * Math.exp(-kilometres / policy.distanceScale());
    }),

    RESPONSE((policy, search, team) -> {
        TeamRecord past = team.record();
        return (double) policy.response()
                * (past.accepted() + policy.responseAccepted())
                / (past.asked() + policy.responseAsked());
    }),

    NEIGHBOURHOOD((policy, search, team) -> {
        if (Places.sameVillage(search.site(), team.site())) {
            return policy.sameVillage();
        }
        return Places.sameTownship(search.site(), team.site()) ? policy.sameTownship() : 0;
    }),

    CONTINUITY((policy, search, team) -> team.servedWell() ? policy.continuity() : 0),

    /** Few ratings move a team little from the prior: a single bad day does not end it. */
    RATING((policy, search, team) -> {
        TeamRecord past = team.record();
        double mean = (past.mean() * past.ratings() + policy.ratingPrior() * policy.ratingWeight())
                / (past.ratings() + policy.ratingWeight());
        return policy.rating() * (mean - 3) / 2;
    }),

    SPECIALITY((policy, search, team) -> search.category().equals(team.mainCategory()) ? policy.speciality() : 0),

    /** What this visit adds to the team's week; 0 or less. */
    LOAD((policy, search, team) -> {
        int visits = team.load().used() + 1;
        return policy.loadBands().stream()
                .filter(band -> visits <= Math.floor(band.upTo() * team.load().capacity()))
                .findFirst()
                .orElse(policy.loadBands().get(policy.loadBands().size() - 1))
                .points();
    });

    /** How a term is counted. */
    private interface Formula {
        double points(Policy policy, Search search, Candidate candidate);
    }

    /** Without state: each is a lambda that captures nothing. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Formula formula;

    Term(Formula formula) {
        this.formula = formula;
    }

    int points(Policy policy, Search search, Candidate candidate) {
        return (int) Math.round(formula.points(policy, search, candidate));
    }
}
