package org.diandan.residents;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Subject;
import org.diandan.shared.Actor;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Ends what somebody is as a resident, or as a resident's proxy, when they are to be forgotten. */
@ApplicationScoped
class Forgetting {

    private final Session session;
    private final Consents consents;
    private final Proxies proxies;
    private final Audit audit;
    private final Clock clock;

    Forgetting(Session session, Consents consents, Proxies proxies, Audit audit, Clock clock) {
        this.session = session;
        this.consents = consents;
        this.proxies = proxies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Nobody acts for the resident any more, no consent holds, and nobody knows who it was. */
    void forget(UUID id, Actor by) {
        @Nullable Resident resident = session.find(Resident.class, ResidentKey.of(id));
        if (resident == null || resident.isForgotten()) {
            return;
        }
        proxies.kept(id).forEach(proxy -> proxies.end(id, proxy, by));
        for (ConsentPurpose purpose : ConsentPurpose.values()) {
            if (consents.isGiven(id, purpose)) {
                consents.withdraw(id, purpose, by);
            }
        }
        resident.forget(clock.instant());
        audit.decided(Decision.ERASED, by, resident.site(), Subject.of(Subject.Kind.RESIDENT, id), "");
    }

    /** The account acts for no resident any more. */
    void endActing(UUID account, Actor by) {
        for (UUID resident : proxies.representedBy(account)) {
            proxies.kept(resident).stream()
                    .filter(proxy -> account.equals(proxy.account()))
                    .forEach(proxy -> proxies.end(resident, proxy, by));
        }
    }
}
