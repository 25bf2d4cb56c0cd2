package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Cursor;
import org.diandan.http.HttpProblem;
import org.diandan.shared.Ids;
import org.diandan.shared.Wall;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Every query of the room over offers. */
@ApplicationScoped
class OfferRows {

    private static final String ROW = """
            select new org.diandan.offers.OfferRow(o.id, o.visitId, o.volunteer, o.state, o.claimed, o.reason, o.endedBy,
                o.madeAt, o.expiresAt, o.changedAt)
            from Offer o where o.center""";

    private static final String ELSEWHERE = """
            insert into offer_elsewhere (center, volunteer, offering_center) values (:center, :volunteer, :offering)
            on conflict do nothing""";

    private final Session session;
    private final Wall wall;

    OfferRows(Session session, Wall wall) {
        this.wall = wall;
        this.session = session;
    }

    /** The order of an offer, read before anything is locked or loaded: what is loaded before the lock may be stale. */
    UUID orderOf(UUID offer) {
        return session.createQuery("select o.orderId from Offer o where o.center = :center and o.id = :id", UUID.class)
                .setParameter("center", Ids.centerOf(offer))
                .setParameter("id", offer)
                .uniqueResultOptional()
                .orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    Offer get(UUID id) {
        @Nullable Offer found = session.find(Offer.class, OfferKey.of(id));
        return Optional.ofNullable(found).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    /** Those that somebody may still get a place by, in the order in which they began. */
    List<Offer> pending(UUID visit) {
        return session.createQuery(
                        "from Offer o where o.center = :center and o.visitId = :visit and o.state in (OPEN, WAITLISTED)"
                                + " order by o.madeAt, o.id",
                        Offer.class)
                .setParameter("center", Ids.centerOf(visit))
                .setParameter("visit", visit)
                .getResultList();
    }

    /** The offer by which this volunteer may still get a place at the visit. */
    Optional<Offer> pending(UUID visit, UUID volunteer) {
        return pending(visit).stream()
                .filter(offer -> offer.volunteer().equals(volunteer))
                .findFirst();
    }

    /** Whom not to ask (again) for this visit: who was asked and did not merely come too late. */
    Set<UUID> asked(UUID visit) {
        return Set.copyOf(session.createQuery(
                        "select distinct o.volunteer from Offer o where o.center = :center and o.visitId = :visit"
                                + " and o.state <> SUPERSEDED",
                        UUID.class)
                .setParameter("center", Ids.centerOf(visit))
                .setParameter("visit", visit)
                .getResultList());
    }

    void add(Offer offer) {
        session.persist(offer);
        remember(offer.volunteer(), Ids.centerOf(offer.id()));
    }

    /** Remembers at home that offers and swaps of this volunteer are to be looked for in that center too. */
    void remember(UUID volunteer, String offering) {
        String home = Ids.centerOf(volunteer);
        if (!home.equals(offering)) {
            wall.welcome(volunteer, offering);
            session.createNativeMutationQuery(ELSEWHERE)
                    .setParameter("center", home)
                    .setParameter("volunteer", volunteer)
                    .setParameter("offering", offering)
                    .executeUpdate();
        }
    }

    void flush() {
        session.flush();
    }

    /** The volunteer's own, the newest first. */
    List<OfferRow> mine(UUID volunteer, Collection<OfferState> states, Instant since, Cursor after, int limit) {
        boolean start = after.isStart();
        var query = session.createQuery(
                        ROW
                                + " in :centers and o.volunteer = :volunteer and o.state in :states and o.changedAt >= :since"
                                + (start ? "" : " and (o.madeAt < :made or o.madeAt = :made and o.id < :id)")
                                + " order by o.madeAt desc, o.id desc",
                        OfferRow.class)
                .setParameter("centers", centers(volunteer))
                .setParameter("volunteer", volunteer)
                .setParameter("states", states.isEmpty() ? EnumSet.allOf(OfferState.class) : states)
                .setParameter("since", since)
                .setMaxResults(limit + 1);
        if (!start) {
            query.setParameter("made", after.instant(0)).setParameter("id", after.uuid(1));
        }
        return query.getResultList();
    }

    /** Those of a visit, the oldest first. */
    List<OfferRow> ofVisit(UUID visit, Cursor after, int limit) {
        boolean start = after.isStart();
        var query = session.createQuery(
                        ROW + " = :center and o.visitId = :visit"
                                + (start ? "" : " and (o.madeAt > :made or o.madeAt = :made and o.id > :id)")
                                + " order by o.madeAt, o.id",
                        OfferRow.class)
                .setParameter("center", Ids.centerOf(visit))
                .setParameter("visit", visit)
                .setMaxResults(limit + 1);
        if (!start) {
            query.setParameter("made", after.instant(0)).setParameter("id", after.uuid(1));
        }
        return query.getResultList();
    }

    /** Where the volunteer was ever asked, and home. */
    Set<String> centers(UUID volunteer) {
        String home = Ids.centerOf(volunteer);
        Set<String> centers = new HashSet<>(session.createNativeQuery(
                        "select offering_center from offer_elsewhere where center = :center and volunteer = :volunteer",
                        String.class)
                .setParameter("center", home)
                .setParameter("volunteer", volunteer)
                .getResultList());
        centers.add(home);
        return centers;
    }
}
