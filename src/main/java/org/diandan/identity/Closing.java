package org.diandan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Subject;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.hibernate.Session;

/**
 * Ends accounts for good. What the person did stays; what they signed in with and what they were granted as staff goes.
 * What follows from a team ends with the membership, in the room of volunteers.
 */
@ApplicationScoped
@Transactional
class Closing {

    private final Granting granting;
    private final Accounts accounts;
    private final Administrators administrators;
    private final Grants grants;
    private final Sessions sessions;
    private final SecondFactor factor;
    private final Audit audit;
    private final Session session;

    Closing(
            Granting granting,
            Accounts accounts,
            Administrators administrators,
            Grants grants,
            Sessions sessions,
            SecondFactor factor,
            Audit audit,
            Session session) {
        this.granting = granting;
        this.accounts = accounts;
        this.administrators = administrators;
        this.grants = grants;
        this.sessions = sessions;
        this.factor = factor;
        this.audit = audit;
        this.session = session;
    }

    AccountView close(UUID id, String reason, CurrentUser user) {
        Account account = granting.answerableFor(id, user);
        close(account, reason, user);
        return granting.view(account, user.scope());
    }

    /** Closes the caller's own account. */
    void closeOwn(CurrentUser user) {
        close(accounts.find(user.account()).orElseThrow(), "", user);
    }

    /** Closes the account of somebody who is to be forgotten, and forgets who it was. */
    void forget(UUID id, Actor by) {
        Account account = accounts.find(id).orElseThrow();
        account.forget();
        end(account, by);
    }

    private void close(Account account, String reason, CurrentUser user) {
        administrators.checkOthersStay(account.id());
        account.close(reason);
        end(account, user.actor());
    }

    private void end(Account account, Actor by) {
        session.flush();
        accounts.forgetLogins(account.id());
        factor.remove(account.id());
        grants.of(account.id()).stream()
                .filter(grant -> GrantRule.isGrantedHere(grant.role()))
                .forEach(grant -> grants.revoke(account.id(), grant.role(), grant.scope(), by));
        sessions.endAll(account.id());
        String site = account.center().equals(Ids.INSTALLATION) ? "" : account.center();
        audit.decided(Decision.CLOSED, by, site, Subject.of(Subject.Kind.ACCOUNT, account.id()), "");
    }
}
