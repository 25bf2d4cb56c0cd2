package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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

    /** The condition of the indexes visit_pool_… */
    private static final String SEEKING = "state = 'PLANNED' and asked_at is not null and taken < needed";

    private static final String OPEN = "select id from unnest(:services) wanted cross join lateral ("
            + " select id, from_at from visit v where center = :center and service = wanted and %s and " + SEEKING
            + """
             and to_at > :now and (from_at, id) > (:from, :id)
             and not exists (select 1 from attendance a where a.center = v.center and a.visit_id = v.id
                             and a.volunteer = :volunteer and a.state = 'EXPECTED')
             order by from_at, id limit :limit) soonest
            order by from_at, id limit :limit""";

    private static final String SOUGHT = "with recursive sought as ("
            + " (select service from visit where center = :center and " + SEEKING + " order by service limit 1)"
            + " union all select (select service from visit where center = :center and service > sought.service and "
            + SEEKING + " order by service limit 1) from sought where service is not null)"
            + " select service from sought where service is not null";

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

    private static final int CENTER_DIGITS = 6;
    private static final int TOWNSHIP_DIGITS = 9;
    private static final int VILLAGE_DIGITS = 12;

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

    /**
     * What the open pool shows: of each service the soonest, by visit_pool_center, _township or _village, and of those the
     * soonest of all. So what is read grows with the page and the services, not with the pool.
     */
    List<VisitFacts> open(OpenPlaces asked, Instant now) {
        boolean start = asked.after().isStart();
        var query = session.createNativeQuery(OPEN.formatted(within(asked.area())), UUID.class)
                .setParameter("center", asked.center())
                .setParameter("services", asked.services().toArray(String[]::new))
                .setParameter("now", now)
                .setParameter("from", start ? Instant.EPOCH : asked.after().instant(0))
                .setParameter("id", start ? new UUID(0, 0) : asked.after().uuid(1))
                .setParameter("volunteer", asked.volunteer())
                .setParameter("limit", asked.limit());
        if (asked.area().length() > CENTER_DIGITS) {
            query.setParameter("area", asked.area());
        }
        return facts(query.getResultList()).stream()
                .sorted(Comparator.comparing((VisitFacts visit) -> visit.time().from())
                        .thenComparing(visit -> visit.id().toString()))
                .toList();
    }

    private static String within(String area) {
        return switch (area.length()) {
            case CENTER_DIGITS -> "true";
            case TOWNSHIP_DIGITS -> "township = :area";
            case VILLAGE_DIGITS -> "village = :area";
            default -> "village = left(:area, 12) and site = :area";
        };
    }

    /** The services that visits of the center seek volunteers for: one step along the index for each, however many seek. */
    Set<String> servicesSought(String center) {
        return Set.copyOf(session.createNativeQuery(SOUGHT, String.class)
                .setParameter("center", center)
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
