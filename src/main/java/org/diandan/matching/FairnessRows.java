package org.diandan.matching;

import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.matching.FairnessView.TownshipMatch;
import org.diandan.matching.FairnessView.Unmet;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** What a period of a center came to; each statement reads the rows of the period and no others. */
@ApplicationScoped
class FairnessRows {

    private static final int MOST_UNMET = 500;

    private static final String ACCEPTED = """
            select team_id, count(*) from routing
            where center = :center and proposed_at >= :from and proposed_at < :until and state in ('ACCEPTED', 'ENDED')
            group by team_id""";

    /** Each order once, however often it was decided on, and whether a team has accepted it since. */
    private static final String SOUGHT = """
            with sought as (
                select order_id, min(site) as site, min(category) as category from routing_decision
                where center = :center and decided_at >= :from and decided_at < :until group by order_id),
            known as (
                select order_id, site, category, exists (
                    select 1 from routing r where r.center = :center and r.order_id = sought.order_id
                      and r.state in ('ACCEPTED', 'ENDED')) as matched
                from sought)
            """;

    private static final String BY_TOWNSHIP =
            SOUGHT + "select left(site, 9), count(*), count(*) filter (where matched) from known group by 1 order by 1";

    private static final String UNMET = SOUGHT + """
            select known.category, left(known.site, 12), count(*), count(search.order_id) from known
            left join order_search search on search.center = :center and search.order_id = known.order_id
            where not matched group by 1, 2 order by 3 desc, 1, 2 limit :most""";

    private final Session session;

    FairnessRows(Session session) {
        this.session = session;
    }

    /** How many orders that it was asked for in the period a team accepted; one that accepted none is absent. */
    Map<UUID, Integer> accepted(String center, Instant from, Instant until) {
        var accepted = new HashMap<UUID, Integer>();
        query(ACCEPTED, center, from, until)
                .getResultStream()
                .forEach(row -> accepted.put(
                        row.get(0, UUID.class), row.get(1, Long.class).intValue()));
        return accepted;
    }

    List<TownshipMatch> townships(String center, Instant from, Instant until) {
        return query(BY_TOWNSHIP, center, from, until)
                .getResultStream()
                .map(row -> {
                    int sought = row.get(1, Long.class).intValue();
                    int matched = row.get(2, Long.class).intValue();
                    double rate = Math.round(1000.0 * matched / sought) / 1000.0;
                    return new TownshipMatch(row.get(0, String.class), sought, matched, rate);
                })
                .toList();
    }

    List<Unmet> unmet(String center, Instant from, Instant until) {
        return query(UNMET, center, from, until)
                .setParameter("most", MOST_UNMET)
                .getResultStream()
                .map(row -> new Unmet(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, Long.class).intValue(),
                        row.get(3, Long.class).intValue()))
                .toList();
    }

    private NativeQuery<Tuple> query(String sql, String center, Instant from, Instant until) {
        return session.createNativeQuery(sql, Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center)
                .setParameter("from", from)
                .setParameter("until", until);
    }
}
