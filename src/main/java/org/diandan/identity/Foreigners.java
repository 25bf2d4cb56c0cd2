package org.diandan.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.diandan.identity.ForeignTokens.Foreigner;
import org.jspecify.annotations.Nullable;

/** The accounts of people who come with another issuer's token. */
@ApplicationScoped
class Foreigners {

    private final Accounts accounts;

    Foreigners(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account of somebody whom we know, or find by a phone that their issuer has verified and is believed. */
    Optional<UUID> account(Foreigner foreigner) {
        Optional<UUID> bound = accounts.byLogin(Login.ISSUER, foreigner.login());
        @Nullable String phone = foreigner.phone();
        if (bound.isPresent() || phone == null) {
            return bound;
        }
        return QuarkusTransaction.requiringNew().call(() -> accounts.byPhone(phone)
                .filter(account -> accounts.add(Login.ISSUER, foreigner.login(), account)));
    }

    /** Lets somebody come to this account by their issuer from now on, in the caller's transaction. */
    void bind(Foreigner foreigner, UUID account) {
        if (!accounts.add(Login.ISSUER, foreigner.login(), account)) {
            throw IdentityProblem.ISSUER_TAKEN.because();
        }
    }
}
