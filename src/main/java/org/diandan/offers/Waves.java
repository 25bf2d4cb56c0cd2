package org.diandan.offers;

import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.TimeLimits;
import org.diandan.shared.Ids;
import org.diandan.timers.Timers;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.Visits;
import org.diandan.visits.Wave;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The waves of a visit (T6): it begins with the team; the next wave begins when nobody of this one is left to be asked, when
 * the time limit says so, or when somebody drops out late (T8).
 */
@ApplicationScoped
class Waves {

    /** Its subject is the wave, never the visit: a timer of a wave that is over does nothing, and nobody waits for it. */
    static final String WIDENS = "offer.wave-widens";

    private static final String BEGIN = """
            insert into offer_wave (center, id, visit_id, wave, because, since_at, step, number, begun_at)
            select :center, :id, :visit, :wave, :because, :since, :step, coalesce(max(number), 0) + 1, :now
            from offer_wave where center = :center and visit_id = :visit""";

    private static final String LATEST = """
            select id, since_at, step from offer_wave where center = :center and visit_id = :visit
            order by number desc limit 1""";

    private final Session session;
    private final Visits visits;
    private final TimeLimits limits;
    private final Timers timers;
    private final Ids ids;
    private final Clock clock;

    Waves(Session session, Visits visits, TimeLimits limits, Timers timers, Ids ids, Clock clock) {
        this.session = session;
        this.visits = visits;
        this.limits = limits;
        this.timers = timers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Why a wave began. */
    enum Because {
        /** Volunteers are asked from now on. */
        SOUGHT,
        NOBODY_LEFT,
        /** The time limit of the wave before (T6). */
        TIME,
        LATE_DROP_OUT
    }

    /** @param since what the time limit's steps are counted from */
    private record Begun(UUID id, Instant since, int step) {}

    /** Begins with the team. */
    void begin(VisitFacts visit) {
        begin(visit, Wave.TEAM, Because.SOUGHT, clock.instant(), 0);
    }

    /** Goes on to the next wave; tells whether there is one. */
    boolean widen(VisitFacts visit, Because because) {
        Wave next = visit.wave().wider();
        if (next == null) {
            return false;
        }
        Optional<Begun> latest = latest(visit.id());
        if (because == Because.LATE_DROP_OUT || latest.isEmpty()) {
            begin(visit, next, because, clock.instant(), 0);
        } else {
            begin(visit, next, because, latest.get().since(), latest.get().step() + 1);
        }
        visits.widen(visit.id(), next);
        return true;
    }

    /** The visit of a wave, if it is the latest of that visit. */
    Optional<UUID> visitOf(UUID wave) {
        return session.createNativeQuery(
                        "select visit_id from offer_wave where center = :center and id = :id", UUID.class)
                .setParameter("center", Ids.centerOf(wave))
                .setParameter("id", wave)
                .uniqueResultOptional();
    }

    boolean isLatest(UUID wave, UUID visit) {
        return latest(visit).filter(begun -> begun.id().equals(wave)).isPresent();
    }

    private Optional<Begun> latest(UUID visit) {
        @Nullable
        Tuple row = session.createNativeQuery(LATEST, Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(visit))
                .setParameter("visit", visit)
                .getSingleResultOrNull();
        return Optional.ofNullable(row)
                .map(found ->
                        new Begun(found.get(0, UUID.class), found.get(1, Instant.class), found.get(2, Integer.class)));
    }

    private void begin(VisitFacts visit, Wave wave, Because because, Instant since, int step) {
        UUID id = ids.of(visit.center());
        session.createNativeMutationQuery(BEGIN)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", visit.center())
                .setParameter("id", id)
                .setParameter("visit", visit.id())
                .setParameter("wave", wave.name())
                .setParameter("because", because.name())
                .setParameter("since", since)
                .setParameter("step", step)
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (wave.wider() != null) {
            Instant due = limits.dueAt(Limit.WAVE_WIDENS, visit.urgency(), visit.service(), visit.site(), since, step);
            timers.set(WIDENS, id, due);
        }
    }
}
