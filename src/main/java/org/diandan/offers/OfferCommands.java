package org.diandan.offers;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What callers send with the verbs of offers and of the pool, one record a verb. */
final class OfferCommands {

    private OfferCommands() {}

    /**
     * Takes the offered place.
     *
     * @param risksAcknowledged the version of the service's risks that were told
     * @param heardBy the name of who heard the volunteer say so by phone; needed from anybody but the volunteer
     */
    public record AcceptOffer(
            @Min(1) int risksAcknowledged,
            @Nullable @Size(max = 100) String heardBy) {}

    /**
     * Does not take the offered place.
     *
     * @param text words beside the reason; needed for {@code OTHER}
     * @param heardBy the name of who heard the volunteer say so by phone; needed from anybody but the volunteer
     */
    public record DeclineOffer(
            @NotNull DeclineReason reason,
            @Nullable @Size(max = 2000) String text,
            @Nullable @Size(max = 100) String heardBy) {}

    /**
     * Takes a place from the pool.
     *
     * @param risksAcknowledged the version of the service's risks that were told
     * @param waitIfTaken true to wait for a place where all are taken; else that is refused
     */
    public record ClaimPlace(
            @Min(1) int risksAcknowledged, @Nullable Boolean waitIfTaken) {

        boolean waits() {
            return Boolean.TRUE.equals(waitIfTaken);
        }
    }
}
