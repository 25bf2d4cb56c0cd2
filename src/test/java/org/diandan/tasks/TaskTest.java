package org.diandan.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diandan.tasks.TaskAction.DONE;
import static org.diandan.tasks.TaskAction.TAKE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.shared.Refused;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Scope.Grant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskTest {

    private static final String JINXIU = "371625003010";
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant LATER = MONDAY.plus(Duration.ofMinutes(5));

    private final Ids ids = new Ids(Clock.systemUTC(), new Random(1));
    private final Actor clerk = Actor.of(ids.of("371625"));
    private final Actor colleague = Actor.of(ids.of("371625"));
    private final Task task = task(TaskKind.CALL_RESIDENT, Role.CLERK);

    @Test
    void anOpenTaskCanBeTakenAndDoneByAnyone() {
        assertThat(task.actions(clerk)).containsExactly(TAKE, DONE);
        assertThat(task.actions(colleague)).containsExactly(TAKE, DONE);
    }

    @Test
    void aTakenTaskIsDoneByWhoeverTookIt() {
        task.take(clerk, LATER);

        assertThat(task.state()).isEqualTo(TaskState.TAKEN);
        assertThat(task.takenBy()).isEqualTo(clerk.account());
        assertThat(task.actions(clerk)).containsExactly(DONE);
        assertThat(task.actions(colleague)).isEmpty();
        assertRefused(() -> task.take(colleague, LATER), TasksProblem.TAKEN);
        assertRefused(() -> task.done(TaskOutcome.REACHED, null, colleague, LATER), TasksProblem.TAKEN);
        assertThat(task.takenBy()).isEqualTo(clerk.account());

        task.done(TaskOutcome.REACHED, "has answered", clerk, LATER);
        assertThat(task.state()).isEqualTo(TaskState.DONE);
        assertThat(task.outcome()).isEqualTo(TaskOutcome.REACHED);
        assertThat(task.closedBy()).isEqualTo(clerk.account());
        assertThat(task.closedAt()).isEqualTo(LATER);
    }

    @Test
    void aTaskThatHasEndedStaysAsItEnded() {
        task.done(TaskOutcome.REACHED, null, clerk, LATER);

        assertRefused(() -> task.take(colleague, LATER), TasksProblem.NOT_OPEN);
        assertRefused(() -> task.done(TaskOutcome.NOT_REACHED, null, clerk, LATER), TasksProblem.NOT_OPEN);
        task.settle(LATER.plusSeconds(1));
        assertThat(task.state()).isEqualTo(TaskState.DONE);
        assertThat(task.closedAt()).isEqualTo(LATER);
    }

    @Test
    void aSettledTaskNeedsNobodyAnyMore() {
        task.take(clerk, LATER);
        task.settle(LATER);

        assertThat(task.state()).isEqualTo(TaskState.SETTLED);
        assertThat(task.closedBy()).isNull();
        assertThat(task.actions(clerk)).isEmpty();
        assertRefused(() -> task.done(TaskOutcome.REACHED, null, clerk, LATER), TasksProblem.NOT_OPEN);
    }

    @Test
    void aRefusalTellsTheStateAndWhatCanBeDone() {
        task.take(clerk, LATER);

        assertThatThrownBy(() -> task.take(clerk, LATER))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.members())
                        .containsEntry("state", TaskState.TAKEN)
                        .containsEntry("actions", List.of(DONE)));
    }

    @ParameterizedTest
    @EnumSource(TaskKind.class)
    void aTaskEndsOnlyAsItsKindCan(TaskKind kind) {
        for (TaskOutcome outcome : TaskOutcome.values()) {
            Task each = task(kind, Role.DISPATCHER);
            if (kind.outcomes().contains(outcome)) {
                each.done(outcome, null, clerk, LATER);
                assertThat(each.outcome()).isEqualTo(outcome);
            } else {
                assertRefused(() -> each.done(outcome, null, clerk, LATER), TasksProblem.FOREIGN_OUTCOME);
                assertThat(each.state()).isEqualTo(TaskState.OPEN);
            }
        }
    }

    @Test
    void theNextLevelHasAsMuchTimeAsTheOneBefore() {
        task.take(clerk, LATER);
        Instant due = MONDAY.plus(Duration.ofHours(4));

        task.escalate("371625003", due);
        assertThat(task.asked()).isEqualTo("371625003");
        assertThat(task.site()).isEqualTo(JINXIU);
        assertThat(task.dueAt()).isEqualTo(due.plus(Duration.ofHours(4)));
        assertThat(task.state()).isEqualTo(TaskState.OPEN);
        assertThat(task.takenBy()).isNull();

        Instant late = task.dueAt().plusSeconds(30);
        task.escalate("371625", late);
        assertThat(task.dueAt()).isEqualTo(late.plus(Duration.ofHours(4)));
    }

    @ParameterizedTest
    @CsvSource({
        "CLERK,      CLERK,      371625003010, true",
        "CLERK,      CLERK,      371625003,    true",
        "CLERK,      CLERK,      371625003011, false",
        "CLERK,      DISPATCHER, 371625003,    true",
        "CLERK,      DISPATCHER, 37,           true",
        "CLERK,      DISPATCHER, 371625004,    false",
        "CLERK,      AUDITOR,    371625,       false",
        "DISPATCHER, CLERK,      371625003010, false",
        "DISPATCHER, DISPATCHER, 371625003010, true",
        "DISPATCHER, DISPATCHER, 210321,       false"
    })
    void aTaskExistsForItsRoleAndForDispatchersWithinTheirAreas(Role role, Role held, String area, boolean visible) {
        Scope scope = new Scope(clerk.account(), List.of(new Grant(held, area)));

        assertThat(task(TaskKind.CALL_RESIDENT, role).isVisible(scope)).isEqualTo(visible);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLERK", "DISPATCHER"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyRolesThatHaveAnOfficeAreAsked(Role role) {
        assertThatThrownBy(() -> task(TaskKind.STAND_IN, role)).isInstanceOf(IllegalArgumentException.class);
    }

    private Task task(TaskKind kind, Role role) {
        UUID order = ids.of("371625");
        return new Task(
                ids.of("371625"),
                new NewTask(kind, JINXIU, role, order, MONDAY.plus(Duration.ofHours(4)), "asks for the key"),
                MONDAY);
    }

    private static void assertRefused(ThrowingCallable verb, TasksProblem problem) {
        assertThatThrownBy(verb).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.type())
                .isEqualTo(problem));
    }
}
