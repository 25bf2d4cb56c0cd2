package org.diandan.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.visits.Examples.LEAD;
import static org.diandan.visits.Examples.NOW;
import static org.diandan.visits.Examples.WANG;
import static org.diandan.visits.Examples.assertRefused;
import static org.diandan.visits.Examples.planned;
import static org.diandan.visits.Examples.visitIn;
import static org.diandan.visits.VisitsProblem.NOT_NOW;
import static org.diandan.visits.VisitsProblem.NOT_SEEKING;
import static org.diandan.visits.VisitsProblem.NOT_YOURS;
import static org.diandan.visits.VisitsProblem.REPORT_NOT_OVERDUE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VisitTest {

    private static final Map<VisitAction, BiFunction<Visit, Set<Who>, Step<VisitAction, VisitState>>> VERBS = Map.of(
            VisitAction.OPEN, (visit, who) -> visit.open(NOW),
            VisitAction.LEAD, (visit, who) -> visit.changeLead(who, WANG, NOW),
            VisitAction.REPORT, (visit, who) -> visit.report(who, VisitOutcome.DONE, "done", WANG, NOW),
            VisitAction.CANCEL, (visit, who) -> visit.cancel(NOW));

    /** Written down once more, so that a slip in the table is seen. */
    private static final Map<VisitAction, Set<VisitState>> POSSIBLE = Map.of(
            VisitAction.OPEN, EnumSet.of(VisitState.PLANNED),
            VisitAction.LEAD, EnumSet.of(VisitState.PLANNED, VisitState.OPEN),
            VisitAction.REPORT, EnumSet.of(VisitState.OPEN),
            VisitAction.CANCEL, EnumSet.of(VisitState.PLANNED));

    static Stream<Arguments> everyActionInEveryState() {
        return VERBS.keySet().stream()
                .flatMap(action -> Arrays.stream(VisitState.values()).map(state -> Arguments.of(action, state)));
    }

    @ParameterizedTest
    @MethodSource("everyActionInEveryState")
    void aVerbIsPossibleWhereTheTableSaysSoAndNowhereElse(VisitAction action, VisitState state) {
        Visit visit = visitIn(state);
        Set<Who> who = EnumSet.of(action.by().iterator().next());

        if (POSSIBLE.get(action).contains(state)) {
            var step = VERBS.get(action).apply(visit, who);
            assertThat(step.action()).isEqualTo(action);
            assertThat(step.from()).isEqualTo(state);
            assertThat(step.to()).isEqualTo(visit.state());
            assertThat(action.to()).contains(visit.state());
            assertThat(VisitAction.open(state, who)).contains(action);
        } else {
            var refused = assertRefused(NOT_NOW, () -> VERBS.get(action).apply(visit, who));
            assertThat(refused.members()).containsEntry("state", state).containsKey("actions");
            assertThat(visit.state()).isEqualTo(state);
            assertThat(VisitAction.open(state, who)).doesNotContain(action);
        }
    }

    @Test
    void aVerbOfSomebodyElseIsRefusedWhateverTheState() {
        assertRefused(NOT_YOURS, () -> planned().changeLead(LEAD, WANG, NOW));
        assertRefused(NOT_YOURS, () -> visitIn(VisitState.OPEN)
                .report(Set.of(Who.VOLUNTEER, Who.CLERK), VisitOutcome.DONE, "done", WANG, NOW));
    }

    @ParameterizedTest
    @EnumSource(VisitOutcome.class)
    void theReportEndsTheVisitAsItTells(VisitOutcome outcome) {
        Visit visit = visitIn(VisitState.OPEN);
        visit.report(LEAD, outcome, "门锁着", WANG, NOW);
        assertThat(visit.state().name()).isEqualTo(outcome.name());
        assertThat(visit.report()).isEqualTo("门锁着");
    }

    @ParameterizedTest
    @EnumSource(
            value = Who.class,
            names = {"LEADER", "DISPATCHER"})
    void leaderAndDispatcherFinishOnlyWhatIsOverdueAndOnlyAsDone(Who who) {
        Visit visit = visitIn(VisitState.OPEN);
        assertRefused(REPORT_NOT_OVERDUE, () -> visit.report(Set.of(who), VisitOutcome.DONE, "done", WANG, NOW));

        visit.reportIsOverdue(NOW);

        assertRefused(
                REPORT_NOT_OVERDUE, () -> visit.report(Set.of(who), VisitOutcome.NOBODY_HOME, "closed", WANG, NOW));
        assertThat(visit.state()).isEqualTo(VisitState.OPEN);
        visit.report(Set.of(who), VisitOutcome.DONE, "done", WANG, NOW);
        assertThat(visit.state()).isEqualTo(VisitState.DONE);
    }

    @Test
    void nobodyJoinsAVisitThatIsNotTheNextOrIsOverOrPast() {
        assertRefused(NOT_SEEKING, () -> planned().checkSeeking(NOW));
        Visit next = planned();
        next.seek(NOW);
        next.checkSeeking(NOW);
        assertRefused(NOT_SEEKING, () -> next.checkSeeking(Examples.END));
        next.open(NOW);
        assertRefused(NOT_SEEKING, () -> next.checkSeeking(NOW));
    }
}
