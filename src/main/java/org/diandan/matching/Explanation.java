package org.diandan.matching;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * Why this team was asked, or why the order waits; stored with the decision and never changed.
 *
 * @param policy the version of the Center's policy
 * @param distanceBy how distance was measured
 * @param provisos what could not be known
 * @param worth of the order, in points; what it is made of is for auditors alone
 * @param points each term's points of the team that was asked, or, while the order waits, of the first of the ranking;
 *     they sum to the score; none where nobody may be asked
 * @param price what the team's place is worth to orders that are still to come; 0 where that is not known
 * @param pricesLearnedAt absent where no prices hold
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
        List<Proviso> provisos,
        int worth,
        Map<Term, Integer> points,
        int score,
        int price,
        @Nullable Instant pricesLearnedAt,
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

    /**
     * A team that might have been asked as well.
     *
     * @param lacked the term in which it fell behind most; absent where it fell behind in none
     * @param slot the time that it would have come
     */
    record NotChosen(
            UUID team,
            String name,
            int score,
            Map<Term, Integer> points,
            @Nullable Term lacked,
            @Nullable TimeWindow slot) {

        private static NotChosen of(Ranked other, Map<Term, Integer> chosen) {
            Opening opening = other.candidate().opening();
            return new NotChosen(
                    other.candidate().team(),
                    other.candidate().name(),
                    other.score(),
                    other.points(),
                    lacked(other.points(), chosen),
                    opening == null ? null : opening.time());
        }

        private static @Nullable Term lacked(Map<Term, Integer> points, Map<Term, Integer> chosen) {
            return chosen.entrySet().stream()
                    .filter(term -> points.getOrDefault(term.getKey(), 0) < term.getValue())
                    .max(Comparator.comparing(term -> term.getValue() - points.getOrDefault(term.getKey(), 0)))
                    .map(Map.Entry::getKey)
                    .orElse(null);
        }
    }

    /** @param chosen who is asked, or would be if the order did not wait; nobody where nobody may be asked */
    static Explanation of(Outlook outlook, Engine engine, @Nullable Ranked chosen, @Nullable Obstacle overruled) {
        Map<Term, Integer> points = chosen == null ? Map.of() : chosen.points();
        List<NotChosen> others = outlook.ranking().eligible().stream()
                .filter(other -> chosen == null
                        || !other.candidate().team().equals(chosen.candidate().team()))
                .limit(OTHERS)
                .map(other -> NotChosen.of(other, points))
                .toList();
        return new Explanation(
                outlook.policy().version(),
                engine,
                DistanceBy.DIVISION_TREE,
                outlook.provisos(),
                outlook.worthInPoints(),
                points,
                chosen == null ? 0 : chosen.score(),
                chosen == null ? 0 : chosen.candidate().price(),
                outlook.pricesLearnedAt(),
                chosen == null || others.isEmpty()
                        ? null
                        : chosen.score() - others.get(0).score(),
                chosen != null && outlook.search().asksFirst(chosen.candidate()),
                overruled,
                others,
                outlook.ranking().barredByObstacle());
    }
}
