package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.diandan.orders.Parties;
import org.diandan.orders.PartyKind;
import org.diandan.visits.VisitAccess.Opened;
import org.diandan.visits.VisitCommands.GiveReason;
import org.diandan.visits.VisitCommands.ReleaseVolunteer;

/** What changes about who comes: withdrawing, releasing, and who leads. */
@ApplicationScoped
@Transactional
class Changing {

    private final VisitAccess access;
    private final VisitViews views;
    private final Places places;
    private final Parties parties;
    private final Telling telling;
    private final Clock clock;

    Changing(VisitAccess access, VisitViews views, Places places, Parties parties, Telling telling, Clock clock) {
        this.access = access;
        this.views = views;
        this.places = places;
        this.parties = parties;
        this.telling = telling;
        this.clock = clock;
    }

    AttendanceView withdraw(UUID visitId, GiveReason why) {
        Opened opened = access.move(visitId);
        Attendance mine = opened.ownPlace();
        AttendanceReason reason = why.reason().given(AttendanceAction.WITHDRAW, why.text());
        boolean late = places.isLate(opened.visit());
        var step = mine.withdraw(opened.who(), reason, late, clock.instant());
        places.leave(opened.visit(), mine, step, opened.actor(), opened.who(), why.text());
        return views.of(mine, opened.whoTo(mine));
    }

    VisitView release(UUID visitId, ReleaseVolunteer why) {
        Opened opened = access.move(visitId);
        checkFor(AttendanceAction.RELEASE, opened);
        Attendance attendance = opened.placeOf(why.volunteer());
        AttendanceReason reason = why.reason().given(AttendanceAction.RELEASE, why.text());
        var step = attendance.release(opened.who(), reason, clock.instant());
        places.leave(opened.visit(), attendance, step, opened.actor(), opened.who(), why.text());
        return views.of(visitId);
    }

    VisitView lead(UUID visitId, UUID volunteer) {
        Opened opened = access.move(visitId);
        Visit visit = opened.visit();
        visit.check(VisitAction.LEAD, opened.who());
        if (!opened.placeOf(volunteer).canLead()) {
            throw VisitsProblem.MINOR_CANNOT_LEAD.because();
        }
        UUID before = visit.lead();
        var step = visit.changeLead(opened.who(), volunteer, clock.instant());
        telling.visit(visit, step, opened.actor(), opened.who(), volunteer, null);
        if (before != null) {
            parties.dismiss(visit.order(), PartyKind.LEADING, before);
        }
        parties.invite(visit.order(), PartyKind.LEADING, volunteer);
        return views.of(visitId);
    }

    private static void checkFor(AttendanceAction action, Opened opened) {
        if (!action.isFor(opened.who())) {
            throw VisitsProblem.NOT_YOURS.because(action);
        }
    }
}
