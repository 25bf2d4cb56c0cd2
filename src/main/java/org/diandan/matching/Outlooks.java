package org.diandan.matching;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.ServiceItem;
import org.diandan.orders.OrderFacts;
import org.diandan.policies.Policies;
import org.diandan.policies.Policy;
import org.diandan.residents.Residents;
import org.jspecify.annotations.Nullable;

/** Looks out over the teams for an order: gathers the facts and ranks by the Center's policy. */
@ApplicationScoped
class Outlooks {

    private final Scouting scouting;
    private final SlotPrices prices;
    private final Patience patience;
    private final Policies policies;
    private final Catalogue catalogue;
    private final Residents residents;
    private final MatchingConfig config;
    private final Clock clock;

    Outlooks(
            Scouting scouting,
            SlotPrices prices,
            Patience patience,
            Policies policies,
            Catalogue catalogue,
            Residents residents,
            MatchingConfig config,
            Clock clock) {
        this.scouting = scouting;
        this.prices = prices;
        this.patience = patience;
        this.policies = policies;
        this.catalogue = catalogue;
        this.residents = residents;
        this.config = config;
        this.clock = clock;
    }

    /** @param particular a team that is to be looked at, wherever it goes and whatever it offers */
    Outlook of(OrderFacts order, List<Routing> round, Reach reach, @Nullable UUID particular) {
        return of(order, round, reach, scouting.candidates(order, particular));
    }

    /** @param candidates the teams to choose from */
    Outlook of(OrderFacts order, List<Routing> round, Reach reach, List<Candidate> candidates) {
        ServiceItem service = catalogue.get(order.service());
        var search = new Search(
                order.id(),
                order.site(),
                service.category(),
                order.previousTeam(),
                order.excludedTeams(),
                round.stream().filter(Routing::isRefused).map(Routing::team).collect(toUnmodifiableSet()),
                reach);
        Policy policy = policies.of(order.center());
        Worth worth = Worth.of(order.urgency(), residents.circumstances(order.resident()), patience.quarters(order));
        Instant learnedAt = prices.learnedAt(order.center(), clock.instant().minus(config.pricesHold()))
                .orElse(null);
        return new Outlook(
                policy,
                search,
                Ranking.of(policy.rules(), search, candidates),
                worth,
                Proviso.of(order, service, learnedAt),
                learnedAt);
    }
}
