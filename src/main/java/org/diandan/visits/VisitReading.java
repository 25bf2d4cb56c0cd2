package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Cursors;
import org.diandan.http.HttpProblem;
import org.diandan.identity.CurrentUser;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.Part;
import org.diandan.shared.Page;
import org.diandan.visits.VisitAccess.Opened;
import org.jspecify.annotations.Nullable;

/** What callers read of visits and attendances. */
@ApplicationScoped
@Transactional
class VisitReading {

    private static final Set<Part> SHOWING = EnumSet.of(Part.SERVED, Part.PROXY, Part.CLERK, Part.DISPATCHER);

    private static final Set<Who> READING = EnumSet.of(Who.VOLUNTEER, Who.LEADER, Who.CLERK, Who.DISPATCHER);

    private final VisitAccess access;
    private final VisitRows rows;
    private final VisitViews views;
    private final OrderProgress orders;
    private final Engagements engagements;
    private final Cursors cursors;
    private final CurrentUser user;

    VisitReading(
            VisitAccess access,
            VisitRows rows,
            VisitViews views,
            OrderProgress orders,
            Engagements engagements,
            Cursors cursors,
            CurrentUser user) {
        this.access = access;
        this.rows = rows;
        this.views = views;
        this.orders = orders;
        this.engagements = engagements;
        this.cursors = cursors;
        this.user = user;
    }

    VisitView get(UUID id) {
        return views.of(access.read(id));
    }

    /** The visits that were ever planned for an order. */
    Page<VisitView> ofOrder(UUID order) {
        orders.see(order, user.scope());
        List<VisitView> visits =
                rows.ofOrder(order).stream().map(visit -> get(visit.id())).toList();
        return new Page<>(visits, null);
    }

    Page<VisitLine> mine(
            Collection<VisitState> states, @Nullable Instant updatedSince, @Nullable String cursor, int limit) {
        UUID account = user.account();
        List<VisitRow> found = rows.mine(
                engagements.centers(account),
                account,
                states.isEmpty() ? EnumSet.allOf(VisitState.class) : EnumSet.copyOf(states),
                updatedSince == null ? Instant.EPOCH : updatedSince,
                cursors.decode(cursor),
                limit);
        Page<VisitRow> page = Page.of(found, limit, row -> cursors.encode(row.from(), row.attendance()));
        return new Page<>(page.items().stream().map(views::line).toList(), page.next());
    }

    /** The code, for those who show it; never for somebody who is to type it. */
    CodeView code(UUID id) {
        Opened opened = access.read(id);
        boolean shows = opened.parts().stream().anyMatch(SHOWING::contains);
        if (!shows || opened.mine() != null) {
            throw VisitsProblem.CODE_NOT_FOR_YOU.because();
        }
        Visit visit = opened.visit();
        if (visit.state().isOver()) {
            throw VisitsProblem.NOT_SEEKING.because();
        }
        return new CodeView(visit.code(), visit.plan().fromAt(), visit.plan().toAt());
    }

    /** An attendance: for its volunteer however it ended, and for those whom the visit shows how each ended. */
    AttendanceView attendance(UUID id) {
        Attendance attendance = rows.attendance(id);
        boolean own = user.account().equals(attendance.volunteer());
        Set<Who> who = own
                ? Who.of(user.scope(), rows.get(attendance.visit()).facts(), attendance.volunteer())
                : access.read(attendance.visit()).whoTo(attendance);
        if (Collections.disjoint(who, READING)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return views.of(attendance, who);
    }
}
