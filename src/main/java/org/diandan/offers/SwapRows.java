package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Cursor;
import org.diandan.http.HttpProblem;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Every query of the room over swaps. */
@ApplicationScoped
class SwapRows {

    private final Session session;

    SwapRows(Session session) {
        this.session = session;
    }

    /** The order of a swap, read before anything is locked or loaded: what is loaded before the lock may be stale. */
    UUID orderOf(UUID swap) {
        return session.createQuery("select s.orderId from Swap s where s.center = :center and s.id = :id", UUID.class)
                .setParameter("center", Ids.centerOf(swap))
                .setParameter("id", swap)
                .uniqueResultOptional()
                .orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    Swap get(UUID id) {
        @Nullable Swap found = session.find(Swap.class, OfferKey.of(id));
        return Optional.ofNullable(found).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    /** Those of a visit that something can still come of. */
    List<Swap> pending(UUID visit) {
        return session.createQuery(
                        "from Swap s where s.center = :center and s.visitId = :visit and s.state in (ASKED, ACCEPTED)"
                                + " order by s.id",
                        Swap.class)
                .setParameter("center", Ids.centerOf(visit))
                .setParameter("visit", visit)
                .getResultList();
    }

    /** Those that a volunteer gives or takes in these centers, the newest first. */
    List<Swap> mine(Set<String> centers, UUID volunteer, Cursor after, int limit) {
        String page = after.isStart() ? "" : " and s.id < :after";
        var query = session.createQuery(
                        "from Swap s where s.center in :centers and (s.giver = :volunteer or s.taker = :volunteer)"
                                + page + " order by s.id desc",
                        Swap.class)
                .setParameter("centers", centers)
                .setParameter("volunteer", volunteer)
                .setMaxResults(limit + 1);
        if (!after.isStart()) {
            query.setParameter("after", after.uuid(0));
        }
        return query.getResultList();
    }

    /** All of a visit, the oldest first. */
    List<Swap> ofVisit(UUID visit, Cursor after, int limit) {
        String page = after.isStart() ? "" : " and s.id > :after";
        var query = session.createQuery(
                        "from Swap s where s.center = :center and s.visitId = :visit" + page + " order by s.id",
                        Swap.class)
                .setParameter("center", Ids.centerOf(visit))
                .setParameter("visit", visit)
                .setMaxResults(limit + 1);
        if (!after.isStart()) {
            query.setParameter("after", after.uuid(0));
        }
        return query.getResultList();
    }

    void add(Swap swap) {
        session.persist(swap);
    }

    void flush() {
        session.flush();
    }
}
