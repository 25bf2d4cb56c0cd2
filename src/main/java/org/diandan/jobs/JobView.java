package org.diandan.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.shared.Choice;
import org.diandan.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A job as those see it who asked for it, and the dispatchers of its Center.
 *
 * @param kind what is done, such as {@code matching.plan}
 * @param askedBy the account; absent where the program asked
 * @param done how much is done, of {@code total}; the unit is the job's own
 * @param total absent until it is known
 * @param result where the result is found, below the base path; present when DONE
 * @param problem why it came to nothing; present when FAILED
 * @param actions the verbs that may be used now
 */
public record JobView(
        UUID id,
        int version,
        String kind,
        Choice state,
        @Nullable UUID askedBy,
        int done,
        @Nullable Integer total,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String result,
        @Nullable JobFailure problem,
        List<String> actions)
        implements Resource {

    static final String PATH = "/jobs/";

    /**
     * Why a job failed.
     *
     * @param type as in a problem that is answered
     * @param detail for the person who asked, in the caller's language
     */
    public record JobFailure(String type, String detail) {}

    @Override
    public String path() {
        return PATH + id;
    }

    static JobView of(Job job, Locale language) {
        Failure failure = job.failure();
        return new JobView(
                job.id(),
                job.version(),
                job.kind(),
                new Choice(job.state().name(), Texts.of(job.state(), language)),
                job.askedBy(),
                job.done(),
                job.total(),
                job.askedAt(),
                job.startedAt(),
                job.endedAt(),
                job.result(),
                failure == null ? null : new JobFailure(failure.type(), failure.detail(language)),
                job.actions());
    }
}
