package org.diandan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.hibernate.Session;

/** Those who hold the whole installation: at least one stays. */
@ApplicationScoped
@Transactional
class Administrators {

    private final Session session;
    private final Accounts accounts;

    Administrators(Session session, Accounts accounts) {
        this.session = session;
        this.accounts = accounts;
    }

    /** Tells whether the account is the last administrator who can sign in. */
    boolean isLast(UUID account) {
        List<UUID> all = session.createNativeQuery(
                        "select account from grant_holder where center = :center and role = 'ADMIN'", UUID.class)
                .setParameter("center", Ids.INSTALLATION)
                .getResultList();
        return isLast(account, all);
    }

    /**
     * Lets somebody go who may be an administrator. Locks them all, so that two cannot send each other away at the same
     * moment.
     *
     * @throws org.diandan.shared.Refused if that is the last one who can sign in
     */
    void checkOthersStay(UUID leaving) {
        List<UUID> all = session.createNativeQuery(
                        "select account from grant_holder where center = :center and role = 'ADMIN'"
                                + " order by account for update",
                        UUID.class)
                .setParameter("center", Ids.INSTALLATION)
                .getResultList();
        if (isLast(leaving, all)) {
            throw IdentityProblem.LAST_ADMIN.because();
        }
    }

    private boolean isLast(UUID leaving, List<UUID> all) {
        return all.contains(leaving)
                && all.stream().noneMatch(other -> !other.equals(leaving) && accounts.isActive(other));
    }
}
