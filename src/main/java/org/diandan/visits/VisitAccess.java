package org.diandan.visits;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.identity.CurrentUser;
import org.diandan.orders.OrderFacts;
import org.diandan.orders.OrderProgress;
import org.diandan.orders.Part;
import org.diandan.orders.Parties;
import org.diandan.shared.Actor;
import org.jspecify.annotations.Nullable;

/** Opens a visit for whom it exists; for everyone else it does not (404). */
@ApplicationScoped
class VisitAccess {

    private final VisitRows rows;
    private final OrderProgress orders;
    private final Parties parties;
    private final CurrentUser user;
    private final IfMatch ifMatch;

    VisitAccess(VisitRows rows, OrderProgress orders, Parties parties, CurrentUser user, IfMatch ifMatch) {
        this.rows = rows;
        this.orders = orders;
        this.parties = parties;
        this.user = user;
        this.ifMatch = ifMatch;
    }

    /**
     * A visit, and what the caller is to it.
     *
     * @param mine the caller's own attendance, if they have one by which they see the visit
     */
    record Opened(
            Visit visit,
            OrderFacts order,
            List<Attendance> attendances,
            @Nullable Attendance mine,
            Set<Who> who,
            Set<Part> parts,
            Actor actor) {

        /** The caller's account. */
        UUID account() {
            return requireNonNull(actor.account());
        }

        /** @throws org.diandan.shared.Refused if the caller has no place at the visit */
        Attendance ownPlace() {
            if (mine == null) {
                throw VisitsProblem.NOT_ATTENDING.because();
            }
            return mine;
        }

        /** What the caller is to somebody's attendance: its volunteer only if it is their own. */
        Set<Who> whoTo(Attendance attendance) {
            Set<Who> all = EnumSet.noneOf(Who.class);
            all.addAll(who);
            all.remove(Who.VOLUNTEER);
            if (actor.is(attendance.volunteer())) {
                all.add(Who.VOLUNTEER);
            }
            return all;
        }

        /** @throws org.diandan.shared.Refused if this volunteer has no place at the visit */
        Attendance placeOf(UUID volunteer) {
            return attendances.stream()
                    .filter(attendance ->
                            attendance.isActive() && attendance.volunteer().equals(volunteer))
                    .findFirst()
                    .orElseThrow(VisitsProblem.NOT_ATTENDING::because);
        }
    }

    /** Opens a visit to read it. */
    Opened read(UUID id) {
        return opened(id, orders.facts(rows.orderOf(id)));
    }

    /** Opens a visit to move it: nobody else can until the transaction ends, and a stale If-Match is refused. */
    Opened move(UUID id) {
        Opened opened = opened(id, orders.lock(rows.orderOf(id)));
        ifMatch.check(opened.visit().version());
        return opened;
    }

    /** Opens the visit of an attendance to move the attendance, with that one as the caller's own or not. */
    Opened moveAttendance(UUID attendance) {
        UUID visit = rows.visitOf(attendance);
        Opened opened = opened(visit, orders.lock(rows.orderOf(visit)));
        ifMatch.check(rows.attendance(attendance).version());
        return opened;
    }

    private Opened opened(UUID id, OrderFacts order) {
        UUID account = user.account();
        Visit visit = rows.get(id);
        List<Attendance> attendances = rows.attendances(id);
        Attendance mine = attendances.stream()
                .filter(attendance -> attendance.volunteer().equals(account) && attendance.showsVisit())
                .reduce((earlier, later) -> later)
                .orElse(null);
        Set<Part> parts = parties.parts(order.id(), user.scope());
        if (parts.isEmpty() && mine == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        Set<Who> who = EnumSet.noneOf(Who.class);
        who.addAll(Who.of(user.scope(), visit.facts(), mine == null ? null : account));
        return new Opened(visit, order, attendances, mine, who, parts, user.actor());
    }
}
