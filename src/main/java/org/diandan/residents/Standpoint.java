package org.diandan.residents;

import static org.diandan.shared.Role.CLERK;
import static org.diandan.shared.Role.DISPATCHER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.Scope;
import org.jspecify.annotations.Nullable;

/** From where somebody looks at a resident; from nowhere, there is none. */
enum Standpoint {
    /** The resident. */
    OWN,
    /** A clerk or dispatcher of the chain of the resident's site. */
    STAFF,
    /** Somebody the resident allowed to act: orders for them, and need not read here what they know. */
    PROXY;

    static Optional<Standpoint> of(Scope scope, @Nullable UUID account, String site, Set<UUID> proxies) {
        @Nullable UUID looking = scope.account();
        if (looking == null) {
            return Optional.empty();
        } else if (looking.equals(account)) {
            return Optional.of(OWN);
        } else if (scope.covers(site, CLERK, DISPATCHER)) {
            return Optional.of(STAFF);
        }
        return proxies.contains(looking) ? Optional.of(PROXY) : Optional.empty();
    }

    /** Tells whether contact, address and circumstances are shown in full and may be corrected. */
    boolean isFull() {
        return this != PROXY;
    }

    /** Tells whether a consent of this kind can come to us from here. */
    boolean hears(ConsentBy way) {
        return switch (this) {
            case OWN -> way == ConsentBy.SELF;
            case STAFF -> way == ConsentBy.PHONE || way == ConsentBy.IN_PERSON;
            case PROXY -> false;
        };
    }

    List<ResidentAction> actions() {
        return isFull() ? List.of(ResidentAction.values()) : List.of();
    }
}
