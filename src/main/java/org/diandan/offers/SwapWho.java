package org.diandan.offers;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.diandan.orders.Part;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.visits.VisitFacts;

/** What somebody is to a swap. */
public enum SwapWho {
    /** Has the place and would give it away. */
    GIVER(Part.ATTENDING),
    /** Is asked to take it. */
    TAKER(Part.OFFERED),
    LEADER(Part.LEADER),
    CLERK(Part.CLERK),
    DISPATCHER(Part.DISPATCHER),
    PROGRAM(Part.PROGRAM);

    private final Part part;

    SwapWho(Part part) {
        this.part = part;
    }

    Part part() {
        return part;
    }

    /** Whoever gives or takes the place is that alone: nobody agrees to their own swap as the leader. */
    static Set<SwapWho> of(Scope scope, VisitFacts visit, UUID giver, UUID taker) {
        if (giver.equals(scope.account())) {
            return EnumSet.of(GIVER);
        }
        if (taker.equals(scope.account())) {
            return EnumSet.of(TAKER);
        }
        Set<SwapWho> all = EnumSet.noneOf(SwapWho.class);
        add(all, LEADER, scope.isIn(visit.team(), Role.LEADER));
        add(all, CLERK, scope.covers(visit.site(), Role.CLERK));
        add(all, DISPATCHER, scope.covers(visit.site(), Role.DISPATCHER));
        return all;
    }

    private static void add(Set<SwapWho> all, SwapWho who, boolean is) {
        if (is) {
            all.add(who);
        }
    }
}
