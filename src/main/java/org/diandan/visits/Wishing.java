package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.diandan.orders.Part;
import org.diandan.visits.VisitAccess.Opened;

/** What a resident says about who came: never this volunteer again, or welcome again after all. */
@ApplicationScoped
@Transactional
class Wishing {

    private static final Set<Part> RESIDENTS_WORD =
            EnumSet.of(Part.SERVED, Part.PROXY, Part.CLERK, Part.DISPATCHER, Part.CENTER_DISPATCHER);

    private final VisitAccess access;
    private final VisitRows rows;
    private final VisitViews views;
    private final Unwelcome unwelcome;

    Wishing(VisitAccess access, VisitRows rows, VisitViews views, Unwelcome unwelcome) {
        this.access = access;
        this.rows = rows;
        this.views = views;
        this.unwelcome = unwelcome;
    }

    VisitView neverAgain(UUID attendanceId) {
        Opened opened = opened(attendanceId);
        UUID volunteer = rows.attendance(attendanceId).volunteer();
        unwelcome.add(opened.visit().plan().resident(), volunteer, opened.account());
        return views.of(opened.visit().id());
    }

    VisitView welcomeAgain(UUID attendanceId) {
        Opened opened = opened(attendanceId);
        unwelcome.remove(
                opened.visit().plan().resident(), rows.attendance(attendanceId).volunteer());
        return views.of(opened.visit().id());
    }

    private Opened opened(UUID attendance) {
        Opened opened = access.read(rows.visitOf(attendance));
        if (opened.parts().stream().noneMatch(RESIDENTS_WORD::contains)) {
            throw VisitsProblem.RESIDENTS_WORD.because();
        }
        return opened;
    }
}
