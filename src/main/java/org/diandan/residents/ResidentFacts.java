package org.diandan.residents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other rooms may know of a resident without looking at personal data.
 *
 * @param account the resident's own account, if there is one
 * @param site the code of the village or community where the resident lives; of the Center while nobody has said which
 */
public record ResidentFacts(UUID id, @Nullable UUID account, String site) {}
