package org.diandan.orders;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.diandan.volunteers.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Whom the resident would like to come, and whom not; all of it may be left open.
 *
 * @param sameHelper those who came to the resident last are asked first
 * @param sex of the helpers; those whose sex is not on record may be asked too, and it is settled with them
 * @param twoPeople at least two are to come together
 * @param notTeams teams that are never to come, also in orders to come; absent: as in the resident's last order
 */
public record Whom(
        @Nullable Boolean sameHelper,
        @Nullable Sex sex,
        @Nullable Boolean twoPeople,
        @Nullable @Size(max = 20) List<@NotNull UUID> notTeams) {

    static final Whom ANYBODY = new Whom(null, null, null, null);

    /** Tells whether those who came last are wished for. */
    boolean wantsSameHelper() {
        return Boolean.TRUE.equals(sameHelper);
    }
}
