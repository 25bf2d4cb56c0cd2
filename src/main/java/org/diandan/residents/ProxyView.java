package org.diandan.residents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may act for a resident, or is invited to.
 *
 * @param name masked; absent while nobody has taken the invitation up
 * @param invitation what to pass on to the person; shown to the resident alone
 */
record ProxyView(
        UUID id,
        Relation relation,
        ProxyState state,
        @Nullable String name,
        @Nullable String invitation,
        @Nullable Instant invitedUntil,
        ConsentBy consent,
        Instant allowedAt) {}
