package org.diandan.catalogue;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Urgency;
import org.diandan.sites.ClockKind;
import org.diandan.sites.TimeAmount;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;

/** The table {@code time_limit}: the installation's rows and those of the Centers. */
class TimeLimitRows {

    private static final String OF_CENTER = """
            select time_limit, urgency, service, site, steps, clock, quiet_from, quiet_until from time_limit
            where center in (:installation, :center)""";

    private static final String EXACTLY =
            " where center = :center and site = :site and service = :service and time_limit = :limit and urgency = :urgency";

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

    /** The version of exactly this row; 0 if there is none. */
    int version(TimeLimits.Key key) {
        Integer version = bind(
                        database.createNativeQuery("select version from time_limit" + EXACTLY, Integer.class), key)
                .getSingleResultOrNull();
        return version == null ? 0 : version;
    }

    /** The version of exactly this row, which nobody else changes until this transaction is over. */
    int lockVersion(TimeLimits.Key key) {
        bind(
                        database.createNativeQuery(
                                "select 1 from pg_advisory_xact_lock(hashtext(:center || :site || :service || :limit || :urgency))",
                                Integer.class),
                        key)
                .getSingleResult();
        return version(key);
    }

    /** Writes exactly this row. */
    void set(TimeLimit limit) {
        QuietHours quiet = limit.quiet();
        bind(
                        database.createNativeMutationQuery("""
                                insert into time_limit values (:center, :site, :service, :limit, :urgency, :steps, :clock,
                                  :quietFrom, :quietUntil, 1)
                                on conflict (center, site, service, time_limit, urgency) do update
                                set steps = excluded.steps, clock = excluded.clock, quiet_from = excluded.quiet_from,
                                  quiet_until = excluded.quiet_until, version = time_limit.version + 1"""),
                        new TimeLimits.Key(limit.limit(), limit.urgency(), limit.service(), limit.site()))
                .setParameter(
                        "steps",
                        limit.steps().stream().map(TimeAmount::toString).collect(Collectors.joining(" ")))
                .setParameter("clock", limit.steps().get(0).clock().name())
                .setParameter("quietFrom", quiet == null ? null : quiet.from(), LocalTime.class)
                .setParameter("quietUntil", quiet == null ? null : quiet.until(), LocalTime.class)
                .executeUpdate();
    }

    /** Takes exactly this row away. */
    void clear(TimeLimits.Key key) {
        bind(database.createNativeMutationQuery("delete from time_limit" + EXACTLY), key)
                .executeUpdate();
    }

    /** The center that a row belongs to. */
    String center(TimeLimits.Key key) {
        return key.site().isEmpty() ? Ids.INSTALLATION : Area.centerOf(key.site());
    }

    private <Q extends CommonQueryContract> Q bind(Q query, TimeLimits.Key key) {
        query.setParameter("center", center(key));
        query.setParameter("site", key.site());
        query.setParameter("service", key.service());
        query.setParameter("limit", key.limit().name());
        query.setParameter("urgency", key.urgency().name());
        return query;
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
