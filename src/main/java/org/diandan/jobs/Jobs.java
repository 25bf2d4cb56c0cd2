package org.diandan.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.diandan.shared.Ids;

/** Asks for long work. Joins the caller's transaction and fails without one: the job exists if, and only if, its subject does. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Jobs {

    private final JobRows rows;
    private final Ids ids;
    private final Clock clock;

    Jobs(JobRows rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks for a job; nothing happens if one of its kind is waiting or at work for the subject already.
     *
     * @return the id of the job that is there now
     */
    public UUID ask(NewJob asked) {
        return rows.open(asked.kind(), asked.subject()).map(Job::id).orElseGet(() -> {
            var job = new Job(ids.of(Ids.centerOf(asked.subject())), asked, clock.instant());
            rows.persist(job);
            return job.id();
        });
    }
}
