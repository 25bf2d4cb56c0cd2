package org.diandan.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diandan.policies.Rules;

/**
 * Who may be asked for an order, the best first, and who may not and why. The same facts always give the same ranking.
 *
 * @param eligible the best first
 */
record Ranking(List<Ranked> eligible, List<Barred> barred) {

    /** A team that may be asked, with the points of every term and their sum. */
    record Ranked(Candidate candidate, Map<Term, Integer> points, int score) {

        static Ranked of(Rules rules, Search search, Candidate candidate) {
            var points = new EnumMap<Term, Integer>(Term.class);
            for (Term term : Term.values()) {
                points.put(term, term.points(rules, search, candidate));
            }
            int score = points.values().stream().mapToInt(Integer::intValue).sum();
            return new Ranked(candidate, Collections.unmodifiableMap(points), score);
        }
    }

    /** A team that may not be asked. */
    record Barred(Candidate candidate, Obstacle obstacle) {}

    static Ranking of(Rules rules, Search search, List<Candidate> candidates) {
        var eligible = new ArrayList<Ranked>();
        var barred = new ArrayList<Barred>();
        for (Candidate candidate : candidates) {
            Obstacle.of(search, candidate)
                    .ifPresentOrElse(
                            obstacle -> barred.add(new Barred(candidate, obstacle)),
                            () -> eligible.add(Ranked.of(rules, search, candidate)));
        }
        eligible.sort(bestFirst(search));
        barred.sort(Comparator.comparing(Barred::obstacle)
                .thenComparing(team -> team.candidate().team()));
        return new Ranking(List.copyOf(eligible), List.copyOf(barred));
    }

    /** A tie goes to the team with more room, then to chance that a replay repeats. */
    private static Comparator<Ranked> bestFirst(Search search) {
        return Comparator.comparing((Ranked team) -> !search.asksFirst(team.candidate()))
                .thenComparing(Ranked::score, Comparator.reverseOrder())
                .thenComparing(team -> team.candidate().load().relative())
                .thenComparing(team -> lot(search.order(), team.candidate().team()));
    }

    private static UUID lot(UUID order, UUID team) {
        return UUID.nameUUIDFromBytes((order + "/" + team).getBytes(UTF_8));
    }

    Optional<Ranked> best() {
        return eligible.stream().findFirst();
    }

    Optional<Ranked> find(UUID team) {
        return eligible.stream()
                .filter(ranked -> ranked.candidate().team().equals(team))
                .findFirst();
    }

    Optional<Barred> findBarred(UUID team) {
        return barred.stream()
                .filter(out -> out.candidate().team().equals(team))
                .findFirst();
    }

    /** How many teams each obstacle keeps out. */
    Map<Obstacle, Integer> barredByObstacle() {
        var counts = new EnumMap<Obstacle, Integer>(Obstacle.class);
        barred.forEach(out -> counts.merge(out.obstacle(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }
}
