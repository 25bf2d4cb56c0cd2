package org.diandan.residents;

import static org.diandan.residents.ResidentsProblem.PROXY_KNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.hibernate.Session;

/** Who may act for whom. Joins the caller's transaction. */
@ApplicationScoped
class Proxies {

    private final Session session;
    private final Event<ProxyAllowed> allowed;
    private final Ids ids;
    private final Clock clock;

    Proxies(Session session, Event<ProxyAllowed> allowed, Ids ids, Clock clock) {
        this.session = session;
        this.allowed = allowed;
        this.ids = ids;
        this.clock = clock;
    }

    /** The accounts that may act for a resident at this moment. */
    Set<UUID> of(UUID resident) {
        return session.createNativeQuery(
                        "select account from resident_proxy where center = :center and resident = :resident"
                                + " and ended_at is null and account is not null",
                        UUID.class)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Records that a resident allows an account to act, as told to {@code by}. */
    UUID allow(UUID resident, UUID account, Relation relation, ConsentBy consentBy, Actor by) {
        UUID id = ids.of(Ids.centerOf(resident));
        int made = session.createNativeMutationQuery("insert into resident_proxy (center, id, resident, account,"
                        + " relation, consent_by, allowed_by, allowed_at)"
                        + " values (:center, :id, :resident, :account, :relation, :consentBy, :by, :now)"
                        + " on conflict (center, resident, account) where ended_at is null do nothing")
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("id", id)
                .setParameter("resident", resident)
                .setParameter("account", account)
                .setParameter("relation", relation.name())
                .setParameter("consentBy", consentBy.name())
                .setParameter("by", by.account(), UUID.class)
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (made == 0) {
            throw PROXY_KNOWN.because();
        }
        represent(resident, account);
        return id;
    }

    private void represent(UUID resident, UUID account) {
        session.createNativeMutationQuery("insert into represented (center, account, resident)"
                        + " values (:center, :account, :resident) on conflict do nothing")
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .setParameter("resident", resident)
                .executeUpdate();
        allowed.fire(new ProxyAllowed(resident, account));
    }
}
