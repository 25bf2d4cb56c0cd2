package org.diandan.startup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Counts the rows that something reads: what grows with a table is found without a watch. */
@ApplicationScoped
public class RowsRead {

    private final Session session;

    RowsRead(Session session) {
        this.session = session;
    }

    /** How many rows of each table it takes to do this, in a transaction of its own that is kept. */
    public Map<String, Long> by(Runnable work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // A table that other tests have left small is read whole, index or not, and so planned for as long as the
            // plan is kept; here it is the indexes that count.
            session.createNativeQuery(
                            "select set_config('enable_seqscan', 'off', true)"
                                    + " || set_config('plan_cache_mode', 'force_custom_plan', true)",
                            String.class)
                    .getSingleResult();
            Map<String, Long> before = all();
            work.run();
            session.flush();
            Map<String, Long> rows = new TreeMap<>(all());
            rows.replaceAll((table, now) -> now - before.getOrDefault(table, 0L));
            rows.values().removeIf(many -> many == 0);
            return rows;
        });
    }

    /** PostgreSQL counts on for as long as a connection is busy. */
    private Map<String, Long> all() {
        return session.createNativeQuery(
                        "select cast(relname as text), coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)"
                                + " from pg_stat_xact_user_tables",
                        Tuple.class)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, Long.class)));
    }
}
