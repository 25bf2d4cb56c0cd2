package org.diandan.matching;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import org.diandan.matching.Ranking.Ranked;

/** Notices when it was a price that made the program ask another team. */
@ApplicationScoped
class PriceEffect {

    private final SlotPrices prices;

    PriceEffect(SlotPrices prices) {
        this.prices = prices;
    }

    /** Counts for the place whose team would have been asked if no place had a price. */
    void count(Outlook outlook, Ranked asked) {
        int ofAsked = withoutPrice(outlook, asked);
        outlook.ranking().eligible().stream()
                .filter(other -> other.candidate().price() > 0 && withoutPrice(outlook, other) > ofAsked)
                .max(Comparator.comparingInt(other -> withoutPrice(outlook, other)))
                .map(Ranked::candidate)
                .ifPresent(kept -> prices.decided(
                        kept.team(), requireNonNull(kept.opening()).slot()));
    }

    private static int withoutPrice(Outlook outlook, Ranked team) {
        return Ranked.of(
                        outlook.policy().rules(),
                        outlook.search(),
                        team.candidate().withoutPrice())
                .score();
    }
}
