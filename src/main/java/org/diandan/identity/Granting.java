package org.diandan.identity;

import static org.diandan.http.HttpProblem.NOT_FOUND;
import static org.diandan.identity.IdentityProblem.GRANTED_ELSEWHERE;
import static org.diandan.identity.IdentityProblem.MAY_NOT_GRANT;
import static org.diandan.identity.IdentityProblem.MAY_NOT_SUSPEND;
import static org.diandan.identity.IdentityProblem.OWN_GRANT;
import static org.diandan.identity.IdentityProblem.WAY_TO_SIGN_IN_NEEDED;
import static org.diandan.shared.Role.ADMIN;
import static org.diandan.shared.Role.DISPATCHER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Field;
import org.diandan.audit.Subject;
import org.diandan.http.IfMatch;
import org.diandan.shared.Actor;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Role.Reach;
import org.diandan.shared.Scope;
import org.diandan.shared.Scope.Grant;
import org.diandan.sites.Sites;
import org.diandan.sites.SitesProblem;
import org.hibernate.LockMode;
import org.hibernate.Session;

/** What those who are responsible do to the accounts of staff. */
@ApplicationScoped
@Transactional
class Granting {

    private static final int COUNTY = 6;

    private final Accounts accounts;
    private final Administrators administrators;
    private final Grants grants;
    private final Sessions sessions;
    private final SecondFactor factor;
    private final Sites sites;
    private final Audit audit;
    private final Event<GrantsChanged> changes;
    private final IfMatch ifMatch;
    private final Session session;

    Granting(
            Accounts accounts,
            Administrators administrators,
            Grants grants,
            Sessions sessions,
            SecondFactor factor,
            Sites sites,
            Audit audit,
            Event<GrantsChanged> changes,
            IfMatch ifMatch,
            Session session) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.grants = grants;
        this.sessions = sessions;
        this.factor = factor;
        this.sites = sites;
        this.audit = audit;
        this.changes = changes;
        this.ifMatch = ifMatch;
        this.session = session;
    }

    AccountView view(UUID account, Scope by) {
        return view(visible(account, by), by);
    }

    /** What of an account's grants the caller may see; whoever sees none of the account gets 404. */
    List<GrantView> grantsOf(UUID account, Scope by) {
        return visibleGrants(visible(account, by), by).stream()
                .map(GrantView::of)
                .toList();
    }

    /** Makes an account for someone of the staff, with what it is granted first. */
    AccountView open(OpenAccount request, CurrentUser user) {
        List<Grant> wanted = request.grants().stream().map(GrantRole::grant).toList();
        wanted.forEach(grant -> checkMayGrant(user.scope(), grant));
        if ((request.login() == null) != (request.password() == null)
                || (request.login() == null && request.phone() == null)) {
            throw WAY_TO_SIGN_IN_NEEDED.because();
        }
        if (request.password() != null) {
            ChangePassword.checkNotGuessable(request.password(), request.login(), request.phone());
        }
        UUID account = accounts.register(new NewAccount(
                homeOf(wanted.get(0)), request.name(), request.phone(), request.login(), request.password()));
        wanted.forEach(grant -> grants.grant(account, grant.role(), grant.scope(), user.actor()));
        return view(accounts.find(account).orElseThrow(), user.scope());
    }

    AccountView grant(UUID id, Grant grant, CurrentUser user) {
        checkMayGrant(user.scope(), grant);
        grants.welcome(id, grant.role(), grant.scope());
        Account account = accounts.find(id).orElseThrow(NOT_FOUND::because);
        ifMatch.check(account.version());
        checkNotSelf(id, user.actor());
        grants.grant(id, grant.role(), grant.scope(), user.actor());
        touch(account);
        return view(account, user.scope());
    }

    void revoke(UUID id, Grant grant, CurrentUser user) {
        Account account = visible(id, user.scope());
        ifMatch.check(account.version());
        checkMayGrant(user.scope(), grant);
        checkNotSelf(id, user.actor());
        if (!grants.of(id).contains(grant)) {
            throw NOT_FOUND.because();
        }
        if (grant.role() == ADMIN) {
            administrators.checkOthersStay(id);
        }
        grants.revoke(id, grant.role(), grant.scope(), user.actor());
        touch(account);
    }

    AccountView suspend(UUID id, String reason, CurrentUser user) {
        Account account = answerableFor(id, user);
        administrators.checkOthersStay(id);
        account.suspend(reason);
        sessions.endAll(id);
        note(Decision.SUSPENDED, account, user.actor());
        return view(account, user.scope());
    }

    /** For somebody who has lost what they showed: whoever answers for the account has seen that it is they who ask. */
    void removeSecondFactor(UUID id, CurrentUser user) {
        Account account = answerableFor(id, user);
        factor.remove(id);
        sessions.endAll(id);
        note(Decision.FACTOR_REMOVED, account, user.actor());
    }

    AccountView reopen(UUID id, String reason, CurrentUser user) {
        Account account = answerableFor(id, user);
        account.reopen(reason);
        note(Decision.REOPENED, account, user.actor());
        changes.fire(new GrantsChanged(id));
        return view(account, user.scope());
    }

    private void note(Decision decision, Account account, Actor by) {
        audit.decided(decision, by, siteOf(account), Subject.of(Subject.Kind.ACCOUNT, account.id()), "");
    }

    private static String siteOf(Account account) {
        return account.center().equals(Ids.INSTALLATION) ? "" : account.center();
    }

    /** The account, if the caller may suspend or reopen it. */
    Account answerableFor(UUID id, CurrentUser user) {
        Account account = visible(id, user.scope());
        ifMatch.check(account.version());
        checkNotSelf(id, user.actor());
        if (!isAnswerableFor(account, user.scope())) {
            throw MAY_NOT_SUSPEND.because();
        }
        return account;
    }

    /**
     * Whoever may grant all that somebody holds may shut them out; what they hold as residents and volunteers is for their
     * home Center to end. An administrator may anyway.
     */
    private boolean isAnswerableFor(Account account, Scope by) {
        boolean isHome = by.covers(account.center(), DISPATCHER);
        return by.holds(ADMIN)
                || grants.of(account.id()).stream()
                        .allMatch(
                                grant -> GrantRule.isGrantedHere(grant.role()) ? GrantRule.allows(by, grant) : isHome);
    }

    private List<AccountAction> actions(Account account, Scope by) {
        if (account.id().equals(by.account()) || !isAnswerableFor(account, by)) {
            return List.of();
        }
        return switch (account.state()) {
            case ACTIVE -> List.of(AccountAction.SUSPEND, AccountAction.CLOSE);
            case SUSPENDED -> List.of(AccountAction.REOPEN, AccountAction.CLOSE);
            case CLOSED -> List.of();
        };
    }

    /** The account, if the caller is responsible for a part of it; else 404. */
    private Account visible(UUID id, Scope by) {
        Account account = accounts.find(id).orElseThrow(NOT_FOUND::because);
        boolean isHome = by.covers(account.center(), DISPATCHER);
        if (!isHome && grants.of(id).stream().noneMatch(grant -> isVisible(grant, by))) {
            throw NOT_FOUND.because();
        }
        return account;
    }

    private static boolean isVisible(Grant grant, Scope by) {
        return switch (grant.role().reach()) {
            case AREA -> by.holds(ADMIN) || by.covers(grant.scope(), DISPATCHER);
            case INSTALLATION -> by.holds(ADMIN);
            case TEAM -> by.covers(Ids.centerOf(UUID.fromString(grant.scope())), DISPATCHER);
            case SELF -> false;
        };
    }

    AccountView view(Account account, Scope by) {
        session.flush();
        if (account.phone() != null && !account.id().equals(by.account())) {
            var person = Subject.of(Subject.Kind.ACCOUNT, account.id());
            audit.looked(siteOf(account), person, Set.of(Field.PHONE), null);
        }
        return AccountView.of(account, visibleGrants(account, by), actions(account, by));
    }

    private List<Grant> visibleGrants(Account account, Scope by) {
        boolean isHome = by.covers(account.center(), DISPATCHER);
        return grants.of(account.id()).stream()
                .filter(grant -> isVisible(grant, by) || (isHome && grant.role().reach() == Reach.SELF))
                .toList();
    }

    private void touch(Account account) {
        session.lock(account, LockMode.PESSIMISTIC_FORCE_INCREMENT);
    }

    void checkMayGrant(Scope by, Grant grant) {
        Role role = grant.role();
        if (!GrantRule.isGrantedHere(role)) {
            throw GRANTED_ELSEWHERE.because(role.name());
        }
        checkScope(role, grant.scope());
        if (!GrantRule.allows(by, grant)) {
            throw MAY_NOT_GRANT.because(role.name(), grant.scope());
        }
    }

    private void checkScope(Role role, String scope) {
        boolean known =
                switch (role.reach()) {
                    case INSTALLATION -> scope.isEmpty();
                    case AREA -> sites.find(scope).isPresent() || isAboveCounties(role, scope);
                    case SELF, TEAM -> false;
                };
        if (!known) {
            throw SitesProblem.UNKNOWN_SITE.because(scope);
        }
    }

    /** Auditors may look at a whole prefecture or province, which are no sites. */
    private static boolean isAboveCounties(Role role, String scope) {
        return role == Role.AUDITOR && scope.length() < COUNTY && Area.isCode(scope);
    }

    private static void checkNotSelf(UUID account, Actor by) {
        if (by.is(account)) {
            throw OWN_GRANT.because();
        }
    }

    /** The home Center of an account whose first grant this is. */
    static String homeOf(Grant first) {
        return first.scope().length() < COUNTY ? Ids.INSTALLATION : Area.centerOf(first.scope());
    }
}
