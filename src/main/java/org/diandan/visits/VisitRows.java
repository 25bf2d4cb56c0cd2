package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.http.Cursor;
import org.diandan.http.HttpProblem;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Every query of the room over visits and attendances. */
@ApplicationScoped
class VisitRows {

    private static final String KEY = " v where v.center = :center and v.id = :id";

    /** The guard of the last place: of any number who come at once, as many get through as there are places. */
    private static final String TAKE = """
            update Visit v set v.taken = v.taken + 1, v.version = v.version + 1, v.changedAt = :now,
                v.placeTakenAt = :now
            where v.center = :center and v.id = :id and v.state = PLANNED and v.taken < v.plan.needed""";

    private static final String FREE = """
            update Visit v set v.taken = v.taken - 1, v.version = v.version + 1, v.changedAt = :now
            where v.center = :center and v.id = :id and v.taken > 0""";

    private static final String FACTS = """
            select new org.diandan.visits.VisitFacts(v.id, v.center, v.plan.orderId, v.plan.round, v.plan.number,
                v.plan.team, v.plan.resident, v.plan.service, v.plan.site, v.plan.fromAt, v.plan.toAt, v.plan.insurance,
                v.plan.needed, v.taken, v.state, v.plan.planVersion, v.plan.urgency, v.askedAt, v.wave,
                v.lead)
            from Visit v where v.center""";

    private static final String SEEKING = """
            v.center = :center and v.state = PLANNED and v.askedAt is not null
            and v.taken < v.plan.needed and v.plan.toAt > :now""";

    private static final String MINE = """
            select new org.diandan.visits.VisitRow(v.id, v.plan.orderId, v.state, v.plan.service, v.plan.site,
                v.plan.fromAt, v.plan.toAt, v.plan.needed, v.taken, a.id, a.state,
                case when v.changedAt > a.changedAt then v.changedAt else a.changedAt end)
            from Attendance a join Visit v on v.center = a.center and v.id = a.visitId
            where a.center in :centers and a.volunteer = :volunteer and v.state in :states
            and (v.changedAt >= :since or a.changedAt >= :since)""";

    private static final String FILLING = """
            select count(*), count(*) filter (where taken >= needed),
                   coalesce(percentile_cont(.5) within group (order by extract(epoch from place_taken_at - asked_at))
                       filter (where taken >= needed and place_taken_at is not null), 0) / 60
            from visit where center = :center and asked_at >= :from and asked_at < :to""";

    private final Session session;

    VisitRows(Session session) {
        this.session = session;
    }

    /** The order of a visit, read before anything is locked or loaded: what is loaded before the lock may be stale. */
    UUID orderOf(UUID visit) {
        return session.createQuery("select v.plan.orderId from Visit" + KEY, UUID.class)
                .setParameter("center", Ids.centerOf(visit))
                .setParameter("id", visit)
                .uniqueResultOptional()
                .orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    /** The visit of an attendance. */
    UUID visitOf(UUID attendance) {
        return session.createQuery("select v.visitId from Attendance" + KEY, UUID.class)
                .setParameter("center", Ids.centerOf(attendance))
                .setParameter("id", attendance)
                .uniqueResultOptional()
                .orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    Visit get(UUID id) {
        @Nullable Visit found = session.find(Visit.class, VisitKey.of(id));
        return Optional.ofNullable(found).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    List<VisitFacts> facts(Collection<UUID> visits) {
        if (visits.isEmpty()) {
            return List.of();
        }
        return session.createQuery(FACTS + " in :centers and v.id in :ids", VisitFacts.class)
                .setParameter("centers", visits.stream().map(Ids::centerOf).collect(Collectors.toSet()))
                .setParameter("ids", visits)
                .getResultList();
    }

    Attendance attendance(UUID id) {
        @Nullable Attendance found = session.find(Attendance.class, VisitKey.of(id));
        return Optional.ofNullable(found).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    /** Everyone who ever had a place at the visit, in the order of joining. */
    List<Attendance> attendances(UUID visit) {
        return session.createQuery(
                        "from Attendance a where a.center = :center and a.visitId = :visit order by a.joining.joinedAt, a.id",
                        Attendance.class)
                .setParameter("center", Ids.centerOf(visit))
                .setParameter("visit", visit)
                .getResultList();
    }

    /** All visits that were ever planned for the order. */
    List<Visit> ofOrder(UUID order) {
        return session.createQuery(
                        "from Visit v where v.center = :center and v.plan.orderId = :order"
                                + " order by v.plan.fromAt, v.plan.planVersion, v.plan.number",
                        Visit.class)
                .setParameter("center", Ids.centerOf(order))
                .setParameter("order", order)
                .getResultList();
    }

    /** Those of the order that are to come, the soonest first. */
    List<Visit> planned(UUID order) {
        return ofOrder(order).stream().filter(Visit::isPlanned).toList();
    }

    void add(Object row) {
        session.persist(row);
    }

    /** Tells whether there was a place left, and takes it. */
    boolean takePlace(Visit visit, Instant now) {
        return count(TAKE, visit, now);
    }

    void freePlace(Visit visit, Instant now) {
        count(FREE, visit, now);
    }

    void flush() {
        session.flush();
    }

    List<VisitRow> mine(
            Set<String> centers, UUID volunteer, Set<VisitState> states, Instant since, Cursor after, int limit) {
        String page =
                after.isStart() ? "" : " and (v.plan.fromAt < :from or v.plan.fromAt = :from and a.id < :attendance)";
        var query = session.createQuery(MINE + page + " order by v.plan.fromAt desc, a.id desc", VisitRow.class)
                .setParameter("centers", centers)
                .setParameter("volunteer", volunteer)
                .setParameter("states", states)
                .setParameter("since", since)
                .setMaxResults(limit + 1);
        if (!after.isStart()) {
            query.setParameter("from", after.instant(0)).setParameter("attendance", after.uuid(1));
        }
        return query.getResultList();
    }

    /** What the open pool shows. Uses visit_pool(center, from_at, id). */
    List<VisitFacts> open(OpenPlaces asked, Instant now) {
        boolean start = asked.after().isStart();
        String page = start ? "" : " and (v.plan.fromAt > :from or v.plan.fromAt = :from and v.id > :id)";
        var query = session.createQuery(
                        FACTS + " = :center and v.plan.site like :area and v.plan.service in :services and " + SEEKING
                                + " and not exists (select 1 from Attendance a where a.center = v.center"
                                + " and a.visitId = v.id and a.volunteer = :volunteer and a.state = EXPECTED)" + page
                                + " order by v.plan.fromAt, v.id",
                        VisitFacts.class)
                .setParameter("center", asked.center())
                .setParameter("now", now)
                .setParameter("area", asked.area() + "%")
                .setParameter("services", asked.services())
                .setParameter("volunteer", asked.volunteer())
                .setMaxResults(asked.limit());
        if (!start) {
            query.setParameter("from", asked.after().instant(0))
                    .setParameter("id", asked.after().uuid(1));
        }
        return query.getResultList();
    }

    /** The services that visits of the center seek volunteers for. */
    Set<String> servicesSought(String center, Instant now) {
        return Set.copyOf(
                session.createQuery("select distinct v.plan.service from Visit v where " + SEEKING, String.class)
                        .setParameter("center", center)
                        .setParameter("now", now)
                        .getResultList());
    }

    /** Reads the visits of the period alone, by visit_asked(center, asked_at). */
    Filling filling(String center, Instant from, Instant to) {
        Object[] row = session.createNativeQuery(FILLING, Object[].class)
                .setParameter("center", center)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
        return new Filling(
                ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).doubleValue());
    }

    private boolean count(String update, Visit visit, Instant now) {
        session.flush();
        int rows = session.createMutationQuery(update)
                .setParameter("center", visit.center())
                .setParameter("id", visit.id())
                .setParameter("now", now)
                .executeUpdate();
        session.refresh(visit);
        return rows == 1;
    }
}
