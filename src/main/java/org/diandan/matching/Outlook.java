package org.diandan.matching;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.diandan.matching.Ranking.Barred;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.policies.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What is sought, and who may be asked for it, at one moment.
 *
 * @param provisos what could not be known
 * @param pricesLearnedAt absent where no prices hold
 */
record Outlook(
        Policy policy,
        Search search,
        Ranking ranking,
        Worth worth,
        List<Proviso> provisos,
        @Nullable Instant pricesLearnedAt) {

    int worthInPoints() {
        return worth.points(policy.rules().value());
    }

    /** The same facts, looked at nearer or farther around. */
    Outlook within(Reach reach) {
        List<Candidate> all = Stream.concat(
                        ranking.eligible().stream().map(Ranked::candidate),
                        ranking.barred().stream().map(Barred::candidate))
                .toList();
        Search sought = search.within(reach);
        return new Outlook(policy, sought, Ranking.of(policy.rules(), sought, all), worth, provisos, pricesLearnedAt);
    }

    /** Tells whether there is nobody in the whole county who may be asked. */
    boolean isHopeless() {
        return within(Reach.COUNTY).ranking().eligible().isEmpty();
    }

    /** All that a decision now is made of. */
    Inputs inputs() {
        return Inputs.of(search, worth, ranking);
    }

    /** Tells whether the order takes this team's place, or leaves it for one that is worth more. */
    boolean isWorthIt(Ranked best) {
        return inputs().isWorthIt(policy.rules(), best);
    }
}
