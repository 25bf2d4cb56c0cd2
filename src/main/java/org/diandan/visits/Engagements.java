package org.diandan.visits;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.policies.Policies;
import org.diandan.shared.Ids;
import org.diandan.shared.TimeWindow;
import org.diandan.sites.Sites;
import org.hibernate.Session;

/**
 * When volunteers are taken, whichever Center they help in: kept at home, where clashes and caps are counted. The exclusion
 * constraint of the table is the second wall.
 */
@ApplicationScoped
class Engagements {

    private static final String BEGIN = """
            insert into engagement (center, attendance_id, volunteer, visit_id, from_at, to_at, site, active)
            values (:center, :attendance, :volunteer, :visit, :from, :to, :site, true)""";

    private static final String TAKEN = """
            select volunteer, from_at, to_at, site from engagement
            where center in :centers and volunteer in :volunteers and from_at >= :since and active
            order by from_at""";

    private static final Duration LONGEST_WEEK = Duration.ofDays(8);

    private final Session session;
    private final Sites sites;
    private final Travel travel;
    private final Policies policies;

    Engagements(Session session, Sites sites, Travel travel, Policies policies) {
        this.session = session;
        this.sites = sites;
        this.travel = travel;
        this.policies = policies;
    }

    /**
     * Looks whether the volunteer is free then, and keeps others from taking them until the transaction ends: two visits
     * that are joined at once would each find room in the week.
     *
     * @throws org.diandan.shared.Refused if the volunteer is elsewhere then or on the way, or has enough in that week
     */
    void check(UUID volunteer, TimeWindow time, String site) {
        session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('engagement ' || :volunteer, 0))",
                        Integer.class)
                .setParameter("volunteer", volunteer.toString())
                .getSingleResult();
        Diary diary = requireNonNull(
                diaries(Set.of(volunteer), time.from().minus(LONGEST_WEEK)).get(volunteer));
        if (clashes(diary, time, site)) {
            throw VisitsProblem.CLASH.because();
        }
        if (!hasRoom(volunteer, diary, time)) {
            throw VisitsProblem.WEEK_FULL.because(visitsAWeek(volunteer));
        }
    }

    boolean clashes(Diary diary, TimeWindow time, String site) {
        return diary.clashesWith(time, site, travel::between);
    }

    boolean hasRoom(UUID volunteer, Diary diary, TimeWindow time) {
        return diary.visitsInWeekOf(time.from()) < visitsAWeek(volunteer);
    }

    /** The cap is that of the volunteer's home, where visits of all Centers are counted. */
    private int visitsAWeek(UUID volunteer) {
        return policies.of(Ids.centerOf(volunteer)).rules().offers().visitsAWeek();
    }

    /** The visits that a volunteer still comes to. */
    List<UUID> ahead(UUID volunteer, Instant now) {
        return session.createNativeQuery(
                        "select visit_id from engagement"
                                + " where center = :center and volunteer = :volunteer and active and to_at > :now",
                        UUID.class)
                .setParameter("center", Ids.centerOf(volunteer))
                .setParameter("volunteer", volunteer)
                .setParameter("now", now)
                .getResultList();
    }

    /** When each of these volunteers is taken by visits that begin at that moment or later. */
    Map<UUID, Diary> diaries(Collection<UUID> volunteers, Instant since) {
        if (volunteers.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Diary.Entry>> taken = session.createNativeQuery(TAKEN, Tuple.class)
                .setParameter("centers", volunteers.stream().map(Ids::centerOf).collect(Collectors.toSet()))
                .setParameter("volunteers", volunteers)
                .setParameter("since", since)
                .getResultStream()
                .collect(groupingBy(
                        row -> row.get(0, UUID.class),
                        mapping(
                                row -> new Diary.Entry(
                                        new TimeWindow(row.get(1, Instant.class), row.get(2, Instant.class)),
                                        row.get(3, String.class)),
                                toList())));
        Map<UUID, Diary> diaries = new HashMap<>();
        for (UUID volunteer : volunteers) {
            var zone = sites.zone(Ids.centerOf(volunteer));
            diaries.put(volunteer, new Diary(taken.getOrDefault(volunteer, List.of()), zone));
        }
        return diaries;
    }

    void begin(Attendance attendance, TimeWindow time, String site) {
        session.createNativeMutationQuery(BEGIN)
                .setParameter("center", Ids.centerOf(attendance.volunteer()))
                .setParameter("attendance", attendance.id())
                .setParameter("volunteer", attendance.volunteer())
                .setParameter("visit", attendance.visit())
                .setParameter("from", time.from())
                .setParameter("to", time.to())
                .setParameter("site", site)
                .executeUpdate();
    }

    /** The volunteer has gone, maybe before the planned end, and is free. A second stays, which the week's cap counts. */
    void gone(Attendance attendance, Instant at) {
        session.createNativeMutationQuery(
                        "update engagement set to_at = greatest(from_at + interval '1 second', least(to_at, :at))"
                                + " where center = :center and attendance_id = :attendance")
                .setParameter("center", Ids.centerOf(attendance.volunteer()))
                .setParameter("attendance", attendance.id())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The volunteer does not come and is free again. */
    void end(Attendance attendance) {
        session.createNativeMutationQuery(
                        "update engagement set active = false where center = :center and attendance_id = :attendance")
                .setParameter("center", Ids.centerOf(attendance.volunteer()))
                .setParameter("attendance", attendance.id())
                .executeUpdate();
    }

    /** The centers that the volunteer ever had a visit in, and home. */
    Set<String> centers(UUID volunteer) {
        String home = Ids.centerOf(volunteer);
        Set<String> centers = session.createNativeQuery(
                        "select distinct visit_id from engagement where center = :center and volunteer = :volunteer",
                        UUID.class)
                .setParameter("center", home)
                .setParameter("volunteer", volunteer)
                .getResultStream()
                .map(Ids::centerOf)
                .collect(Collectors.toSet());
        centers.add(home);
        return centers;
    }
}
