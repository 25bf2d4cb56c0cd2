package org.diandan.matching;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.diandan.orders.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The Center ends the search.
 *
 * @param reason one that {@code GET /reasons?action=GIVE_UP} lists; words beside it are needed with OTHER
 */
public record GiveUpOrder(
        @NotNull Reason reason, @Nullable @Size(max = 2000) String text) {}
