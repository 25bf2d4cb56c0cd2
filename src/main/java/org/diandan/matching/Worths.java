package org.diandan.matching;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diandan.orders.OrderFacts;
import org.diandan.policies.OrderValue;
import org.diandan.residents.Circumstance;
import org.diandan.residents.Residents;

/** What many orders of a Center are worth, in a few statements: the same as each by itself. */
@ApplicationScoped
class Worths {

    private final Residents residents;
    private final Searches searches;
    private final Patience patience;

    Worths(Residents residents, Searches searches, Patience patience) {
        this.residents = residents;
        this.searches = searches;
        this.patience = patience;
    }

    /** Points by order. */
    Map<UUID, Integer> of(String center, List<OrderFacts> orders, OrderValue rules) {
        Map<UUID, Instant> begun = searches.begun(center);
        Map<UUID, Set<Circumstance>> circumstances = residents.circumstances(
                center, orders.stream().map(OrderFacts::resident).collect(toSet()));
        return orders.stream().collect(toMap(OrderFacts::id, order -> {
            Instant since = begun.get(order.id());
            int quarters = since == null ? 0 : patience.quarters(order, since);
            return Worth.of(order.urgency(), circumstances.getOrDefault(order.resident(), Set.of()), quarters)
                    .points(rules);
        }));
    }
}
