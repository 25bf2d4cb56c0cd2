package org.diandan.orders;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.catalogue.RiskClass;
import org.diandan.http.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A work order as it is being written or was signed off.
 *
 * @param actions what the caller may do with it now
 */
public record PreparationView(
        UUID order,
        int revision,
        int round,
        int version,
        @Nullable UUID expert,
        List<PlannedVisit> visits,
        @Nullable RiskClass riskClass,
        List<String> checked,
        @Nullable String note,
        @Nullable UUID signedOffBy,
        @Nullable Instant signedOffAt,
        List<OrderAction> actions)
        implements Resource {

    private static final Set<OrderAction> OWN =
            EnumSet.of(OrderAction.ASSIGN, OrderAction.SIGN_OFF, OrderAction.HAND_BACK, OrderAction.CHANGE);

    static PreparationView of(Preparation preparation, List<OrderAction> open) {
        return new PreparationView(
                preparation.order(),
                preparation.revision(),
                preparation.round(),
                preparation.version(),
                preparation.expert(),
                preparation.visits(),
                preparation.riskClass(),
                preparation.checked(),
                preparation.note(),
                preparation.signedOffBy(),
                preparation.signedOffAt(),
                open.stream().filter(OWN::contains).toList());
    }

    @Override
    public String path() {
        return "/orders/" + order + "/preparation";
    }
}
