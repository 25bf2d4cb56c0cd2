package org.diandan.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.diandan.shared.Choice;
import org.diandan.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Somebody decided something.
 *
 * @param by the account that decided; absent for the program
 * @param operation the operation of the contract by which it was decided, or {@code program}
 * @param detail codes that say more
 */
record DecisionLine(
        UUID id,
        Instant at,
        String site,
        @Nullable UUID by,
        String operation,
        Choice decision,
        Subject about,
        String detail) {

    static DecisionLine of(Entry entry, Locale language) {
        var decision = Decision.valueOf(Objects.requireNonNull(entry.decision()));
        return new DecisionLine(
                entry.id(),
                entry.at(),
                entry.site(),
                entry.actor(),
                entry.operation(),
                new Choice(decision.name(), Texts.of(decision, language)),
                entry.subjectOf(),
                entry.detail());
    }
}
