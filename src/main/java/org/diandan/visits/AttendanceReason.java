package org.diandan.visits;

import static org.diandan.visits.AttendanceAction.EXCUSE;
import static org.diandan.visits.AttendanceAction.RELEASE;
import static org.diandan.visits.AttendanceAction.UPHOLD;
import static org.diandan.visits.AttendanceAction.WITHDRAW;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a volunteer gave a place back, was let go or excused, or was not excused; each verb takes some of them. */
public enum AttendanceReason {
    ILL(WITHDRAW, RELEASE, EXCUSE),
    FAMILY(WITHDRAW, RELEASE, EXCUSE),
    WORK(WITHDRAW, RELEASE, EXCUSE),
    TRAVEL(WITHDRAW, EXCUSE),
    NOT_SUITED(WITHDRAW, RELEASE),
    ENOUGH_PEOPLE(RELEASE),
    /** Was there, and the check-in failed. */
    WAS_THERE(EXCUSE),
    /** Had told somebody in time. */
    HAD_TOLD(EXCUSE),
    /** A dispatcher settled the dispute by the task. */
    DISPUTE_ACCEPTED(EXCUSE),
    NOT_SHOWN(UPHOLD),
    /** A certificate or the insurance ended meanwhile; the program's. */
    NO_LONGER_QUALIFIED(),
    /** The visit does not take place; the program's. */
    VISIT_CANCELLED(),
    /** Gave the place to another by a swap that the leader agreed to; the program's. */
    SWAPPED(),
    /** The plan changed; the program's. */
    PLAN_CHANGED(),
    /** With the words that explain it. */
    OTHER(WITHDRAW, RELEASE, EXCUSE, UPHOLD);

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, which the compiler cannot see
    private final List<AttendanceAction> actions;

    AttendanceReason(AttendanceAction... actions) {
        this.actions = List.of(actions);
    }

    boolean isFor(AttendanceAction action) {
        return actions.contains(action);
    }

    /**
     * Takes the reason that a person gives for a verb.
     *
     * @throws org.diandan.shared.Refused if the verb takes no such reason, or it needs words and has none
     */
    AttendanceReason given(AttendanceAction action, @Nullable String text) {
        if (!isFor(action)) {
            throw VisitsProblem.REASON_UNKNOWN.because(name(), of(action));
        }
        if (this == OTHER && (text == null || text.isBlank())) {
            throw VisitsProblem.REASON_TEXT_MISSING.because();
        }
        return this;
    }

    /** The reasons that a person may give for the verb. */
    static List<AttendanceReason> of(AttendanceAction action) {
        return Arrays.stream(values()).filter(reason -> reason.isFor(action)).toList();
    }
}
