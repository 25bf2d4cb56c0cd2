package org.diandan.residents;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resident as a clerk enters one.
 *
 * @param site the code of the village or community
 * @param circumstances none, unless consent to {@link ConsentPurpose#CIRCUMSTANCES} is among the consents or on record
 */
public record NewResident(
        String site,
        String name,
        String phone,
        @Nullable String address,
        Set<Circumstance> circumstances,
        List<Consent> consents) {}
