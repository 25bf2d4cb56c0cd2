package org.diandan.visits;

import static java.util.Objects.requireNonNull;
import static org.diandan.visits.AttendanceState.CHECKED_IN;
import static org.diandan.visits.AttendanceState.EXPECTED;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.jspecify.annotations.Nullable;

/** One volunteer's attendance at one visit, and its verbs. The only writer of its state is {@link #move}. */
@Entity
@Table(name = "attendance")
@IdClass(VisitKey.class)
class Attendance {

    @Id
    private String center;

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID visitId;
    private UUID volunteer;

    @Enumerated(EnumType.STRING)
    private AttendanceState state;

    private boolean minor;

    @Embedded
    @SuppressWarnings("UnusedVariable") // kept for whoever asks by whose act somebody came
    private Joining joining;

    private boolean late;

    @Enumerated(EnumType.STRING)
    private @Nullable AttendanceReason reason;

    @Embedded
    private @Nullable Presence presence;

    @Embedded
    private @Nullable Missing missing;

    @Column
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    Attendance() {}

    /** Takes a place; see {@link Joining#of}. */
    Attendance(
            UUID id, Visit visit, UUID volunteer, boolean minor, UUID joinedBy, @Nullable String heardBy, Instant now) {
        this.center = Ids.centerOf(id);
        this.id = id;
        this.visitId = visit.id();
        this.volunteer = volunteer;
        this.state = EXPECTED;
        this.minor = minor;
        this.joining = Joining.of(volunteer, joinedBy, heardBy, now);
        this.changedAt = now;
    }

    /** What tells that the volunteer joined. */
    Step<AttendanceAction, AttendanceState> joined() {
        return new Step<>(AttendanceAction.JOIN, null, EXPECTED);
    }

    /** @param device what the volunteer's device says, if it was offline then */
    Step<AttendanceAction, AttendanceState> checkIn(Set<Who> who, @Nullable Instant device, Instant now) {
        var step = move(AttendanceAction.CHECK_IN, who, now);
        presence = Presence.from(now, device);
        return step;
    }

    /** @param device what the volunteer's device says, if it was offline then */
    Step<AttendanceAction, AttendanceState> checkOut(Set<Who> who, @Nullable Instant device, Instant now) {
        check(AttendanceAction.CHECK_OUT, who);
        presence = requireNonNull(presence).until(now, device);
        return move(AttendanceAction.CHECK_OUT, who, now);
    }

    /** Ends it at the planned end because nobody checked out (T10). */
    Step<AttendanceAction, AttendanceState> close(Instant plannedEnd, Instant now) {
        var step = move(AttendanceAction.CLOSE, Set.of(Who.PROGRAM), now);
        presence = requireNonNull(presence).closedAt(plannedEnd);
        return step;
    }

    /** @param isLate whether it is so short before the visit that it counts as late (T8) */
    Step<AttendanceAction, AttendanceState> withdraw(Set<Who> who, AttendanceReason why, boolean isLate, Instant now) {
        var step = leave(AttendanceAction.WITHDRAW, who, why, now);
        late = isLate;
        return step;
    }

    Step<AttendanceAction, AttendanceState> release(Set<Who> who, AttendanceReason why, Instant now) {
        return leave(AttendanceAction.RELEASE, who, why, now);
    }

    /** Ends it because the plan changed, and everyone is asked anew. */
    Step<AttendanceAction, AttendanceState> supersede(Instant now) {
        return leave(AttendanceAction.SUPERSEDE, Set.of(Who.PROGRAM), AttendanceReason.PLAN_CHANGED, now);
    }

    Step<AttendanceAction, AttendanceState> miss(Instant now) {
        var step = move(AttendanceAction.MISS, Set.of(Who.PROGRAM), now);
        missing = Missing.at(now);
        return step;
    }

    Step<AttendanceAction, AttendanceState> dispute(Set<Who> who, String text, Instant now) {
        check(AttendanceAction.DISPUTE, who);
        missing = requireNonNull(missing).disputed(text, now);
        return move(AttendanceAction.DISPUTE, who, now);
    }

    /** Leaves a disputed no-show as it is. */
    Step<AttendanceAction, AttendanceState> uphold(Set<Who> who, AttendanceReason why, UUID by, Instant now) {
        check(AttendanceAction.UPHOLD, who);
        if (!requireNonNull(missing).isDisputed()) {
            throw VisitsProblem.NOT_DISPUTED.because();
        }
        missing = missing.decided(by, now);
        return leave(AttendanceAction.UPHOLD, who, why, now);
    }

    /** Excuses somebody who did not come, disputed or not, or for whom it is known beforehand. */
    Step<AttendanceAction, AttendanceState> excuse(Set<Who> who, AttendanceReason why, UUID by, Instant now) {
        check(AttendanceAction.EXCUSE, who);
        if (missing != null) {
            missing = missing.decided(by, now);
        }
        return leave(AttendanceAction.EXCUSE, who, why, now);
    }

    /** @throws org.diandan.shared.Refused 403 if the verb is never theirs, 409 if it is not possible now */
    void check(AttendanceAction action, Set<Who> who) {
        if (!action.isFor(who)) {
            throw VisitsProblem.NOT_YOURS.because(action);
        }
        if (!action.from().contains(state)) {
            throw VisitsProblem.ATTENDANCE_NOT_NOW
                    .because(action, state)
                    .with("state", state)
                    .with("actions", AttendanceAction.open(state, who));
        }
    }

    private Step<AttendanceAction, AttendanceState> leave(
            AttendanceAction action, Set<Who> who, AttendanceReason why, Instant now) {
        var step = move(action, who, now);
        reason = why;
        return step;
    }

    private Step<AttendanceAction, AttendanceState> move(AttendanceAction action, Set<Who> who, Instant now) {
        check(action, who);
        var step = new Step<>(action, state, action.to());
        state = action.to();
        changedAt = now;
        return step;
    }

    /** Can lead at the visit: an adult who is awaited or was there. */
    boolean canLead() {
        return state.isActive() && !minor;
    }

    boolean isExpected() {
        return state == EXPECTED;
    }

    boolean isThere() {
        return state == CHECKED_IN;
    }

    boolean isActive() {
        return state.isActive();
    }

    /** Tells whether the volunteer still sees the visit, and not their own attendance alone. */
    boolean showsVisit() {
        return AttendanceState.SHOWING.contains(state);
    }

    boolean isLate() {
        return late;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID visit() {
        return visitId;
    }

    UUID volunteer() {
        return volunteer;
    }

    AttendanceState state() {
        return state;
    }

    @Nullable
    AttendanceReason reason() {
        return reason;
    }

    @Nullable
    Presence presence() {
        return presence;
    }

    @Nullable
    Missing missing() {
        return missing;
    }
}
