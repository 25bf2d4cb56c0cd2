package org.diandan.identity;

import static org.diandan.rights.PersonalTable.Tie.ANYWHERE;
import static org.diandan.rights.PersonalTable.Tie.HOME;
import static org.diandan.rights.PersonalTable.handedOut;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diandan.rights.Expiry;
import org.diandan.rights.Individual;
import org.diandan.rights.Naming;
import org.diandan.rights.Period;
import org.diandan.rights.PersonalRecords;
import org.diandan.rights.PersonalTable;
import org.diandan.shared.Actor;
import org.diandan.shared.Refused;

/** What is kept of those who sign in. What opens something is told to nobody, only that it is there. */
@ApplicationScoped
class IdentityRecords implements PersonalRecords, Naming {

    private static final String MINE = "account = :person";

    private final Accounts accounts;
    private final Administrators administrators;
    private final Closing closing;

    IdentityRecords(Accounts accounts, Administrators administrators, Closing closing) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.closing = closing;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                Expiry.of(Period.INVITATIONS, "invitation", "expires_at < :before"),
                Expiry.of(Period.SIGN_INS, "session", "expires_at < :before"));
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                handedOut("account", "account", HOME, "id = :person")
                        .giving("id", "name", "phone", "state", "state_reason", "created_at")
                        .emptying("name", "phone", "state_reason"),
                handedOut("logins", "login", HOME, MINE)
                        .by("kind")
                        .giving("kind", "value")
                        .removing(),
                handedOut("password", "password", HOME, MINE)
                        .by("account")
                        .giving("changed_at")
                        .removing(),
                handedOut("secondFactor", "second_factor", HOME, MINE)
                        .by("account")
                        .giving("confirmed_at")
                        .removing(),
                handedOut("signIns", "session", HOME, MINE)
                        .giving("exchanged_at", "expires_at")
                        .removing(),
                handedOut("grants", "account_grant", HOME, MINE)
                        .by("role || ' ' || scope")
                        .giving("role", "scope", "granted_at")
                        .naming("granted_by")
                        .removing(),
                handedOut("invitations", "invitation", ANYWHERE, MINE)
                        .giving("name", "phone", "role", "scope", "expires_at", "accepted_at")
                        .naming("invited_by")
                        .removing());
    }

    @Override
    public Optional<Refused> obstacle(Individual person) {
        return Optional.ofNullable(person.account())
                .filter(administrators::isLast)
                .map(last -> IdentityProblem.LAST_ADMIN.because());
    }

    @Override
    public void forget(Individual person, Actor by) {
        if (person.account() != null) {
            closing.forget(person.account(), by);
        }
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> people) {
        return accounts.names(people);
    }
}
