package org.diandan.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.diandan.shared.Actor;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;

/** People of every role, each a new one, for tests of all rooms. Sites they are granted need not be there. */
@ApplicationScoped
public class People {

    private static final AtomicInteger PHONES = new AtomicInteger();

    private final Accounts accounts;
    private final Grants grants;
    private final Tokens tokens;
    private final Sessions sessions;

    People(Accounts accounts, Grants grants, Tokens tokens, Sessions sessions) {
        this.accounts = accounts;
        this.grants = grants;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    public Person clerkOf(String site) {
        return account(Area.centerOf(site), new Grant(Role.CLERK, site));
    }

    public Person dispatcherOf(String area) {
        return account(Area.centerOf(area), new Grant(Role.DISPATCHER, area));
    }

    public Person auditorOf(String area) {
        return account(area.length() < 6 ? Ids.INSTALLATION : Area.centerOf(area), new Grant(Role.AUDITOR, area));
    }

    public Person admin() {
        return account(Ids.INSTALLATION, new Grant(Role.ADMIN, ""));
    }

    public Person resident(String center) {
        return account(center, new Grant(Role.RESIDENT, ""));
    }

    /** Somebody of this Center with a phone of their own and these grants. */
    public Person account(String center, Grant... granted) {
        return named("王小明", center, granted);
    }

    /** Somebody of this name. */
    public Person named(String name, String center, Grant... granted) {
        return reachable(name, phone(), center, granted);
    }

    /** Somebody of this name who has this phone. */
    public Person reachable(String name, String phone, String center, Grant... granted) {
        UUID account = QuarkusTransaction.joiningExisting().call(() -> {
            UUID id = accounts.register(new NewAccount(center, name, phone, null, null));
            for (Grant grant : granted) {
                grants.grant(id, grant.role(), grant.scope(), Actor.PROGRAM);
            }
            return id;
        });
        return person(account);
    }

    /** Somebody whose account is there. */
    public Person person(UUID account) {
        return new Person(account, tokens, sessions);
    }

    /** A mobile number that no other test has. */
    public static String phone() {
        return "199%08d".formatted(PHONES.incrementAndGet());
    }
}
