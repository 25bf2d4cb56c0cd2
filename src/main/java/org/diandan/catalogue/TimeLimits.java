package org.diandan.catalogue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Recent;
import org.diandan.shared.Urgency;
import org.diandan.sites.ClockKind;
import org.diandan.sites.OpeningTimes;
import org.diandan.sites.ServiceCalendar;
import org.diandan.sites.Sites;
import org.diandan.sites.TimeAmount;
import org.hibernate.Session;

/**
 * When things are due: the table of timers in docs/domain.md, as data.
 *
 * <p>The most specific row holds: first one for the service itself, then one for the nearest site of the chain, at last
 * the installation's.
 */
@ApplicationScoped
public class TimeLimits {

    private final Sites sites;
    private final ServiceCalendar calendar;
    private final Recent<String, Map<Key, TimeLimit>> centers;

    TimeLimits(
            Session database, Sites sites, ServiceCalendar calendar, TransactionSynchronizationRegistry transactions) {
        this.sites = sites;
        this.calendar = calendar;
        var rows = new TimeLimitRows(database);
        this.centers = new Recent<>(
                transactions, center -> QuarkusTransaction.joiningExisting().call(() -> rows.of(center)));
    }

    /**
     * When the first step of the limit is due, counted from a moment.
     *
     * @throws IllegalStateException if there is no such limit; only {@link Limit#LATE_DROPOUT} knows urgencies without
     */
    public Instant dueAt(Limit limit, Urgency urgency, String service, String site, Instant from) {
        return dueAt(limit, urgency, service, site, from, 0);
    }

    /** When a step of the limit is due, counted from the same moment as the first; the last for any number beyond. */
    public Instant dueAt(Limit limit, Urgency urgency, String service, String site, Instant from, int step) {
        TimeLimit holds = get(limit, urgency, service, site);
        return add(
                holds,
                site,
                from,
                holds.steps().get(Math.min(step, holds.steps().size() - 1)));
    }

    /** The limit that holds for a service at a site; none where no row has one. */
    public Optional<TimeLimit> find(Limit limit, Urgency urgency, String service, String site) {
        return find(new Key(limit, urgency, service, site));
    }

    /** Until when nobody is to be disturbed, if the quiet hours of the limit hold at that moment. */
    public Optional<Instant> quietUntil(Limit limit, Urgency urgency, String service, String site, Instant at) {
        return find(limit, urgency, service, site)
                .map(TimeLimit::quiet)
                .map(quiet -> awake(quiet, site).openAt(at))
                .filter(morning -> morning.isAfter(at));
    }

    /** The limit that holds for a service at a site; either may be empty for none in particular. */
    Optional<TimeLimit> find(Key key) {
        String center = key.site().isEmpty() ? Ids.INSTALLATION : Area.centerOf(key.site());
        Map<Key, TimeLimit> rows = centers.get(center);
        List<String> chain = SiteChain.of(key.site());
        return Stream.of(key.service(), "")
                .flatMap(service -> Stream.concat(chain.stream(), Stream.of(""))
                        .map(site -> new Key(key.limit(), key.urgency(), service, site)))
                .map(rows::get)
                .filter(row -> row != null)
                .findFirst();
    }

    /**
     * How much of a limit is left on the limit's own clock: what to keep while a timer is paused.
     *
     * @return zero if it is already due
     */
    public Duration left(Limit limit, Urgency urgency, String service, String site, Instant now, Instant dueAt) {
        TimeLimit holds = get(limit, urgency, service, site);
        if (holds.quiet() != null) {
            return awake(holds.quiet(), site).between(now, dueAt);
        }
        if (holds.steps().get(0).clock() == ClockKind.SERVICE) {
            return calendar.between(Area.centerOf(site), now, dueAt);
        }
        return now.isBefore(dueAt) ? Duration.between(now, dueAt) : Duration.ZERO;
    }

    /** When a limit of which this much was left is due, if its clock goes on now. */
    public Instant resume(Limit limit, Urgency urgency, String service, String site, Instant now, Duration left) {
        TimeLimit holds = get(limit, urgency, service, site);
        return add(holds, site, now, TimeAmount.of(left, holds.steps().get(0).clock()));
    }

    /** Reads the center's limits anew, now and after this transaction. */
    void forget(String center) {
        centers.forget(center);
    }

    /** Reads all limits anew, now and after this transaction: the installation's hold everywhere. */
    void forgetAll() {
        centers.forgetAll();
    }

    private TimeLimit get(Limit limit, Urgency urgency, String service, String site) {
        return find(limit, urgency, service, site)
                .orElseThrow(() -> new IllegalStateException("No time limit " + limit + " for " + urgency));
    }

    private Instant add(TimeLimit holds, String site, Instant from, TimeAmount amount) {
        if (holds.quiet() != null) {
            return awake(holds.quiet(), site)
                    .add(from, new TimeAmount(amount.days(), amount.time(), ClockKind.SERVICE));
        }
        return calendar.add(Area.centerOf(site), from, amount);
    }

    private OpeningTimes awake(QuietHours quiet, String site) {
        return OpeningTimes.daily(sites.zone(Area.centerOf(site)), quiet.awake());
    }

    /** What a row is looked up by. */
    record Key(Limit limit, Urgency urgency, String service, String site) {}
}
