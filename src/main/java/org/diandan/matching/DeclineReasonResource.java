package org.diandan.matching;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.diandan.http.Language;
import org.diandan.shared.Choice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a leader chooses from. */
@Path("/decline-reasons")
@Tag(name = "matching")
class DeclineReasonResource {

    private final Language language;

    DeclineReasonResource(Language language) {
        this.language = language;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listDeclineReasons", summary = "Why a team may not take an order")
    public List<Choice> reasons() {
        return Choice.of(DeclineReason.class, language.locale());
    }
}
