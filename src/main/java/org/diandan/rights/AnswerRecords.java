package org.diandan.rights;

import static org.diandan.rights.PersonalTable.Tie.HOME;
import static org.diandan.rights.PersonalTable.handedOut;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The answers that {@code http}, on which this room stands, keeps for a request that comes again. */
@ApplicationScoped
class AnswerRecords implements PersonalRecords {

    @Override
    public List<PersonalTable> tables() {
        return List.of(handedOut("answersKept", "idempotency_key", HOME, "account = :person")
                .by("operation || ' ' || key")
                .giving("operation", "status", "path", "created_at")
                .naming("account")
                .removing());
    }
}
