package org.diandan.visits;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.diandan.orders.Part;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.jspecify.annotations.Nullable;

/** What somebody is to a visit, and to one volunteer's part in it. */
public enum Who {
    /** The volunteer whose attendance or offer it is. */
    VOLUNTEER(Part.ATTENDING),
    /** Leads at the visit. */
    LEAD_VOLUNTEER(Part.LEADING),
    /** Leads the team that makes the visit. */
    LEADER(Part.LEADER),
    /** Clerk of the chain of the visit's site. */
    CLERK(Part.CLERK),
    /** Dispatcher of the chain of the visit's site. */
    DISPATCHER(Part.DISPATCHER),
    /** The program. */
    PROGRAM(Part.PROGRAM);

    private final Part part;

    Who(Part part) {
        this.part = part;
    }

    /** What they are to the order. */
    public Part part() {
        return part;
    }

    /**
     * What the caller is.
     *
     * @param volunteer whose attendance or offer is meant, if one is
     */
    public static Set<Who> of(Scope scope, VisitFacts visit, @Nullable UUID volunteer) {
        Set<Who> all = EnumSet.noneOf(Who.class);
        add(all, VOLUNTEER, volunteer != null && volunteer.equals(scope.account()));
        add(all, LEAD_VOLUNTEER, visit.lead() != null && visit.lead().equals(scope.account()));
        add(all, LEADER, scope.isIn(visit.team(), Role.LEADER));
        add(all, CLERK, scope.covers(visit.site(), Role.CLERK));
        add(all, DISPATCHER, scope.covers(visit.site(), Role.DISPATCHER));
        return all;
    }

    private static void add(Set<Who> all, Who who, boolean is) {
        if (is) {
            all.add(who);
        }
    }
}
