package org.diandan.offers;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.diandan.http.HttpProblem;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Role;
import org.diandan.visits.Filling;
import org.diandan.visits.Visits;
import org.hibernate.Session;

/** How fairly volunteers were asked. Reads the offers of the period alone, by offer_made(center, made_at). */
@ApplicationScoped
@Transactional
class FairnessReading {

    /** Digits behind the point: what a report compares, and no more than so many offers can tell. */
    private static final int SHARES = 4;

    private static final int MINUTES = 1;

    private static final Duration LONGEST = Duration.ofDays(92);

    private static final String COUNT = """
            with person as (
                select volunteer, count(*) filter (where not claimed) as offers,
                       count(*) filter (where not claimed and state = 'ACCEPTED') as accepted,
                       count(*) filter (where not claimed and state in ('ACCEPTED', 'DECLINED', 'EXPIRED')) as ended,
                       count(*) filter (where claimed and state = 'ACCEPTED') as claims
                from offer where center = :center and made_at >= :from and made_at < :to group by volunteer),
            ranked as (
                select offers, row_number() over (order by offers desc) as place, count(*) over () as people
                from person where offers > 0)
            select coalesce((select sum(offers) from ranked), 0), (select count(*) from ranked),
                   coalesce((select sum(offers) from ranked where place <= ceil(people / 10.0)), 0),
                   coalesce((select sum(offers * offers) from ranked), 0),
                   coalesce(sum(accepted), 0), coalesce(sum(ended), 0), coalesce(sum(claims), 0)
            from person""";

    private final Session session;
    private final Visits visits;
    private final CurrentUser user;

    FairnessReading(Session session, Visits visits, CurrentUser user) {
        this.session = session;
        this.visits = visits;
        this.user = user;
    }

    /** @throws org.diandan.shared.Refused if the caller does not look after the whole Center, or the period is no such */
    OfferFairness of(String center, Instant from, Instant to) {
        if (!user.scope().covers(center, Role.DISPATCHER, Role.AUDITOR)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw OffersProblem.PERIOD_TOO_LONG.because(LONGEST.toDays());
        }
        Tuple row = session.createNativeQuery(COUNT, Tuple.class)
                .setParameter("center", center)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
        long offers = number(row, 0);
        long asked = number(row, 1);
        Filling filling = visits.filling(center, from, to);
        return new OfferFairness(
                center,
                from,
                to,
                offers,
                asked,
                share(number(row, 2), offers),
                share(offers * offers, asked * number(row, 3)),
                share(offers, asked),
                share(number(row, 4), number(row, 5)),
                number(row, 6),
                filling.sought(),
                filling.filled(),
                rounded(filling.medianMinutes(), MINUTES));
    }

    /** 0 where there is nothing to be shared. */
    private static double share(long part, long whole) {
        return whole == 0 ? 0 : rounded((double) part / whole, SHARES);
    }

    private static double rounded(double exact, int digits) {
        return BigDecimal.valueOf(exact).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }

    private static long number(Tuple row, int column) {
        return requireNonNull(row.get(column, Number.class)).longValue();
    }
}
