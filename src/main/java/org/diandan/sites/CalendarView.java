package org.diandan.sites;

import java.util.List;
import org.diandan.http.Resource;

/**
 * When a Center is open.
 *
 * @param center its code, or 000000 for what the installation says
 * @param zone in which the hours are meant
 * @param days each day asked for, with the hours that hold
 * @param own what it says itself; where it says nothing the installation's holds
 */
record CalendarView(String center, String zone, List<ServiceDay> days, ChangeCalendar own, int version)
        implements Resource {

    @Override
    public String path() {
        return "/sites/" + center + "/calendar";
    }
}
