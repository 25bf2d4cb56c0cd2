package org.diandan.visits;

import static java.util.Objects.requireNonNull;
import static org.diandan.visits.VisitState.OPEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.diandan.catalogue.Catalogue;
import org.diandan.identity.CurrentUser;
import org.diandan.orders.OrderAction;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.Part;
import org.diandan.orders.Parties;
import org.diandan.tasks.TaskKind;
import org.diandan.tasks.Tasks;
import org.diandan.visits.VisitAccess.Opened;

/** How visits end: the report, and what it means for the order. */
@ApplicationScoped
@Transactional
class Reporting {

    private final VisitAccess access;
    private final VisitRows rows;
    private final VisitViews views;
    private final Planning planning;
    private final OrderProgress orders;
    private final Parties parties;
    private final Catalogue catalogue;
    private final Tasks tasks;
    private final Telling telling;
    private final CurrentUser user;
    private final Clock clock;

    Reporting(
            VisitAccess access,
            VisitRows rows,
            VisitViews views,
            Planning planning,
            OrderProgress orders,
            Parties parties,
            Catalogue catalogue,
            Tasks tasks,
            Telling telling,
            CurrentUser user,
            Clock clock) {
        this.access = access;
        this.rows = rows;
        this.views = views;
        this.planning = planning;
        this.orders = orders;
        this.parties = parties;
        this.catalogue = catalogue;
        this.tasks = tasks;
        this.telling = telling;
        this.user = user;
        this.clock = clock;
    }

    /** Files the report of a visit and moves the order on accordingly. */
    VisitView report(UUID id, VisitOutcome outcome, String text) {
        Opened opened = access.move(id);
        Visit visit = opened.visit();
        visit.check(VisitAction.REPORT, opened.who());
        if (opened.attendances().stream().anyMatch(Attendance::isThere)) {
            throw VisitsProblem.STILL_THERE.because();
        }
        if (outcome == VisitOutcome.DONE
                && catalogue.get(visit.plan().service()).photo()
                && !orders.hasPhoto(visit.order())) {
            throw VisitsProblem.PHOTO_MISSING.because();
        }
        UUID by = requireNonNull(opened.actor().account());
        var step = visit.report(opened.who(), outcome, text, by, clock.instant());
        telling.visit(visit, step, opened.actor(), opened.who(), null, text);
        tasks.settle(TaskKind.FOLLOW_UP, id);
        rows.flush();
        moveOrder(opened, outcome);
        return views.of(id);
    }

    /** Finishes an order by the report of its open visit. */
    VisitView finish(UUID order, String text) {
        orders.see(order, user.scope());
        if (!OrderAction.FINISH.isFor(parties.parts(order, user.scope()))) {
            throw VisitsProblem.NOT_YOURS.because(OrderAction.FINISH.slug());
        }
        UUID visit = rows.ofOrder(order).stream()
                .filter(open -> open.state() == OPEN)
                .map(Visit::id)
                .findFirst()
                .orElseThrow(VisitsProblem.NO_OPEN_VISIT::because);
        return report(visit, VisitOutcome.DONE, text);
    }

    private void moveOrder(Opened opened, VisitOutcome outcome) {
        UUID order = opened.order().id();
        switch (outcome) {
            case DONE -> orders.finish(order, opened.actor(), part(opened));
            case PARTLY_DONE -> {
                boolean another = rows.planned(order).stream()
                        .anyMatch(next -> clock.instant().isBefore(next.plan().fromAt()));
                orders.partlyDone(order, opened.actor(), another);
                if (another) {
                    planning.seekNext(opened.visit());
                }
            }
            case NOBODY_HOME, REFUSED_AT_DOOR, UNSAFE -> orders.notPossible(order, opened.actor(), outcome.name());
        }
    }

    private static Part part(Opened opened) {
        if (opened.who().contains(Who.LEAD_VOLUNTEER)) {
            return Part.LEADING;
        }
        return opened.who().contains(Who.LEADER) ? Part.LEADER : Part.DISPATCHER;
    }
}
