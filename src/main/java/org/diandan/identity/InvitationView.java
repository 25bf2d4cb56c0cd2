package org.diandan.identity;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * An invitation, for whoever sent it.
 *
 * @param phone masked
 * @param account who accepted it
 */
record InvitationView(
        UUID id,
        String name,
        String phone,
        Role role,
        String scope,
        InvitationState state,
        Instant expiresAt,
        @Nullable UUID account) {}
