package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.diandan.catalogue.Catalogue;
import org.diandan.gateways.SmsGateway;
import org.diandan.outbox.OutboxEvent;
import org.diandan.outbox.Subscriber;
import org.diandan.residents.Residents;
import org.diandan.shared.Texts;
import org.diandan.sites.Sites;

/** Sends the resident the code of a visit that is scheduled; at least once, after it is kept. */
@ApplicationScoped
class CodeMessage implements Subscriber {

    /** The order is scheduled with this visit: the resident needs the code. */
    static final String CODE_DUE = "visit.code-due";

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final VisitRows rows;
    private final Residents residents;
    private final Catalogue catalogue;
    private final Sites sites;
    private final SmsGateway sms;

    CodeMessage(VisitRows rows, Residents residents, Catalogue catalogue, Sites sites, SmsGateway sms) {
        this.rows = rows;
        this.residents = residents;
        this.catalogue = catalogue;
        this.sites = sites;
        this.sms = sms;
    }

    @Override
    public String name() {
        return "visit-code";
    }

    @Override
    public boolean wants(String type) {
        return type.equals(CODE_DUE);
    }

    @Override
    @Transactional
    public void receive(OutboxEvent event) {
        Visit visit = rows.get(event.subject());
        var plan = visit.plan();
        String phone = residents.contact(plan.resident()).phone();
        if (!visit.isPlanned() || phone == null) {
            return;
        }
        var at = ZonedDateTime.ofInstant(plan.fromAt(), sites.zone(event.center()));
        String service = catalogue.get(plan.service()).name().in(Texts.DEFAULT);
        sms.send(
                phone,
                Texts.of(VisitsProblem.class, "sms.code", Texts.DEFAULT, service, WHEN.format(at), visit.code()));
    }
}
