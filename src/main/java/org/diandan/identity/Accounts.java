package org.diandan.identity;

import static org.diandan.identity.IdentityProblem.LOGIN_TAKEN;
import static org.diandan.identity.IdentityProblem.PHONE_TAKEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.keys.Keys;
import org.diandan.keys.MarkedColumn;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The accounts and the directory of what people sign in with. All methods join the caller's transaction. */
@ApplicationScoped
@Transactional
public class Accounts {

    private final Session session;
    private final Passwords passwords;
    private final Ids ids;
    private final Keys keys;
    private final Clock clock;

    Accounts(Session session, Passwords passwords, Ids ids, Keys keys, Clock clock) {
        this.session = session;
        this.passwords = passwords;
        this.ids = ids;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Makes an account that is granted nothing yet.
     *
     * @return its id
     * @throws org.diandan.shared.Refused if another account has the phone or the name to sign in with
     */
    public UUID register(NewAccount account) {
        UUID id = ids.of(account.center());
        session.persist(new Account(id, account, clock.instant()));
        session.flush();
        if (account.phone() != null && !isListed(Login.PHONE, account.phone(), id)) {
            throw PHONE_TAKEN.because().with("account", byPhone(account.phone()).orElseThrow());
        }
        if (account.login() != null && !isListed(Login.NAME, account.login(), id)) {
            throw LOGIN_TAKEN.because(account.login());
        }
        if (account.password() != null) {
            passwords.set(id, account.password());
        }
        return id;
    }

    /** The account that signs in with this phone. */
    public Optional<UUID> byPhone(String phone) {
        return byLogin(Login.PHONE, phone);
    }

    /** The names of these accounts; an unknown one has none. */
    public Map<UUID, String> names(Collection<UUID> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        var centers = accounts.stream().map(Ids::centerOf).collect(Collectors.toSet());
        return session.createQuery(
                        "select a.id, a.name from Account a where a.center in :centers and a.id in :accounts",
                        Tuple.class)
                .setParameter("centers", centers)
                .setParameter("accounts", accounts)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, String.class)));
    }

    /** Tells whether the account is there and not suspended. */
    public boolean isActive(UUID account) {
        return find(account).map(Account::isActive).orElse(false);
    }

    /** The name and phone of an account, for those who may see them: the caller of this method knows who that is. */
    public Optional<Contact> contact(UUID account) {
        return find(account).map(found -> new Contact(found.name(), found.phone()));
    }

    Optional<Account> find(UUID account) {
        @Nullable Account found = session.find(Account.class, AccountKey.of(account));
        return Optional.ofNullable(found);
    }

    Optional<UUID> byLogin(Login kind, String value) {
        return session.createNativeQuery("select account from login where kind = :kind and value = :value", UUID.class)
                .setParameter("kind", kind.name())
                .setParameter("value", listed(kind, value))
                .getResultStream()
                .findFirst();
    }

    /** What an account signs in with in this way, if it does; of a phone its mark. */
    Optional<String> loginOf(Login kind, UUID account) {
        return session.createNativeQuery(
                        "select value from login where kind = :kind and center = :center and account = :account",
                        String.class)
                .setParameter("kind", kind.name())
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .uniqueResultOptional();
    }

    /** Lets nobody sign in to this account any more, with whatever it was. */
    void forgetLogins(UUID account) {
        for (String table : new String[] {"login", "password"}) {
            session.createNativeMutationQuery("delete from " + table + " where center = :center and account = :account")
                    .setParameter("center", Ids.centerOf(account))
                    .setParameter("account", account)
                    .executeUpdate();
        }
    }

    /**
     * Lets somebody sign in to an account with something more.
     *
     * @return whether that was so already or is so now; no where it is another account's
     */
    boolean add(Login kind, String value, UUID account) {
        return isListed(kind, value, account)
                || byLogin(kind, value).filter(account::equals).isPresent();
    }

    /** Takes away a way to sign in. */
    void remove(Login kind, UUID account) {
        session.createNativeMutationQuery(
                        "delete from login where center = :center and account = :account and kind = :kind")
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .setParameter("kind", kind.name())
                .executeUpdate();
    }

    /** A phone stands in the directory as a mark: whoever reads the database finds nobody's number there. */
    private String listed(Login kind, String value) {
        return switch (kind) {
            case PHONE -> keys.markText(MarkedColumn.LOGIN_PHONE, value);
            case NAME, WECHAT, ISSUER -> value;
        };
    }

    private boolean isListed(Login kind, String value, UUID account) {
        return session.createNativeMutationQuery("insert into login (kind, value, center, account)"
                                + " values (:kind, :value, :center, :account) on conflict (kind, value) do nothing")
                        .setParameter("kind", kind.name())
                        .setParameter("value", listed(kind, value))
                        .setParameter("center", Ids.centerOf(account))
                        .setParameter("account", account)
                        .executeUpdate()
                == 1;
    }
}
