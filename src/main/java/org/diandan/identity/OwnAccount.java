package org.diandan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diandan.http.IfMatch;
import org.diandan.shared.Scope.Grant;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What people do to their own account. */
@ApplicationScoped
@Transactional
class OwnAccount {

    private final Accounts accounts;
    private final Grants grants;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final SecondFactor factor;
    private final Standings standings;
    private final IdentityConfig config;
    private final IfMatch ifMatch;
    private final Session session;
    private final Event<AccountRenamed> renamed;

    OwnAccount(
            Accounts accounts,
            Grants grants,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            SecondFactor factor,
            Standings standings,
            IdentityConfig config,
            IfMatch ifMatch,
            Session session,
            Event<AccountRenamed> renamed) {
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.factor = factor;
        this.standings = standings;
        this.config = config;
        this.ifMatch = ifMatch;
        this.session = session;
        this.renamed = renamed;
    }

    MeView view(UUID me) {
        return view(account(me));
    }

    MeView rename(UUID me, String name) {
        Account account = account(me);
        ifMatch.check(account.version());
        renamed.fire(new AccountRenamed(me, account.name(), name));
        account.rename(name);
        return view(account);
    }

    /** Sets another password; all sign-ins end, because the old password may have been known to others. */
    void changePassword(UUID me, ChangePassword request) {
        Account account = account(me);
        ifMatch.check(account.version());
        ChangePassword.checkNotGuessable(
                request.password(), accounts.loginOf(Login.NAME, me).orElse(null), account.phone());
        Optional<String> hash = passwords.hashOf(me);
        if (hash.isPresent()) {
            attempts.count(
                    Attempts.Kind.PASSWORD_OF_LOGIN,
                    me.toString(),
                    config.limits().passwordsPerLogin());
            @Nullable String current = request.current();
            if (current == null || !passwords.matches(current, hash.get())) {
                throw IdentityProblem.PASSWORD_WRONG.because();
            }
        }
        passwords.set(me, request.password());
        session.lock(account, LockMode.PESSIMISTIC_FORCE_INCREMENT);
        sessions.endAll(me);
    }

    void signOutEverywhere(UUID me) {
        sessions.endAll(me);
    }

    private Account account(UUID me) {
        return accounts.find(me).orElseThrow();
    }

    private MeView view(Account account) {
        session.flush();
        List<Grant> held = grants.of(account.id());
        SecondFactorState state = factor.isOn(account.id())
                ? SecondFactorState.ON
                : standings.isMissing(held) ? SecondFactorState.NEEDED : SecondFactorState.OFF;
        boolean wechat = accounts.loginOf(Login.WECHAT, account.id()).isPresent();
        return MeView.of(account, held, state, wechat);
    }
}
