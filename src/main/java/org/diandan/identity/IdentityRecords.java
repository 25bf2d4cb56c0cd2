package org.diandan.identity;

import static org.diandan.rights.PersonalTable.Tie.ANYWHERE;
import static org.diandan.rights.PersonalTable.Tie.HOME;
import static org.diandan.rights.PersonalTable.handedOut;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.rights.Naming;
import org.diandan.rights.PersonalRecords;
import org.diandan.rights.PersonalTable;

/** What is kept of those who sign in. What opens something is told to nobody, only that it is there. */
@ApplicationScoped
class IdentityRecords implements PersonalRecords, Naming {

    private static final String MINE = "account = :person";

    private final Accounts accounts;

    IdentityRecords(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                handedOut("account", "account", HOME, "id = :person")
                        .giving("id", "name", "phone", "state", "state_reason", "created_at"),
                handedOut("logins", "login", HOME, MINE).by("kind").giving("kind", "value"),
                handedOut("password", "password", HOME, MINE).by("account").giving("changed_at"),
                handedOut("secondFactor", "second_factor", HOME, MINE)
                        .by("account")
                        .giving("confirmed_at"),
                handedOut("signIns", "session", HOME, MINE).giving("exchanged_at", "expires_at"),
                handedOut("grants", "account_grant", HOME, MINE)
                        .by("role || ' ' || scope")
                        .giving("role", "scope", "granted_at")
                        .naming("granted_by"),
                handedOut("invitations", "invitation", ANYWHERE, MINE)
                        .giving("name", "phone", "role", "scope", "expires_at", "accepted_at")
                        .naming("invited_by"));
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> people) {
        return accounts.names(people);
    }
}
