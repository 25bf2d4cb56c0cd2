package org.diandan.catalogue;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diandan.shared.Ids;
import org.diandan.shared.Urgency;
import org.diandan.sites.ClockKind;
import org.diandan.sites.TimeAmount;
import org.hibernate.Session;

/** The table {@code time_limit}: the installation's rows and those of the Centers. */
class TimeLimitRows {

    private static final String OF_CENTER = """
            select time_limit, urgency, service, site, steps, clock, quiet_from, quiet_until from time_limit
            where center in (:installation, :center)""";

    private final Session database;

    TimeLimitRows(Session database) {
        this.database = database;
    }

    /** The rows that can hold in a center. */
    Map<TimeLimits.Key, TimeLimit> of(String center) {

        List<Object[]> rows = database.createNativeQuery(OF_CENTER, Object[].class)
                .setParameter("installation", Ids.INSTALLATION)
                .setParameter("center", center)
                .getResultList();
        Map<TimeLimits.Key, TimeLimit> limits = new HashMap<>();
        for (Object[] row : rows) {
            TimeLimit limit = limit(row);
            limits.put(new TimeLimits.Key(limit.limit(), limit.urgency(), limit.service(), limit.site()), limit);
        }
        return Map.copyOf(limits);
    }

    private static TimeLimit limit(Object[] row) {
        ClockKind clock = ClockKind.valueOf((String) row[5]);
        return new TimeLimit(
                Limit.valueOf((String) row[0]),
                Urgency.valueOf((String) row[1]),
                (String) row[2],
                (String) row[3],
                Arrays.stream(((String) row[4]).split(" "))
                        .map(step -> TimeAmount.parse(step, clock))
                        .toList(),
                row[6] == null ? null : new QuietHours((LocalTime) row[6], (LocalTime) row[7]));
    }
}
