package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.HttpProblem;
import org.diandan.identity.CurrentUser;
import org.diandan.offers.Asks.Claims;
import org.diandan.offers.OfferAccess.Opened;
import org.diandan.offers.OfferCommands.AcceptOffer;
import org.diandan.offers.OfferCommands.ClaimPlace;
import org.diandan.offers.OfferCommands.DeclineOffer;
import org.diandan.orders.OrderProgress;
import org.diandan.policies.OfferRules;
import org.diandan.policies.Policies;
import org.diandan.shared.Ids;
import org.diandan.shared.Opening;
import org.diandan.shared.Wall;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.VisitState;
import org.diandan.visits.Visits;
import org.diandan.visits.VisitsProblem;
import org.diandan.visits.Who;
import org.diandan.volunteers.Preferences;

/** What volunteers answer, and what they claim by themselves. */
@ApplicationScoped
@Transactional
class Answering {

    private static final Set<Who> ONESELF = Set.of(Who.VOLUNTEER);

    private final OfferAccess access;
    private final OfferRows rows;
    private final OfferViews views;
    private final Offering offering;
    private final Visits visits;
    private final OrderProgress orders;
    private final RisksTold risks;
    private final Preferences preferences;
    private final Asks asks;
    private final Telling telling;
    private final Policies policies;
    private final CurrentUser user;
    private final Ids ids;
    private final Clock clock;
    private final Wall wall;

    Answering(
            OfferAccess access,
            OfferRows rows,
            OfferViews views,
            Offering offering,
            Visits visits,
            OrderProgress orders,
            RisksTold risks,
            Preferences preferences,
            Asks asks,
            Telling telling,
            Policies policies,
            CurrentUser user,
            Ids ids,
            Clock clock,
            Wall wall) {
        this.wall = wall;
        this.access = access;
        this.rows = rows;
        this.views = views;
        this.offering = offering;
        this.visits = visits;
        this.orders = orders;
        this.risks = risks;
        this.preferences = preferences;
        this.asks = asks;
        this.telling = telling;
        this.policies = policies;
        this.user = user;
        this.ids = ids;
        this.clock = clock;
    }

    OfferView accept(UUID id, AcceptOffer request) {
        Opened opened = access.move(id);
        opened.offer().check(OfferAction.ACCEPT, opened.who());
        Answer answer = Answer.by(opened.actor(), opened.who(), request.heardBy());
        accept(opened.offer(), opened.visit(), answer, request.risksAcknowledged());
        return views.of(id);
    }

    OfferView decline(UUID id, DeclineOffer request) {
        Opened opened = access.move(id);
        Offer offer = opened.offer();
        offer.check(OfferAction.DECLINE, opened.who());
        request.reason().checkWords(request.text());
        Answer answer = Answer.by(opened.actor(), opened.who(), request.heardBy());
        Step step = offer.decline(answer, request.reason(), clock.instant());
        telling.tell(offer, opened.visit(), step, answer, request.text());
        if (request.reason() == DeclineReason.NOT_THIS_KIND) {
            preferences.notThisKind(
                    offer.volunteer(),
                    opened.visit().service(),
                    clock.instant()
                            .plus(Duration.ofDays(rules(offer.volunteer()).notThisKindDays())));
        }
        offering.ended(offer);
        offering.fill(offer.visit());
        return views.of(id);
    }

    /** Of any number who claim the last place at once one gets it; the others are told without waiting for a lock. */
    OfferView claim(UUID visitId, ClaimPlace request) {
        wall.open(Opening.POOL, Ids.centerOf(visitId));
        checkThere(visits.facts(visitId), request);
        orders.lock(visits.facts(visitId).order());
        VisitFacts visit = visits.facts(visitId);
        checkThere(visit, request);
        UUID volunteer = user.account();
        Answer own = new Answer(user.actor(), ONESELF, null);
        Optional<Offer> pending = rows.pending(visitId, volunteer);
        if (visit.taken() >= visit.needed()) {
            return views.of(pending.orElseGet(() -> wait(visit, volunteer, own)).id());
        }
        if (pending.isPresent()) {
            Offer offer = pending.get();
            if (offer.isWaitlisted()) {
                telling.byProgram(offer, visit, offer.callUp(clock.instant(), clock.instant()));
            }
            accept(offer, visit, own, request.risksAcknowledged());
            return views.of(offer.id());
        }
        risks.check(visit, request.risksAcknowledged());
        Offer offer =
                Offer.claimed(ids.of(visit.center()), visit, volunteer, request.risksAcknowledged(), clock.instant());
        rows.add(offer);
        asks.begin(offer);
        telling.tell(offer, visit, offer.begun(OfferAction.CLAIM), own, null);
        visits.join(visitId, volunteer, own.actor(), ONESELF, null);
        checkClaims(volunteer);
        return views.of(offer.id());
    }

    private Offer wait(VisitFacts visit, UUID volunteer, Answer own) {
        visits.obstacle(visit, volunteer).ifPresent(refused -> {
            throw refused;
        });
        Offer offer = Offer.waiting(ids.of(visit.center()), visit, volunteer, clock.instant());
        rows.add(offer);
        asks.begin(offer);
        telling.tell(offer, visit, offer.begun(OfferAction.WAIT), own, null);
        return offer;
    }

    private void accept(Offer offer, VisitFacts visit, Answer answer, int acknowledged) {
        risks.check(visit, acknowledged);
        Step step = offer.accept(answer, acknowledged, clock.instant());
        telling.tell(offer, visit, step, answer, null);
        offering.ended(offer);
        rows.flush();
        visits.join(visit.id(), offer.volunteer(), answer.actor(), answer.who(), answer.heardBy());
        if (offer.isClaimed()) {
            checkClaims(offer.volunteer());
        }
    }

    /**
     * The pool is for many: nobody takes more of it than the policy of their home lets them. Looked at after joining, which
     * keeps others from taking this volunteer at the same moment.
     */
    private void checkClaims(UUID volunteer) {
        OfferRules rules = rules(volunteer);
        Claims claims =
                asks.claims(volunteer, visits.ahead(volunteer), clock.instant().minus(Duration.ofDays(1)));
        if (claims.today() > rules.claimsADay()) {
            throw OffersProblem.CLAIMED_ENOUGH_TODAY.because(rules.claimsADay());
        }
        if (claims.ahead() > rules.claimsAhead()) {
            throw OffersProblem.CLAIMED_ENOUGH_AHEAD.because(rules.claimsAhead());
        }
    }

    private OfferRules rules(UUID volunteer) {
        return policies.of(Ids.centerOf(volunteer)).rules().offers();
    }

    /** A visit that is not in the pool, and was not until its last place was taken, does not exist there. */
    private static void checkThere(VisitFacts visit, ClaimPlace request) {
        if (visit.state() != VisitState.PLANNED || !visit.asked()) {
            throw HttpProblem.NOT_FOUND.because();
        }
        if (visit.taken() >= visit.needed() && !request.waits()) {
            throw VisitsProblem.PLACE_TAKEN.because();
        }
    }
}
