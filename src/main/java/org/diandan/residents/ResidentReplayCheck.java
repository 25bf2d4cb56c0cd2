package org.diandan.residents;

import jakarta.inject.Singleton;
import java.util.Map;
import org.diandan.http.ReplayCheck;
import org.diandan.identity.CurrentUser;

/** An earlier answer about a resident is for those who may see them now. */
@Singleton
class ResidentReplayCheck implements ReplayCheck {

    private final Keeping keeping;
    private final CurrentUser user;

    ResidentReplayCheck(Keeping keeping, CurrentUser user) {
        this.keeping = keeping;
        this.user = user;
    }

    @Override
    public Map<String, Look> looks() {
        return Map.of("/residents/{}", ids -> keeping.see(ids.get(0), user.scope()));
    }
}
