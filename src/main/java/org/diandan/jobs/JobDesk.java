package org.diandan.jobs;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Cursors;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.http.Language;
import org.diandan.http.ReplayCheck;
import org.diandan.shared.Caller;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.jspecify.annotations.Nullable;

/** Jobs as those see and stop them who asked for them, and the dispatchers of their Center; for others there are none. */
@ApplicationScoped
@Transactional
class JobDesk implements ReplayCheck {

    private final JobRows rows;
    private final JobHandlers handlers;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Cursors cursors;
    private final Language language;
    private final Clock clock;

    JobDesk(
            JobRows rows,
            JobHandlers handlers,
            Caller caller,
            IfMatch ifMatch,
            Cursors cursors,
            Language language,
            Clock clock) {
        this.rows = rows;
        this.handlers = handlers;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.cursors = cursors;
        this.language = language;
        this.clock = clock;
    }

    JobView see(UUID id) {
        return view(rows.find(id).filter(this::isVisible).orElseThrow(HttpProblem.NOT_FOUND::because));
    }

    JobView cancel(UUID id) {
        Job job = rows.lock(id).filter(this::isVisible).orElseThrow(HttpProblem.NOT_FOUND::because);
        ifMatch.check(job.version());
        if (job.cancel(clock.instant())) {
            handlers.of(job.kind()).ended(job.facts(), job.state());
        }
        rows.flush();
        return view(job);
    }

    /** What the caller asked for, the latest first. */
    Page<JobView> mine(@Nullable String cursor, int limit) {
        UUID account = requireNonNull(caller.actor().account());
        List<Job> jobs = rows.askedBy(account, caller.scope().centers(), cursors.decode(cursor), limit + 1);
        return Page.of(jobs.stream().map(this::view).toList(), limit, view -> cursors.encode(view.id()));
    }

    @Override
    public Map<String, Look> looks() {
        return Map.of("/jobs/{}", ids -> see(ids.get(0)));
    }

    private boolean isVisible(Job job) {
        return caller.actor().is(job.askedBy()) || caller.scope().covers(job.center(), Role.DISPATCHER);
    }

    private JobView view(Job job) {
        return JobView.of(job, language.locale());
    }
}
