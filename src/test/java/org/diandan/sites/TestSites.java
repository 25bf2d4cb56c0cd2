package org.diandan.sites;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.diandan.shared.Area;
import org.hibernate.Session;

/** Sites for tests that need some to be there. */
@ApplicationScoped
public class TestSites {

    private final Session session;
    private final Sites sites;
    private final Clock clock;

    TestSites(Session session, Sites sites, Clock clock) {
        this.session = session;
        this.sites = sites;
        this.clock = clock;
    }

    /** Sees to it that these sites, and those above them, are there. */
    public void ensure(String... codes) {
        QuarkusTransaction.joiningExisting().run(() -> {
            for (String code : codes) {
                insert(code);
                sites.forget(Area.centerOf(code));
            }
        });
    }

    private void insert(String code) {
        Level level = Level.of(code);
        String above = Level.above(code);
        if (!above.isEmpty()) {
            insert(above);
        }
        session.createNativeMutationQuery(
                        "insert into site (center, code, level, name, parent, mode, opened_at, version)"
                                + " values (:center, :code, :level, :name, :parent, 'NORMAL', :now, 0) on conflict do nothing")
                .setParameter("center", Area.centerOf(code))
                .setParameter("code", code)
                .setParameter("level", level.name())
                .setParameter("name", "Site " + code)
                .setParameter("parent", above.isEmpty() ? null : above, String.class)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
