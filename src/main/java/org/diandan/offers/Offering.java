package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.TimeLimits;
import org.diandan.orders.Parties;
import org.diandan.orders.PartyKind;
import org.diandan.policies.Policies;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.tasks.NewTask;
import org.diandan.tasks.TaskKind;
import org.diandan.tasks.Tasks;
import org.diandan.timers.Timers;
import org.diandan.visits.PlaceFreed;
import org.diandan.visits.PlacesFilled;
import org.diandan.visits.PlacesOpened;
import org.diandan.visits.VisitAction;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.VisitMoved;
import org.diandan.visits.Visits;

/**
 * Keeps as many offers of a visit open as its urgency asks for. Where nobody is left to be asked, the visit stays in the
 * open pool and a dispatcher gets a task, so that it is never lost.
 */
@ApplicationScoped
class Offering {

    private final OfferRows rows;
    private final Candidates candidates;
    private final Waves waves;
    private final Asks asks;
    private final Visits visits;
    private final Parties parties;
    private final Tasks tasks;
    private final TimeLimits limits;
    private final QuietHours quiet;
    private final Timers timers;
    private final Telling telling;
    private final Policies policies;
    private final OffersConfig config;
    private final Ids ids;
    private final Clock clock;

    Offering(
            OfferRows rows,
            Candidates candidates,
            Waves waves,
            Asks asks,
            Visits visits,
            Parties parties,
            Tasks tasks,
            TimeLimits limits,
            QuietHours quiet,
            Timers timers,
            Telling telling,
            Policies policies,
            OffersConfig config,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.candidates = candidates;
        this.waves = waves;
        this.asks = asks;
        this.visits = visits;
        this.parties = parties;
        this.tasks = tasks;
        this.limits = limits;
        this.quiet = quiet;
        this.timers = timers;
        this.telling = telling;
        this.policies = policies;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    void hear(@Observes PlacesOpened opened) {
        rows.flush();
        waves.begin(visits.facts(opened.visit()));
        fill(opened.visit());
    }

    /** Who drops out late leaves little time: others are asked one level farther around (T8). */
    void hear(@Observes PlaceFreed freed) {
        rows.flush();
        VisitFacts visit = visits.facts(freed.visit());
        if (freed.late() && visit.isSeeking(clock.instant())) {
            waves.widen(visit, Waves.Because.LATE_DROP_OUT);
        }
        fill(freed.visit());
    }

    /** The others are told at once that it is taken. Who waits goes on waiting. */
    void hear(@Observes PlacesFilled filled) {
        VisitFacts visit = visits.facts(filled.visit());
        rows.pending(visit.id()).stream()
                .filter(Offer::isOpen)
                .forEach(offer -> supersede(offer, visit, OfferEnding.PLACE_TAKEN));
        tasks.settle(TaskKind.STAND_IN, visit.id());
    }

    /** Nobody can join a visit that has begun or does not take place. */
    void hear(@Observes VisitMoved moved) {
        if (moved.action() == VisitAction.CANCEL || moved.action() == VisitAction.OPEN) {
            VisitFacts visit = visits.facts(moved.visit());
            OfferEnding why =
                    moved.action() == VisitAction.OPEN ? OfferEnding.VISIT_BEGUN : OfferEnding.VISIT_CANCELLED;
            rows.pending(visit.id()).forEach(offer -> supersede(offer, visit, why));
            tasks.settle(TaskKind.STAND_IN, visit.id());
        }
    }

    /**
     * Asks as many as are missing: who waits first, then the next candidates of the visit's wave. Where nobody of it is
     * left to be asked and none has still to answer, the next wave begins.
     */
    void fill(UUID visitId) {
        rows.flush();
        VisitFacts visit = visits.facts(visitId);
        if (!visit.isSeeking(clock.instant()) || isQuiet(visit)) {
            return;
        }
        if (ask(visit) == 0) {
            if (waves.widen(visit, Waves.Because.NOBODY_LEFT)) {
                fill(visitId);
            } else {
                nobodyIsLeft(visit);
            }
        }
    }

    /** The time limit of a wave has passed (T6): the next one is asked besides. */
    void widen(UUID visitId) {
        VisitFacts visit = visits.facts(visitId);
        if (visit.isSeeking(clock.instant())) {
            waves.widen(visit, Waves.Because.TIME);
            fill(visitId);
        }
    }

    /** How many offers are open afterwards. */
    private long ask(VisitFacts visit) {
        List<Offer> pending = rows.pending(visit.id());
        long open = pending.stream().filter(Offer::isOpen).count();
        long missing =
                (long) policies.of(visit.center()).rules().offers().open().of(visit.urgency())
                                * (visit.needed() - visit.taken())
                        - open;
        List<Offer> calledUp = pending.stream()
                .filter(Offer::isWaitlisted)
                .limit(Math.max(0, missing))
                .toList();
        calledUp.forEach(offer -> callUp(offer, visit));
        List<Candidate> next = candidates.next(visit, (int) missing - calledUp.size());
        next.forEach(candidate -> make(visit, candidate));
        return open + calledUp.size() + next.size();
    }

    /** In the morning it goes on. */
    private boolean isQuiet(VisitFacts visit) {
        Optional<Instant> morning = quiet.until(visit);
        morning.ifPresent(moment -> timers.set(OfferTimers.MORNING, visit.id(), moment));
        return morning.isPresent();
    }

    /** The volunteer is not asked any more: the order exists no longer for them by this offer. */
    void ended(Offer offer) {
        asks.follow(offer);
        parties.dismiss(offer.order(), PartyKind.OFFERED, offer.volunteer());
    }

    private void make(VisitFacts visit, Candidate candidate) {
        Instant due = dueAt(visit);
        Offer offer = Offer.made(ids.of(visit.center()), visit, candidate, due, clock.instant());
        rows.add(offer);
        asks.begin(offer);
        telling.byProgram(offer, visit, offer.begun(OfferAction.MAKE));
        asked(offer, due);
    }

    private void callUp(Offer offer, VisitFacts visit) {
        Instant due = dueAt(visit);
        telling.byProgram(offer, visit, offer.callUp(due, clock.instant()));
        asks.follow(offer);
        asked(offer, due);
    }

    private void asked(Offer offer, Instant due) {
        parties.invite(offer.order(), PartyKind.OFFERED, offer.volunteer());
        timers.set(OfferTimers.EXPIRES, offer.id(), due);
    }

    void supersede(Offer offer, VisitFacts visit, OfferEnding why) {
        telling.byProgram(offer, visit, offer.supersede(why, clock.instant()));
        ended(offer);
    }

    /** T5, but no longer than until the visit begins. */
    private Instant dueAt(VisitFacts visit) {
        Instant now = clock.instant();
        Instant due = limits.dueAt(Limit.DIRECT_OFFER, visit.urgency(), visit.service(), visit.site(), now);
        Instant begin = visit.time().from();
        return now.isBefore(begin) && begin.isBefore(due) ? begin : due;
    }

    private void nobodyIsLeft(VisitFacts visit) {
        tasks.open(new NewTask(
                TaskKind.STAND_IN,
                visit.site(),
                Role.DISPATCHER,
                visit.id(),
                clock.instant().plus(config.standInWithin()),
                "visit " + visit.id() + " of order " + visit.order()));
    }
}
