package org.diandan.offers;

import java.util.UUID;
import org.diandan.shared.Ids;

/** The key of an offer: the center first, so that every statement names it. */
public record OfferKey(String center, UUID id) {

    static OfferKey of(UUID id) {
        return new OfferKey(Ids.centerOf(id), id);
    }
}
