package org.diandan.matching;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.shared.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A decision about an order's team, as dispatchers and auditors read it.
 *
 * @param policy the version of the Center's policy that it followed
 * @param team who was asked; absent where the order waits or there is nobody
 * @param routing the question to the team
 * @param first whom the ranking had first; another than the team where a dispatcher chose
 * @param overrideReason why a dispatcher did not take the first
 * @param worth of the order in points
 * @param factors what the worth is made of; for auditors alone
 * @param words the decision in sentences
 * @param notChosen the best five of the others, with what they lacked
 * @param barred how many teams could not be asked, by obstacle
 */
public record DecisionView(
        UUID id,
        UUID order,
        int round,
        Instant decidedAt,
        Engine engine,
        int policy,
        Outcome outcome,
        @Nullable UUID team,
        @Nullable UUID routing,
        @Nullable UUID first,
        @Nullable String overrideReason,
        int worth,
        @Nullable Worth factors,
        List<String> words,
        Map<Term, Integer> points,
        int score,
        int price,
        @Nullable Instant pricesLearnedAt,
        @Nullable Integer margin,
        List<Explanation.NotChosen> notChosen,
        List<BarredCount> barred) {

    /** How many teams an obstacle kept out. */
    public record BarredCount(Choice obstacle, int teams) {}

    /**
     * The decision made again, on what was known then.
     *
     * @param policy the version that was followed then and now
     * @param first whom the ranking has first; absent where nobody may be asked
     * @param outcome what comes of it; a dispatcher's choice is not the program's to repeat
     * @param same whether it is the same as then
     */
    public record ReplayView(
            UUID decision, int policy, @Nullable UUID first, Outcome outcome, boolean same) {}

    static DecisionView of(
            RoutingDecision decision,
            @Nullable String overrideReason,
            boolean auditor,
            List<String> words,
            List<BarredCount> barred) {
        Explanation explanation = decision.explanation();
        return new DecisionView(
                decision.id(),
                decision.order(),
                decision.round(),
                decision.decidedAt(),
                decision.engine(),
                decision.policy(),
                decision.outcome(),
                decision.team(),
                decision.routing(),
                decision.first(),
                overrideReason,
                explanation.worth(),
                auditor ? decision.inputs().worth() : null,
                words,
                explanation.points(),
                explanation.score(),
                explanation.price(),
                explanation.pricesLearnedAt(),
                explanation.margin(),
                explanation.notChosen(),
                barred);
    }
}
