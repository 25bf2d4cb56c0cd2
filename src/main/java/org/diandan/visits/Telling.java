package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diandan.orders.History;
import org.diandan.orders.Machine;
import org.diandan.orders.Part;
import org.diandan.orders.Told;
import org.diandan.outbox.Outbox;
import org.diandan.shared.Actor;
import org.jspecify.annotations.Nullable;

/** Tells each transition once: one history row, one event, and the news of a visit inside the transaction. */
@ApplicationScoped
class Telling {

    private final History history;
    private final Outbox outbox;
    private final Event<VisitMoved> moved;
    private final Clock clock;

    Telling(History history, Outbox outbox, Event<VisitMoved> moved, Clock clock) {
        this.history = history;
        this.outbox = outbox;
        this.moved = moved;
        this.clock = clock;
    }

    void visit(Visit visit, Step<VisitAction, VisitState> step, Actor actor, Set<Who> who) {
        visit(visit, step, actor, who, null, null);
    }

    void visit(
            Visit visit,
            Step<VisitAction, VisitState> step,
            Actor actor,
            Set<Who> who,
            @Nullable UUID forWhom,
            @Nullable String text) {
        history.tell(new Told(
                visit.order(),
                Machine.VISIT,
                visit.id(),
                step.action().name(),
                step.from() == null ? null : step.from().name(),
                step.to().name(),
                actor,
                part(step.action().by(), who),
                forWhom,
                null,
                text,
                visit.plan().round(),
                clock.instant()));
        moved.fire(new VisitMoved(
                visit.center(), visit.id(), visit.order(), step.action(), step.from(), step.to(), clock.instant()));
    }

    void attendance(
            Visit visit,
            Attendance attendance,
            Step<AttendanceAction, AttendanceState> step,
            Actor actor,
            Set<Who> who,
            @Nullable String text) {
        history.tell(new Told(
                visit.order(),
                Machine.ATTENDANCE,
                attendance.id(),
                step.action().name(),
                step.from() == null ? null : step.from().name(),
                step.to().name(),
                actor,
                part(step.action().by(), who),
                attendance.volunteer(),
                attendance.reason() == null ? null : attendance.reason().name(),
                text,
                visit.plan().round(),
                clock.instant()));
    }

    /** Tells something about a visit that is no transition: a reminder, somebody to be told. */
    void event(Visit visit, String type) {
        outbox.write(
                visit.center(),
                type,
                visit.id(),
                Map.of("order", visit.order(), "team", visit.plan().team()));
    }

    private static Part part(Set<Who> by, Set<Who> who) {
        return who.stream().filter(by::contains).findFirst().orElse(Who.PROGRAM).part();
    }
}
