package org.diandan.orders;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.diandan.catalogue.RiskClass;
import org.jspecify.annotations.Nullable;

/**
 * What the expert writes before signing off; may be incomplete until then.
 *
 * @param visits in their order of time, not overlapping
 * @param checked the codes of the service's checklist that are done
 */
public record Draft(
        @NotNull @Size(max = 30) List<@Valid @NotNull PlannedVisit> visits,
        @Nullable RiskClass riskClass,
        @NotNull @Size(max = 50) List<@NotNull @Size(max = 64) String> checked,
        @Nullable @Size(max = 2000) String note) {

    /** Visits follow each other in time. */
    @AssertTrue(message = "{orders.visits-in-order}")
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isInOrder() {
        for (int i = 0; i < visits.size(); i++) {
            if (!visits.get(i).from().isBefore(visits.get(i).to())
                    || (i > 0 && visits.get(i).from().isBefore(visits.get(i - 1).to()))) {
                return false;
            }
        }
        return true;
    }
}
