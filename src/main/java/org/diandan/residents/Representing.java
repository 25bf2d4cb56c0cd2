package org.diandan.residents;

import static org.diandan.http.HttpProblem.NOT_FOUND;
import static org.diandan.residents.ResidentsProblem.CONSENT_WAY;
import static org.diandan.residents.ResidentsProblem.OWN_PROXY;
import static org.diandan.residents.ResidentsProblem.PROXY_INCOMPLETE;
import static org.diandan.residents.ResidentsProblem.PROXY_WITHOUT_ACCOUNT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.diandan.identity.Accounts;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Masked;
import org.diandan.shared.Scope;
import org.jspecify.annotations.Nullable;

/** What callers do about acting for others. */
@ApplicationScoped
@Transactional
class Representing {

    private final Keeping keeping;
    private final Proxies proxies;
    private final Accounts accounts;
    private final ResidentSearch search;

    Representing(Keeping keeping, Proxies proxies, Accounts accounts, ResidentSearch search) {
        this.keeping = keeping;
        this.proxies = proxies;
        this.accounts = accounts;
        this.search = search;
    }

    List<ProxyView> list(UUID resident, Scope scope) {
        Keeping.Seen seen = keeping.see(resident, scope);
        seen.full();
        List<Proxies.Kept> kept = proxies.kept(resident);
        Map<UUID, String> names = accounts.names(kept.stream()
                .map(Proxies.Kept::account)
                .filter(Objects::nonNull)
                .toList());
        return kept.stream().map(proxy -> view(proxy, names, seen.from())).toList();
    }

    List<ResidentLine> represented(UUID account) {
        return search.lines(proxies.representedBy(account));
    }

    /** Residents get an invitation to pass on; staff enter the person at once, as the resident told them. */
    ProxyView add(UUID resident, AddProxy request, CurrentUser user) {
        Keeping.Seen seen = keeping.see(resident, user.scope());
        seen.full();
        UUID proxy = seen.from() == Standpoint.OWN ? invite(resident, request, user) : enter(seen, request, user);
        return list(resident, user.scope()).stream()
                .filter(view -> view.id().equals(proxy))
                .findFirst()
                .orElseThrow();
    }

    /** Takes up an invitation; answers whom the caller may act for from now on. */
    ResidentView accept(String invitation, CurrentUser user) {
        UUID resident = proxies.accept(invitation, user.actor());
        return keeping.view(resident, user.scope());
    }

    /** Ends it at once: the resident, staff, or the proxy's own wish. */
    void revoke(UUID resident, UUID proxy, CurrentUser user) {
        Keeping.Seen seen = keeping.see(resident, user.scope());
        Proxies.Kept kept = proxies.find(resident, proxy)
                .filter(found -> seen.from().isFull() || user.account().equals(found.account()))
                .orElseThrow(NOT_FOUND::because);
        proxies.end(resident, kept, user.actor());
    }

    private UUID invite(UUID resident, AddProxy request, CurrentUser user) {
        if (request.phone() != null || request.consent() != null) {
            throw PROXY_INCOMPLETE.because();
        }
        return proxies.invite(resident, request.relation(), user.actor());
    }

    private UUID enter(Keeping.Seen seen, AddProxy request, CurrentUser user) {
        if (request.phone() == null || request.consent() == null) {
            throw PROXY_INCOMPLETE.because();
        }
        if (!seen.from().hears(request.consent())) {
            throw CONSENT_WAY.because();
        }
        UUID account = accounts.byPhone(request.phone()).orElseThrow(PROXY_WITHOUT_ACCOUNT::because);
        if (seen.resident().isOf(account)) {
            throw OWN_PROXY.because();
        }
        return proxies.allow(seen.resident().id(), account, request.relation(), request.consent(), user.actor());
    }

    private static ProxyView view(Proxies.Kept kept, Map<UUID, String> names, Standpoint from) {
        @Nullable UUID account = kept.account();
        @Nullable String name = account == null ? null : names.get(account);
        return new ProxyView(
                kept.id(),
                kept.relation(),
                account == null ? ProxyState.INVITED : ProxyState.ACTIVE,
                name == null ? null : Masked.name(name),
                from == Standpoint.OWN ? kept.invitation() : null,
                kept.invitedUntil(),
                kept.consent(),
                kept.allowedAt());
    }
}
