package org.diandan.jobs;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Work that takes longer than a request. Whoever runs it holds it for a while and says again and again that he is still
 * there; when that time runs out, the next instance takes it up.
 */
@Entity
@IdClass(Job.Key.class)
class Job {

    /** A job that is not done after so many beginnings is given up: it may be what kills the instances. */
    static final int MOST_RUNS = 3;

    public record Key(String center, UUID id) {
        static Key of(UUID id) {
            return new Key(Ids.centerOf(id), id);
        }
    }

    @Id
    private String center;

    @Id
    private UUID id;

    @Version
    private int version;

    private String kind;
    private UUID subject;
    private @Nullable UUID askedBy;

    @Enumerated(EnumType.STRING)
    private JobState state;

    private int runs;
    private @Nullable UUID runner;
    private @Nullable Instant nextAt;
    private int done;
    private @Nullable Integer total;
    private @Nullable String result;

    @Embedded
    private @Nullable Failure failure;

    private Instant askedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant cancelAskedAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    Job() {}

    Job(UUID id, NewJob asked, Instant now) {
        this.center = Ids.centerOf(id);
        this.id = id;
        this.kind = asked.kind();
        this.subject = asked.subject();
        this.askedBy = asked.askedBy().account();
        this.state = JobState.QUEUED;
        this.nextAt = now;
        this.askedAt = now;
    }

    /** Tells whether nobody is to begin with it once more. */
    boolean isExhausted() {
        return runs >= MOST_RUNS;
    }

    /**
     * Takes it up.
     *
     * @param by stands for this run alone, so that an earlier run that wakes up is told apart
     */
    void begin(UUID by, Instant now, Duration lease) {
        if (nextAt == null || nextAt.isAfter(now)) {
            throw new IllegalStateException("Over, or held by another run: " + id);
        }
        state = JobState.RUNNING;
        runs++;
        runner = by;
        startedAt = startedAt == null ? now : startedAt;
        nextAt = now.plus(lease);
    }

    boolean isHeldBy(UUID by) {
        return state == JobState.RUNNING && by.equals(runner);
    }

    boolean isToStop() {
        return cancelAskedAt != null;
    }

    /** The run is still there. */
    void hold(Instant now, Duration lease) {
        nextAt = now.plus(lease);
    }

    void progress(int nowDone, int ofTotal) {
        done = nowDone;
        total = ofTotal;
    }

    /** Lets another run begin at that time. */
    void release(Instant at) {
        runner = null;
        nextAt = at;
    }

    void succeed(String where, Instant now) {
        result = where;
        end(JobState.DONE, now);
    }

    void fail(Refused why, Instant now) {
        failure = Failure.of(why);
        end(JobState.FAILED, now);
    }

    /**
     * Stops it: at once where nobody is at it, else as soon as its run looks.
     *
     * @return whether it has ended
     */
    boolean cancel(Instant now) {
        if (state.isOver()) {
            throw JobProblem.JOB_OVER.because().with("state", state);
        }
        cancelAskedAt = now;
        if (state == JobState.QUEUED) {
            end(JobState.CANCELLED, now);
        }
        return state.isOver();
    }

    /** The run has stopped as it was told to. */
    void stop(Instant now) {
        end(JobState.CANCELLED, now);
    }

    private void end(JobState how, Instant now) {
        state = how;
        runner = null;
        nextAt = null;
        endedAt = now;
    }

    /** The verbs that may be used now. */
    List<String> actions() {
        return state.isOver() || isToStop() ? List.of() : List.of("cancel");
    }

    JobFacts facts() {
        return new JobFacts(center, id, kind, subject, new Actor(askedBy));
    }

    String center() {
        return center;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String kind() {
        return kind;
    }

    @Nullable
    UUID askedBy() {
        return askedBy;
    }

    JobState state() {
        return state;
    }

    int done() {
        return done;
    }

    @Nullable
    Integer total() {
        return total;
    }

    @Nullable
    String result() {
        return result;
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
