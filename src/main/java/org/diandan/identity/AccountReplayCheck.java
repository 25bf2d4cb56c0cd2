package org.diandan.identity;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.diandan.http.ReplayCheck;
import org.diandan.shared.Refused;

/** Looks again whether the caller is responsible for an account before an earlier answer about it is given once more. */
@Singleton
class AccountReplayCheck implements ReplayCheck {

    private static final String PATH = "/accounts/";

    private final Granting granting;
    private final CurrentUser user;

    AccountReplayCheck(Granting granting, CurrentUser user) {
        this.granting = granting;
        this.user = user;
    }

    @Override
    public boolean knows(String path) {
        return path.startsWith(PATH);
    }

    @Override
    public boolean isVisible(String path) {
        try {
            granting.grantsOf(UUID.fromString(path.substring(PATH.length())), user.scope());
            return true;
        } catch (Refused e) {
            return false;
        }
    }
}
