package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.diandan.residents.ProxyAllowed;
import org.diandan.residents.ProxyRevoked;
import org.diandan.shared.Ids;

/** A proxy whom a resident allows or no longer allows gains or loses their part in the resident's open orders. */
@ApplicationScoped
@Transactional
class ProxyParties {

    private final Orders orders;
    private final Parties parties;

    ProxyParties(Orders orders, Parties parties) {
        this.orders = orders;
        this.parties = parties;
    }

    void allowed(@Observes ProxyAllowed news) {
        for (UUID order : orders.openOf(Ids.centerOf(news.resident()), news.resident())) {
            parties.invite(order, PartyKind.PROXY, news.account());
        }
    }

    void revoked(@Observes ProxyRevoked news) {
        for (UUID order : orders.withProxy(news.resident(), news.account())) {
            parties.dismiss(order, PartyKind.PROXY, news.account());
        }
    }
}
