package org.diandan.identity;

import static org.diandan.shared.Role.ADMIN;
import static org.diandan.shared.Role.DISPATCHER;

import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Scope.Grant;

/** Who may grant and take away what: the column "granted by" in the table of roles (docs/domain.md). */
final class GrantRule {

    private static final int COUNTY = 6;

    private GrantRule() {}

    /** Tells whether this room lets the role be granted over HTTP at all; the others follow from something else. */
    static boolean isGrantedHere(Role role) {
        return switch (role) {
            case CLERK, DISPATCHER, AUDITOR, ADMIN -> true;
            case RESIDENT, VOLUNTEER, LEADER, EXPERT -> false;
        };
    }

    /** Tells whether someone with this scope may give or take the grant. */
    static boolean allows(Scope by, Grant grant) {
        return switch (grant.role()) {
            case CLERK -> by.covers(grant.scope(), DISPATCHER);
            case DISPATCHER -> grant.scope().length() <= COUNTY ? by.holds(ADMIN) : isAbove(by, grant.scope());
            case AUDITOR, ADMIN -> by.holds(ADMIN);
            case RESIDENT, VOLUNTEER, LEADER, EXPERT -> false;
        };
    }

    private static boolean isAbove(Scope by, String scope) {
        return by.areas(DISPATCHER).stream()
                .anyMatch(area -> area.covers(scope) && !area.code().equals(scope));
    }
}
