package org.diandan.offers;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.diandan.http.Language;
import org.diandan.shared.Choice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people choose from when they answer an offer, in both languages. */
@Path("/")
@Tag(name = "offers")
class OfferChoiceResource {

    private final Language language;

    OfferChoiceResource(Language language) {
        this.language = language;
    }

    @GET
    @Path("offer-decline-reasons")
    @PermitAll
    @Operation(operationId = "listOfferDeclineReasons", summary = "Why an offer can be declined")
    public List<Choice> declineReasons() {
        return Choice.of(DeclineReason.class, language.locale());
    }

    @GET
    @Path("offer-states")
    @PermitAll
    @Operation(operationId = "listOfferStates", summary = "Where an offer can stand")
    public List<Choice> states() {
        return Choice.of(OfferState.class, language.locale());
    }

    @GET
    @Path("swap-states")
    @PermitAll
    @Operation(operationId = "listSwapStates", summary = "Where a swap of a place can stand")
    public List<Choice> swapStates() {
        return Choice.of(SwapState.class, language.locale());
    }
}
