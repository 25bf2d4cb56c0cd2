package org.diandan.orders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diandan.catalogue.Catalogue;
import org.hibernate.Session;

/** The orders for which a team is sought, many at once: what a plan of a whole Center reads. */
@ApplicationScoped
@Transactional
public class SeekingOrders {

    /** So that no statement lasts, however many orders there are. */
    private static final int AT_ONCE = 1000;

    private static final String LIKED = """
            select distinct o.resident, r.team from Order o
              join Rating r on r.center = o.center and r.orderId = o.id
            where o.center = :center and o.resident in :residents and r.score >= 4""";

    private final Session session;
    private final Catalogue catalogue;

    SeekingOrders(Session session, Catalogue catalogue) {
        this.session = session;
        this.catalogue = catalogue;
    }

    /** How many orders of a Center seek a team; counts no further than {@code most}. */
    public int count(String center, int most) {
        return session.createQuery("select id from Order where center = :center and state = ROUTING", UUID.class)
                .setParameter("center", center)
                .setMaxResults(most)
                .getResultList()
                .size();
    }

    /** All orders of a Center that seek a team, by id. */
    public List<OrderFacts> all(String center) {
        var found = new ArrayList<OrderFacts>();
        List<Order> page;
        UUID last = new UUID(0, 0);
        do {
            page = session.createQuery(
                            "from Order where center = :center and state = ROUTING and id > :last order by id",
                            Order.class)
                    .setParameter("center", center)
                    .setParameter("last", last)
                    .setMaxResults(AT_ONCE)
                    .setReadOnly(true)
                    .getResultList();
            found.addAll(facts(page));
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == AT_ONCE);
        return found;
    }

    /** These orders of a Center, whatever has become of them; without their plans. */
    public List<OrderFacts> facts(String center, Collection<UUID> ids) {
        var found = new ArrayList<OrderFacts>();
        for (List<UUID> some : pieces(ids)) {
            found.addAll(facts(session.createQuery("from Order where center = :center and id in :ids", Order.class)
                    .setParameter("center", center)
                    .setParameter("ids", some)
                    .setReadOnly(true)
                    .getResultList()));
        }
        return found;
    }

    /** The teams that served these residents before and were rated 4 or better, by resident. */
    public Map<UUID, Set<UUID>> likedTeams(String center, Collection<UUID> residents) {
        var liked = new HashMap<UUID, Set<UUID>>();
        for (List<UUID> some : pieces(residents)) {
            liked.putAll(session.createQuery(LIKED, Tuple.class)
                    .setParameter("center", center)
                    .setParameter("residents", some)
                    .getResultStream()
                    .collect(groupingBy(
                            row -> row.get(0, UUID.class), mapping(row -> row.get(1, UUID.class), toSet()))));
        }
        return liked;
    }

    private List<OrderFacts> facts(List<Order> orders) {
        return orders.stream()
                .map(order -> OrderFacts.of(
                        order, catalogue.get(order.need().service()).people(), null, null))
                .toList();
    }

    private static List<List<UUID>> pieces(Collection<UUID> ids) {
        List<UUID> all = List.copyOf(ids);
        var pieces = new ArrayList<List<UUID>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            pieces.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return pieces;
    }
}
