package org.diandan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Subject;
import org.diandan.shared.Actor;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Role.Reach;
import org.diandan.shared.Scope.Grant;
import org.diandan.shared.Wall;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/**
 * Who is what, where. Rooms that write grants here have checked that they may; {@code identity} checks only what comes
 * in over HTTP. All methods join the caller's transaction.
 *
 * <p>A request sees a grant that was given or taken away at the latest after {@code diandan.identity.grants-cache}.
 */
@ApplicationScoped
@Transactional
public class Grants {

    private final Session session;
    private final Audit audit;
    private final Event<GrantsChanged> changes;
    private final Clock clock;
    private final Wall wall;

    Grants(Session session, Audit audit, Event<GrantsChanged> changes, Clock clock, Wall wall) {
        this.wall = wall;
        this.session = session;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Grants a role; nothing happens if it is held already.
     *
     * @param scope empty, a team's id or a site's code, as {@link Role#reach()} says
     */
    public void grant(UUID account, Role role, String scope, Actor by) {
        String center = centerOf(role, scope);
        welcome(account, role, scope);
        int given = bound(
                        "insert into account_grant (center, account, role, scope, granted_by, granted_at)"
                                + " values (:accountCenter, :account, :role, :scope, :by, :now) on conflict do nothing",
                        account,
                        role,
                        scope)
                .setParameter("by", by.account())
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (role.reach() != Reach.SELF) {
            bound(
                            "insert into grant_holder (center, role, scope, account, account_center)"
                                    + " values (:center, :role, :scope, :account, :accountCenter) on conflict do nothing",
                            account,
                            role,
                            scope)
                    .setParameter("center", center)
                    .executeUpdate();
        }
        if (given > 0) {
            note(Decision.GRANTED, account, role, scope, by);
        }
        changes.fire(new GrantsChanged(account));
    }

    /** Lets those who look after the scope see the account, though it is at home elsewhere; else they could grant nothing. */
    void welcome(UUID account, Role role, String scope) {
        String center = centerOf(role, scope);
        if (role.reach() != Reach.SELF && !center.equals(Ids.INSTALLATION)) {
            wall.welcome(account, center);
        }
    }

    /** Takes a role away; nothing happens if it is not held. */
    public void revoke(UUID account, Role role, String scope, Actor by) {
        int taken = bound(
                        "delete from account_grant where center = :accountCenter and account = :account and role = :role"
                                + " and scope = :scope",
                        account,
                        role,
                        scope)
                .executeUpdate();
        session.createNativeMutationQuery("delete from grant_holder where center = :center and role = :role"
                        + " and scope = :scope and account = :account")
                .setParameter("center", centerOf(role, scope))
                .setParameter("role", role.name())
                .setParameter("scope", scope)
                .setParameter("account", account)
                .executeUpdate();
        if (taken > 0) {
            note(Decision.REVOKED, account, role, scope, by);
        }
        changes.fire(new GrantsChanged(account));
    }

    /** What people become by themselves, by registering, nobody has decided. */
    private void note(Decision decision, UUID account, Role role, String scope, Actor by) {
        if (!by.is(account)) {
            String site =
                    switch (role.reach()) {
                        case AREA -> scope;
                        case TEAM -> centerOf(role, scope);
                        case SELF, INSTALLATION -> "";
                    };
            var about = Subject.of(Subject.Kind.ACCOUNT, account);
            audit.decided(decision, by, site, about, (role.name() + " " + scope).strip());
        }
    }

    /** The accounts that hold the role in exactly this scope; suspended ones too. */
    public List<UUID> holders(Role role, String scope) {
        return holders(role, Set.of(centerOf(role, scope)), Set.of(scope));
    }

    /** The accounts whose area of this role covers the site: of its chain and of the divisions above. */
    public List<UUID> reaching(Role role, String site) {
        return holders(role, Set.of(Area.centerOf(site), Ids.INSTALLATION), covering(site));
    }

    /** What an account holds, read now; a request reads {@link CurrentUser#scope()}. */
    public List<Grant> of(UUID account) {
        return session.createNativeQuery(
                        "select role, scope from account_grant where center = :center and account = :account"
                                + " order by role, scope",
                        Object[].class)
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .getResultStream()
                .map(row -> new Grant(Role.valueOf((String) row[0]), (String) row[1]))
                .toList();
    }

    private List<UUID> holders(Role role, Set<String> centers, Set<String> scopes) {
        return session.createNativeQuery(
                        "select distinct account from grant_holder where center in :centers and role = :role"
                                + " and scope in :scopes order by account",
                        UUID.class)
                .setParameter("centers", centers)
                .setParameter("role", role.name())
                .setParameter("scopes", scopes)
                .getResultStream()
                .toList();
    }

    private MutationQuery bound(String sql, UUID account, Role role, String scope) {
        return session.createNativeMutationQuery(sql)
                .setParameter("accountCenter", Ids.centerOf(account))
                .setParameter("account", account)
                .setParameter("role", role.name())
                .setParameter("scope", scope);
    }

    /** The center that a grant's scope lies in; of one above the counties, and of an administrator, the installation. */
    private static String centerOf(Role role, String scope) {
        return switch (role.reach()) {
            case SELF, INSTALLATION -> {
                if (!scope.isEmpty()) {
                    throw new IllegalArgumentException(role + " has no scope: " + scope);
                }
                yield Ids.INSTALLATION;
            }
            case TEAM -> Ids.centerOf(UUID.fromString(scope));
            case AREA -> new Area(scope).code().length() < 6 ? Ids.INSTALLATION : Area.centerOf(scope);
        };
    }

    /** The codes of all areas that a site lies in. */
    private static Set<String> covering(String site) {
        Set<String> codes = new LinkedHashSet<>();
        for (int length : new int[] {2, 4, 6, 9, 12}) {
            if (site.length() >= length) {
                codes.add(site.substring(0, length));
            }
        }
        codes.add(site);
        return codes;
    }
}
