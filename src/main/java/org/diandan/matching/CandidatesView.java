package org.diandan.matching;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.diandan.matching.Explanation.DistanceBy;
import org.diandan.matching.LastResort.Neighbour;
import org.diandan.matching.Ranking.Barred;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.orders.OrderFacts;
import org.diandan.shared.Choice;
import org.diandan.shared.Texts;
import org.diandan.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * Who may be asked for an order as things are now, the best first, and who may not and why.
 *
 * @param reach how far around teams are looked for by now
 * @param policy the version of the weights
 * @param distanceBy how distance is measured
 * @param provisos what could not be known, in words
 * @param worth of the order in points; it takes a place only where worth and score are above zero, unless it is urgent
 * @param pricesLearnedAt since when the prices are known; absent where none hold
 * @param waitingFrom since when the order waits, because every team that may be asked is kept for orders worth more
 * @param neighbours where nobody may be asked in the whole county: other Centers of the prefecture that have teams for
 *     the service; the way there is to transfer the order
 * @param barredBy how many teams each obstacle keeps out
 */
public record CandidatesView(
        UUID order,
        int round,
        Reach reach,
        int policy,
        DistanceBy distanceBy,
        List<Choice> provisos,
        int worth,
        @Nullable Instant pricesLearnedAt,
        @Nullable Instant waitingFrom,
        List<CandidateLine> candidates,
        List<BarredLine> barred,
        Map<Obstacle, Integer> barredBy,
        List<Neighbour> neighbours) {

    /**
     * A team that may be asked.
     *
     * @param points of each term; they sum to the score
     * @param slot the first of its times with a free place
     * @param price what the place is worth to orders still to come; 0 where that is not known
     * @param load how full its week is, from 0 to 1
     * @param asksFirst it had the order before it was reopened
     */
    public record CandidateLine(
            UUID team,
            String name,
            String site,
            int score,
            Map<Term, Integer> points,
            @Nullable TimeWindow slot,
            int price,
            double load,
            boolean asksFirst) {}

    /**
     * A team that may not be asked.
     *
     * @param mayBeOverruled whether a dispatcher may ask it all the same, with a reason
     */
    public record BarredLine(UUID team, String name, String site, Choice obstacle, boolean mayBeOverruled) {}

    static CandidatesView of(
            OrderFacts order,
            Outlook outlook,
            @Nullable Instant waitingFrom,
            List<Neighbour> neighbours,
            Locale language) {
        Ranking ranking = outlook.ranking();
        return new CandidatesView(
                order.id(),
                order.round(),
                outlook.search().reach(),
                outlook.policy().version(),
                DistanceBy.DIVISION_TREE,
                outlook.provisos().stream()
                        .map(proviso -> new Choice(proviso.name(), Texts.of(proviso, language)))
                        .toList(),
                outlook.worthInPoints(),
                outlook.pricesLearnedAt(),
                waitingFrom,
                ranking.eligible().stream()
                        .map(ranked -> line(ranked, outlook.search()))
                        .toList(),
                ranking.barred().stream().map(out -> line(out, language)).toList(),
                ranking.barredByObstacle(),
                neighbours);
    }

    private static CandidateLine line(Ranked ranked, Search search) {
        Candidate team = ranked.candidate();
        Opening opening = team.opening();
        return new CandidateLine(
                team.team(),
                team.name(),
                team.site(),
                ranked.score(),
                ranked.points(),
                opening == null ? null : opening.time(),
                team.price(),
                team.load().relative(),
                search.asksFirst(team));
    }

    private static BarredLine line(Barred out, Locale language) {
        return new BarredLine(
                out.candidate().team(),
                out.candidate().name(),
                out.candidate().site(),
                new Choice(out.obstacle().name(), Texts.of(out.obstacle(), language)),
                out.obstacle().mayBeOverruled());
    }
}
