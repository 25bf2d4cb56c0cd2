package org.diandan.sites;

import java.util.ArrayList;
import java.util.List;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;

/** What a caller may do with a site. */
enum SiteAction {
    CHANGE,
    /** Open a site or Point that belongs to this one. */
    OPEN_BELOW,
    /** Of a Center: its hours and days. */
    CHANGE_CALENDAR;

    /** What somebody with this scope may do with the site. */
    static List<SiteAction> of(Scope scope, String code) {
        List<SiteAction> actions = new ArrayList<>();
        boolean isCenter = Level.of(code) == Level.CENTER;
        boolean dispatches = scope.covers(code, Role.DISPATCHER);
        if (dispatches || (isCenter && scope.holds(Role.ADMIN))) {
            actions.add(CHANGE);
        }
        if (dispatches && Level.of(code) != Level.POINT) {
            actions.add(OPEN_BELOW);
        }
        if (dispatches && isCenter) {
            actions.add(CHANGE_CALENDAR);
        }
        return List.copyOf(actions);
    }

    /** Tells whether a site may be opened below this one; below none, a Center. */
    static boolean mayOpenBelow(Scope scope, String above) {
        return above.isEmpty() ? scope.holds(Role.ADMIN) : scope.covers(above, Role.DISPATCHER);
    }
}
