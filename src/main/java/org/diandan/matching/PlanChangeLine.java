package org.diandan.matching;

import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Choice;
import org.diandan.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * One order that a plan lets go elsewhere.
 *
 * @param from the team that is asked now; absent while the order waits
 * @param to the team that would be asked; absent if the order is to wait
 * @param gain points by which the whole would be worse, at most, if it stayed: what the order gains itself, and what the
 *     place that it leaves is worth to others
 * @param why in words
 * @param skipped why it was not put into effect, in words
 * @param routing the new question, once it is put
 */
public record PlanChangeLine(
        int number,
        UUID order,
        String orderNumber,
        String site,
        String service,
        @Nullable Side from,
        @Nullable Side to,
        int gain,
        Choice why,
        Choice state,
        @Nullable Choice skipped,
        @Nullable UUID routing,
        @Nullable Instant doneAt) {

    /**
     * A team and a time.
     *
     * @param points of all terms but load and price; absent where the team can no longer take it
     * @param price what one more visit there would cost the others, in points; the load of the team is part of it
     */
    public record Side(
            UUID team,
            String name,
            TimeWindow slot,
            @Nullable Integer points,
            @Nullable Integer price) {}
}
