package org.diandan.identity;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Masked;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was offered.
 *
 * @param phone that the invitation was sent to, in full
 */
record Invitation(
        UUID id,
        String name,
        String phone,
        Grant grant,
        Instant expiresAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant withdrawnAt,
        @Nullable UUID account,
        UUID by) {

    /** @param phone what the row holds sealed */
    static Invitation of(Object[] row, String phone) {
        return new Invitation(
                (UUID) row[0],
                (String) row[1],
                phone,
                new Grant(Role.valueOf((String) row[3]), (String) row[4]),
                (Instant) row[5],
                (Instant) row[6],
                (Instant) row[7],
                (UUID) row[8],
                (UUID) row[9]);
    }

    InvitationState state(Instant now) {
        if (acceptedAt != null) {
            return InvitationState.ACCEPTED;
        } else if (withdrawnAt != null) {
            return InvitationState.WITHDRAWN;
        }
        return now.isBefore(expiresAt) ? InvitationState.OPEN : InvitationState.EXPIRED;
    }

    InvitationView view(Instant now) {
        return new InvitationView(
                id, name, Masked.phone(phone), grant.role(), grant.scope(), state(now), expiresAt, account);
    }
}
