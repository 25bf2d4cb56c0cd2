package org.diandan.orders;

import java.util.List;
import org.diandan.catalogue.RiskClass;
import org.jspecify.annotations.Nullable;

/**
 * A signed-off work order.
 *
 * @param revision which preparation of the order it is, 1 and up
 * @param insurance whether everyone who comes needs valid insurance
 */
public record Plan(
        int revision,
        List<PlannedVisit> visits,
        RiskClass riskClass,
        boolean insurance,
        @Nullable String note) {}
