package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diandan.catalogue.Catalogue;
import org.diandan.gateways.SmsGateway;
import org.diandan.identity.Accounts;
import org.diandan.identity.Contact;
import org.diandan.outbox.Outbox;
import org.diandan.outbox.OutboxEvent;
import org.diandan.outbox.Subscriber;
import org.diandan.shared.Ids;
import org.diandan.shared.Texts;
import org.diandan.sites.Sites;
import org.diandan.timers.Timers;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.Visits;

/**
 * Tells those who were asked that others took the place, so that nobody keeps their afternoon free for nothing: at once, at
 * night in the morning; at least once, after it is kept. Who has no phone on record reads it in the list of their offers.
 */
@ApplicationScoped
class TakenMessage implements Subscriber {

    /** An offer came to nothing, for whatever reason. */
    private static final String SUPERSEDED = "offer.supersede";

    /** It is morning, and an offer came to nothing in the night. */
    private static final String MORNING = "offer.taken-in-the-night";

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final OfferRows rows;
    private final Visits visits;
    private final QuietHours quiet;
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final Sites sites;
    private final Timers timers;
    private final Outbox outbox;
    private final SmsGateway sms;
    private final Clock clock;

    TakenMessage(
            OfferRows rows,
            Visits visits,
            QuietHours quiet,
            Accounts accounts,
            Catalogue catalogue,
            Sites sites,
            Timers timers,
            Outbox outbox,
            SmsGateway sms,
            Clock clock) {
        this.rows = rows;
        this.visits = visits;
        this.quiet = quiet;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.sites = sites;
        this.timers = timers;
        this.outbox = outbox;
        this.sms = sms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "offer-taken";
    }

    @Override
    public boolean wants(String type) {
        return type.equals(SUPERSEDED) || type.equals(MORNING);
    }

    /** The night is over for an offer. The message goes by the outbox: no timer waits for a provider. */
    void goOn(UUID offer) {
        outbox.write(Ids.centerOf(offer), MORNING, offer, Map.of());
    }

    /** To whoever was asked by this offer, unless it ended otherwise or a place is free again meanwhile. */
    @Override
    @Transactional
    public void receive(OutboxEvent event) {
        UUID id = event.subject();
        Offer offer = rows.get(id);
        VisitFacts visit = visits.facts(offer.visit());
        if (offer.endedBy() != OfferEnding.PLACE_TAKEN || visit.isSeeking(clock.instant())) {
            return;
        }
        Optional<Instant> morning = quiet.until(visit);
        if (morning.isPresent()) {
            timers.set(OfferTimers.TAKEN, id, morning.get());
            return;
        }
        String phone = accounts.contact(offer.volunteer()).map(Contact::phone).orElse(null);
        if (phone != null) {
            sms.send(phone, text(visit));
        }
    }

    private String text(VisitFacts visit) {
        var at = ZonedDateTime.ofInstant(visit.time().from(), sites.zone(visit.center()));
        String service = catalogue.get(visit.service()).name().in(Texts.DEFAULT);
        return Texts.of(OffersProblem.class, "sms.taken", Texts.DEFAULT, service, WHEN.format(at));
    }
}
