package org.diandan.jobs;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diandan.http.Cursor;
import org.diandan.shared.Ids;
import org.hibernate.LockMode;
import org.hibernate.Session;

/** The table of jobs, as a queue that several instances work on and as a list for those who asked. */
@ApplicationScoped
class JobRows implements PanacheRepositoryBase<Job, Job.Key> {

    /** Jumps from center to center along the index, so that it costs one step for each center, however many wait. */
    private static final String CENTERS = """
            with recursive earliest as (
                (select center, next_at from job where next_at is not null order by center, next_at limit 1)
                union all
                select following.center, following.next_at
                from earliest cross join lateral (
                    select center, next_at from job
                    where next_at is not null and center > earliest.center
                    order by center, next_at limit 1) following)
            select center from earliest where next_at <= :now""";

    private final Session session;

    JobRows(Session session) {
        this.session = session;
    }

    Optional<Job> find(UUID id) {
        return findByIdOptional(Job.Key.of(id));
    }

    Optional<Job> lock(UUID id) {
        return findByIdOptional(Job.Key.of(id), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The centers where a job waits, or is held by a run that is no longer heard of. */
    List<String> centers(Instant now) {
        return session.createNativeQuery(CENTERS, String.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** The one that has waited longest and that no other instance is taking at this moment. */
    Optional<Job> next(String center, Instant now) {
        return session.createQuery("from Job where center = :center and nextAt <= :now order by nextAt, id", Job.class)
                .setParameter("center", center)
                .setParameter("now", now)
                .setMaxResults(1)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .uniqueResultOptional();
    }

    Optional<Job> open(String kind, UUID subject) {
        return find(
                        "center = ?1 and kind = ?2 and subject = ?3 and state in ?4",
                        Ids.centerOf(subject),
                        kind,
                        subject,
                        JobState.OPEN)
                .firstResultOptional();
    }

    /** What somebody asked for, the latest first. Uses job_mine(center, asked_by, id). */
    List<Job> askedBy(UUID account, Collection<String> centers, Cursor after, int limit) {
        String later = after.isStart() ? "" : " and id < :after";
        var query = session.createQuery(
                        "from Job where center in :centers and askedBy = :account" + later + " order by id desc",
                        Job.class)
                .setParameter("centers", centers)
                .setParameter("account", account)
                .setMaxResults(limit);
        if (!after.isStart()) {
            query.setParameter("after", after.uuid(0));
        }
        return query.getResultList();
    }
}
