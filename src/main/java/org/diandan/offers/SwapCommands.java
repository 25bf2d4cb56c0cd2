package org.diandan.offers;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers send with the verbs of swaps, one record a verb. */
final class SwapCommands {

    private SwapCommands() {}

    /**
     * Would give the caller's place away.
     *
     * @param taker the volunteer who is asked to take it
     */
    public record AskSwap(@NotNull UUID taker) {}

    /**
     * Would take the place.
     *
     * @param risksAcknowledged the version of the service's risks that were told
     * @param heardBy the name of who heard the volunteer say so by phone; needed from anybody but the volunteer
     */
    public record AcceptSwap(
            @Min(1) int risksAcknowledged,
            @Nullable @Size(max = 100) String heardBy) {}

    /**
     * Would not take the place.
     *
     * @param text words beside the reason; needed for {@code OTHER}
     * @param heardBy the name of who heard the volunteer say so by phone; needed from anybody but the volunteer
     */
    public record DeclineSwap(
            @NotNull DeclineReason reason,
            @Nullable @Size(max = 2000) String text,
            @Nullable @Size(max = 100) String heardBy) {}

    /** Does not agree. */
    public record RefuseSwap(@NotBlank @Size(max = 2000) String text) {}
}
