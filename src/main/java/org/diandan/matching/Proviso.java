package org.diandan.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.diandan.catalogue.PairRule;
import org.diandan.catalogue.ServiceItem;
import org.diandan.orders.OrderFacts;
import org.jspecify.annotations.Nullable;

/** What a ranking could not know, and says so. */
enum Proviso {
    /** The service sends somebody of the resident's own sex, and the resident did not say whom to send. */
    SAME_SEX_AT_VISIT,
    /** No price has been learned, or too long ago: how full a team's week is stands for what its places are worth. */
    NO_PRICES;

    static List<Proviso> of(OrderFacts order, ServiceItem service, @Nullable Instant pricesLearnedAt) {
        List<Proviso> provisos = new ArrayList<>();
        if (service.pairRule() == PairRule.SAME_SEX && order.wishedSex() == null) {
            provisos.add(SAME_SEX_AT_VISIT);
        }
        if (pricesLearnedAt == null) {
            provisos.add(NO_PRICES);
        }
        return List.copyOf(provisos);
    }
}
