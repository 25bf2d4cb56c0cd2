package org.diandan.visits;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.diandan.orders.OrderProgress;
import org.diandan.shared.Actor;
import org.diandan.shared.Role;
import org.diandan.tasks.NewTask;
import org.diandan.tasks.TaskDone;
import org.diandan.tasks.TaskKind;
import org.diandan.tasks.TaskOutcome;
import org.diandan.tasks.Tasks;
import org.diandan.visits.VisitAccess.Opened;
import org.diandan.visits.VisitCommands.GiveReason;
import org.jspecify.annotations.Nullable;

/** What becomes of a no-show: the volunteer disputes it, a dispatcher excuses it or leaves it as it is. */
@ApplicationScoped
@Transactional
class NoShows {

    private final VisitAccess access;
    private final VisitRows rows;
    private final VisitViews views;
    private final Places places;
    private final OrderProgress orders;
    private final Tasks tasks;
    private final Telling telling;
    private final VisitsConfig config;
    private final Clock clock;

    NoShows(
            VisitAccess access,
            VisitRows rows,
            VisitViews views,
            Places places,
            OrderProgress orders,
            Tasks tasks,
            Telling telling,
            VisitsConfig config,
            Clock clock) {
        this.access = access;
        this.rows = rows;
        this.views = views;
        this.places = places;
        this.orders = orders;
        this.tasks = tasks;
        this.telling = telling;
        this.config = config;
        this.clock = clock;
    }

    AttendanceView dispute(UUID id, String text) {
        Opened opened = access.moveAttendance(id);
        Attendance attendance = rows.attendance(id);
        Set<Who> who = opened.whoTo(attendance);
        var step = attendance.dispute(who, text, clock.instant());
        telling.attendance(opened.visit(), attendance, step, opened.actor(), who, text);
        tasks.open(new NewTask(
                TaskKind.NO_SHOW_DISPUTE,
                opened.visit().plan().site(),
                Role.DISPATCHER,
                id,
                clock.instant().plus(config.decideWithin()),
                "visit " + attendance.visit()));
        return views.of(attendance, opened.whoTo(attendance));
    }

    AttendanceView excuse(UUID id, GiveReason why) {
        Opened opened = access.moveAttendance(id);
        Attendance attendance = rows.attendance(id);
        attendance.check(AttendanceAction.EXCUSE, opened.who());
        AttendanceReason reason = why.reason().given(AttendanceAction.EXCUSE, why.text());
        excuse(opened.visit(), attendance, reason, opened.actor(), why.text());
        tasks.settle(TaskKind.NO_SHOW_DISPUTE, id);
        return views.of(attendance, opened.whoTo(attendance));
    }

    AttendanceView uphold(UUID id, GiveReason why) {
        Opened opened = access.moveAttendance(id);
        Attendance attendance = rows.attendance(id);
        attendance.check(AttendanceAction.UPHOLD, opened.who());
        AttendanceReason reason = why.reason().given(AttendanceAction.UPHOLD, why.text());
        uphold(opened.visit(), attendance, reason, opened.actor(), why.text());
        tasks.settle(TaskKind.NO_SHOW_DISPUTE, id);
        return views.of(attendance, opened.whoTo(attendance));
    }

    /** A dispatcher may as well decide by doing the task. */
    void hear(@Observes TaskDone done) {
        if (done.kind() != TaskKind.NO_SHOW_DISPUTE) {
            return;
        }
        UUID visitId = rows.visitOf(done.subject());
        orders.lock(rows.orderOf(visitId));
        Visit visit = rows.get(visitId);
        Attendance attendance = rows.attendance(done.subject());
        if (done.outcome() == TaskOutcome.EXCUSED) {
            excuse(visit, attendance, AttendanceReason.DISPUTE_ACCEPTED, done.by(), null);
        } else {
            uphold(visit, attendance, AttendanceReason.NOT_SHOWN, done.by(), null);
        }
    }

    private void excuse(Visit visit, Attendance attendance, AttendanceReason reason, Actor by, @Nullable String text) {
        Set<Who> dispatcher = Set.of(Who.DISPATCHER);
        boolean missed = attendance.missing() != null;
        var step = attendance.excuse(dispatcher, reason, requireNonNull(by.account()), clock.instant());
        if (missed) {
            telling.attendance(visit, attendance, step, by, dispatcher, text);
        } else {
            places.leave(visit, attendance, step, by, dispatcher, text);
        }
    }

    private void uphold(Visit visit, Attendance attendance, AttendanceReason reason, Actor by, @Nullable String text) {
        Set<Who> dispatcher = Set.of(Who.DISPATCHER);
        var step = attendance.uphold(dispatcher, reason, requireNonNull(by.account()), clock.instant());
        telling.attendance(visit, attendance, step, by, dispatcher, text);
    }
}
