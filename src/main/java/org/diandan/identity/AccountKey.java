package org.diandan.identity;

import java.util.UUID;
import org.diandan.shared.Ids;

/** The key of an account. */
record AccountKey(String center, UUID id) {

    static AccountKey of(UUID account) {
        return new AccountKey(Ids.centerOf(account), account);
    }
}
