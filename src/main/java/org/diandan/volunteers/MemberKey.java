package org.diandan.volunteers;

import java.util.UUID;
import org.diandan.shared.Ids;

/** One person in one team. */
record MemberKey(String center, UUID teamId, UUID accountId) {

    static MemberKey of(UUID team, UUID account) {
        return new MemberKey(Ids.centerOf(team), team, account);
    }
}
