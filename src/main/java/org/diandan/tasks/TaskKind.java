package org.diandan.tasks;

import static org.diandan.tasks.TaskOutcome.CONFIRMED;
import static org.diandan.tasks.TaskOutcome.DONE;
import static org.diandan.tasks.TaskOutcome.EXCUSED;
import static org.diandan.tasks.TaskOutcome.HELP_NEEDED;
import static org.diandan.tasks.TaskOutcome.NOT_POSSIBLE;
import static org.diandan.tasks.TaskOutcome.NOT_REACHED;
import static org.diandan.tasks.TaskOutcome.NOT_RESOLVED;
import static org.diandan.tasks.TaskOutcome.REACHED;
import static org.diandan.tasks.TaskOutcome.RESOLVED;
import static org.diandan.tasks.TaskOutcome.SAFE;

import java.util.List;

/** What a task asks for, and how it can end. */
public enum TaskKind {
    /** Call the resident, who has not answered or at whose door nobody came. */
    CALL_RESIDENT(REACHED, NOT_REACHED),
    /** Call the resident and ask for the rating. */
    CALL_BACK(REACHED, NOT_REACHED),
    /** Make sure that a volunteer and the resident are well: nobody has checked out. */
    SAFETY_CALL(SAFE, HELP_NEEDED, NOT_REACHED),
    /** Speak with a resident who was not content; somebody outside the team. */
    FOLLOW_UP(RESOLVED, NOT_RESOLVED),
    /** Find somebody for what no team has taken. */
    LAST_RESORT(DONE, NOT_POSSIBLE),
    /** Look at an order that nobody has looked at in time. */
    FIRST_LOOK(DONE, NOT_POSSIBLE),
    /** Plan a visit anew. */
    PLAN_AGAIN(DONE, NOT_POSSIBLE),
    /** Decide whether an absence that a volunteer disputes is excused. */
    NO_SHOW_DISPUTE(EXCUSED, CONFIRMED),
    /** Find another expert for a preparation that does not come. */
    STAND_IN(DONE, NOT_POSSIBLE),
    /** Look at a plan that the program has made, and confirm or discard it. */
    CONFIRM_PLAN(DONE, NOT_POSSIBLE);

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes no other
    private final List<TaskOutcome> outcomes;

    TaskKind(TaskOutcome... outcomes) {
        this.outcomes = List.of(outcomes);
    }

    /** How a task of this kind can end. */
    public List<TaskOutcome> outcomes() {
        return outcomes;
    }
}
