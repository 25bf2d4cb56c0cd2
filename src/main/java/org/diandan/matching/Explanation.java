package org.diandan.matching;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.policies.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Why this team was asked; stored with the routing and never changed.
 *
 * @param policy the version of the weights
 * @param distanceBy how distance was measured
 * @param points each term's points; they sum to the score
 * @param margin points ahead of the best other team, below zero where a dispatcher chose a lesser one; absent without
 *     another
 * @param askedFirst it had the order before it was reopened
 * @param overruled the obstacle that a dispatcher set aside
 * @param notChosen the best five of the others
 * @param barred how many teams could not be asked, by obstacle
 */
record Explanation(
        int policy,
        Engine engine,
        DistanceBy distanceBy,
        Map<Term, Integer> points,
        int score,
        @Nullable Integer margin,
        boolean askedFirst,
        @Nullable Obstacle overruled,
        List<NotChosen> notChosen,
        Map<Obstacle, Integer> barred) {

    private static final int OTHERS = 5;

    /** How the distance between team and order was measured. */
    enum DistanceBy {
        /** Steps along the tree of divisions, since sites have no coordinates. */
        DIVISION_TREE
    }

    /** A team that might have been asked as well. */
    record NotChosen(UUID team, String name, int score, Map<Term, Integer> points) {}

    static Explanation of(
            Policy policy, Engine engine, Search search, Ranking ranking, Ranked chosen, @Nullable Obstacle overruled) {
        List<NotChosen> others = ranking.eligible().stream()
                .filter(other ->
                        !other.candidate().team().equals(chosen.candidate().team()))
                .limit(OTHERS)
                .map(other -> new NotChosen(
                        other.candidate().team(), other.candidate().name(), other.score(), other.points()))
                .toList();
        return new Explanation(
                policy.version(),
                engine,
                DistanceBy.DIVISION_TREE,
                chosen.points(),
                chosen.score(),
                others.isEmpty() ? null : chosen.score() - others.get(0).score(),
                search.asksFirst(chosen.candidate()),
                overruled,
                others,
                ranking.barredByObstacle());
    }
}
