package org.diandan.orders;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Urgency;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a list of orders is asked for.
 *
 * @param view MINE: in which the caller or a team of theirs has a part; PAST: had one; BOARD: of the caller's areas
 * @param center for the board, where the caller has areas in several; for MINE and PAST, another than the home Center
 * @param site a site's code: this site and all below it
 */
record OrderFilter(
        @RestQuery @DefaultValue("MINE") View view,
        @RestQuery @Nullable @Pattern(regexp = "[0-9]{6}") String center,
        @RestQuery @Nullable Set<OrderState> state,

        @RestQuery @Nullable @Pattern(regexp = "[a-z0-9-]{1,64}")
        String service,

        @RestQuery @Nullable Urgency urgency,

        @RestQuery @Nullable @Pattern(regexp = PlaceOrder.SITE)
        String site,

        @RestQuery @Nullable Instant updatedSince,
        @RestQuery @Nullable String cursor,
        @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {

    /** Which list. */
    enum View {
        MINE,
        PAST,
        BOARD
    }

    Set<String> centers(Scope scope) {
        return center == null ? scope.centers() : Set.of(center);
    }

    /** The one Center whose board is asked for: named, or the only one that the caller has areas in. */
    String boardCenter(Scope scope) {
        if (center != null) {
            return center;
        }
        List<String> centers = scope.areas(Role.CLERK, Role.DISPATCHER, Role.AUDITOR).stream()
                .filter(area -> area.code().length() >= 6)
                .map(area -> area.code().substring(0, 6))
                .distinct()
                .toList();
        if (centers.size() != 1) {
            throw OrderProblem.CENTER_MISSING.because();
        }
        return centers.get(0);
    }
}
