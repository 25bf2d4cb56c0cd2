package org.diandan.matching;

import java.util.List;
import java.util.Optional;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.policies.Rules;

/**
 * All that a decision was made of, apart from the policy: kept, so that it can be made again.
 *
 * @param candidates the best {@value #MOST} who might have been asked; whoever could not be is counted, not kept
 */
record Inputs(Search search, Worth worth, List<Candidate> candidates) {

    /** More would make each decision as large as its Center; a weight that lifts the 51st to the top is a rare one. */
    static final int MOST = 50;

    static Inputs of(Search search, Worth worth, Ranking ranking) {
        return new Inputs(
                search,
                worth,
                ranking.eligible().stream().limit(MOST).map(Ranked::candidate).toList());
    }

    /** Whom these rules would ask; nobody where the order would wait. */
    Optional<Ranked> decide(Rules rules) {
        return Ranking.of(rules, search, candidates).best().filter(best -> isWorthIt(rules, best));
    }

    /** Tells whether the order takes this team's place, or leaves it for one that is worth more. */
    boolean isWorthIt(Rules rules, Ranked best) {
        return worth.isPressing()
                || search.asksFirst(best.candidate())
                || worth.points(rules.value()) + best.score() > 0;
    }
}
