package org.diandan.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.diandan.identity.Accounts;
import org.diandan.identity.NewAccount;
import org.diandan.identity.Tokens;

/** Accounts without any role, for tests of what does not ask for one. */
@Singleton
class Callers {

    @Inject
    Accounts accounts;

    @Inject
    Tokens tokens;

    /** A new account in Boxing county. */
    Api somebody() {
        UUID account = accounts.register(new NewAccount("371625", "王小明", null, null, null));
        return Api.bearing(tokens.issue(account));
    }
}
