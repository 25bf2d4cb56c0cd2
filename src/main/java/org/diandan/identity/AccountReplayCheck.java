package org.diandan.identity;

import jakarta.inject.Singleton;
import java.util.Map;
import org.diandan.http.ReplayCheck;

/** An earlier answer about an account is for those who are responsible for it now. */
@Singleton
class AccountReplayCheck implements ReplayCheck {

    private final Granting granting;
    private final CurrentUser user;

    AccountReplayCheck(Granting granting, CurrentUser user) {
        this.granting = granting;
        this.user = user;
    }

    @Override
    public Map<String, Look> looks() {
        return Map.of("/accounts/{}", ids -> granting.grantsOf(ids.get(0), user.scope()));
    }
}
