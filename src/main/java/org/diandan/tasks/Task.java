package org.diandan.tasks;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Refused;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.jspecify.annotations.Nullable;

/** Something that a clerk or dispatcher must do by a time. */
@Entity
@Table(name = "task")
@IdClass(TaskKey.class)
class Task {

    @Id
    private String center;

    @Id
    private UUID id;

    @Enumerated(STRING)
    private TaskKind kind;

    private UUID subject;

    private String site;

    /** Worked out by the database from the site, for the indexes of lists. */
    @Column(insertable = false, updatable = false)
    private @Nullable String township;

    @Column(insertable = false, updatable = false)
    private @Nullable String village;

    @Enumerated(STRING)
    private Role role;

    private String note;

    /** The site, or the division above the Centers, whose people are asked now. */
    private String asked;

    private Instant openedAt;

    /** Since when they are asked: at the next level it is due as long after. */
    private Instant askedAt;

    private Instant dueAt;

    @Enumerated(STRING)
    private TaskState state = TaskState.OPEN;

    private @Nullable UUID takenBy;

    private @Nullable Instant takenAt;

    private @Nullable Instant closedAt;

    private @Nullable UUID closedBy;

    @Enumerated(STRING)
    private @Nullable TaskOutcome outcome;

    private @Nullable String closingNote;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Task() {}

    Task(UUID id, NewTask task, Instant now) {
        this.center = Ids.centerOf(id);
        this.id = id;
        this.kind = task.kind();
        this.subject = task.subject();
        this.site = task.site();
        this.role = task.role();
        this.note = task.note();
        this.asked = task.site();
        this.openedAt = now;
        this.askedAt = now;
        this.dueAt = task.dueAt();
    }

    /** Tells the others that this person does it. */
    void take(Actor by, Instant now) {
        check(TaskAction.TAKE, by);
        state = TaskState.TAKEN;
        takenBy = by.account();
        takenAt = now;
    }

    /** Ends it, as a person says who did it or tried. */
    void done(TaskOutcome outcome, @Nullable String note, Actor by, Instant now) {
        if (!kind.outcomes().contains(outcome)) {
            throw TasksProblem.FOREIGN_OUTCOME.because(outcome).with("outcomes", kind.outcomes());
        }
        check(TaskAction.DONE, by);
        close(TaskState.DONE, now);
        this.closedBy = by.account();
        this.outcome = outcome;
        this.closingNote = note;
    }

    /** Ends it because it is no longer needed; nothing happens if it has ended. */
    void settle(Instant now) {
        if (state.isOpen()) {
            close(TaskState.SETTLED, now);
        }
    }

    /** Asks the people one level up, with as much time as those before; whoever took it has let it lie. */
    void escalate(String above, Instant now) {
        Duration time = Duration.between(askedAt, dueAt);
        asked = above;
        askedAt = now;
        dueAt = now.plus(time);
        state = TaskState.OPEN;
        takenBy = null;
        takenAt = null;
    }

    /** What this person may do with it now. */
    List<TaskAction> actions(Actor by) {
        return switch (state) {
            case OPEN -> List.of(TaskAction.TAKE, TaskAction.DONE);
            case TAKEN -> by.is(takenBy) ? List.of(TaskAction.DONE) : List.of();
            case DONE, SETTLED -> List.of();
        };
    }

    /** Tells whether it exists for somebody with this scope. */
    boolean isVisible(Scope scope) {
        return Tasks.exists(role, site, scope);
    }

    private void check(TaskAction action, Actor by) {
        List<TaskAction> actions = actions(by);
        if (!actions.contains(action)) {
            Refused refused = state.isOpen() ? TasksProblem.TAKEN.because() : TasksProblem.NOT_OPEN.because();
            throw refused.with("state", state).with("actions", actions);
        }
    }

    private void close(TaskState end, Instant now) {
        state = end;
        closedAt = now;
    }

    UUID id() {
        return id;
    }

    String center() {
        return center;
    }

    TaskKind kind() {
        return kind;
    }

    UUID subject() {
        return subject;
    }

    String site() {
        return site;
    }

    Role role() {
        return role;
    }

    String note() {
        return note;
    }

    String asked() {
        return asked;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    TaskState state() {
        return state;
    }

    @Nullable
    UUID takenBy() {
        return takenBy;
    }

    @Nullable
    Instant takenAt() {
        return takenAt;
    }

    @Nullable
    UUID closedBy() {
        return closedBy;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    TaskOutcome outcome() {
        return outcome;
    }

    @Nullable
    String closingNote() {
        return closingNote;
    }

    int version() {
        return version;
    }
}
