package org.diandan.residents;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.diandan.http.ReplayCheck;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Refused;

/** Looks again whether the caller may see a resident before an earlier answer about them is given once more. */
@Singleton
class ResidentReplayCheck implements ReplayCheck {

    private static final String PATH = "/residents/";

    private final Keeping keeping;
    private final CurrentUser user;

    ResidentReplayCheck(Keeping keeping, CurrentUser user) {
        this.keeping = keeping;
        this.user = user;
    }

    @Override
    public boolean knows(String path) {
        return path.startsWith(PATH);
    }

    @Override
    public boolean isVisible(String path) {
        try {
            keeping.see(UUID.fromString(path.substring(PATH.length())), user.scope());
            return true;
        } catch (Refused e) {
            return false;
        }
    }
}
