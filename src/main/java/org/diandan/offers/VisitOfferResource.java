package org.diandan.offers;

import static org.diandan.shared.Role.Names.AUDITOR;
import static org.diandan.shared.Role.Names.CLERK;
import static org.diandan.shared.Role.Names.DISPATCHER;
import static org.diandan.shared.Role.Names.LEADER;
import static org.diandan.shared.Role.Names.VOLUNTEER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.diandan.offers.SwapCommands.AskSwap;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The offers of a visit, and the swaps of its places, over HTTP. */
@Path("/visits")
@Tag(name = "offers")
class VisitOfferResource {

    private final OfferReading reading;
    private final SwapViews swaps;
    private final Swapping swapping;

    VisitOfferResource(OfferReading reading, SwapViews swaps, Swapping swapping) {
        this.reading = reading;
        this.swaps = swaps;
        this.swapping = swapping;
    }

    @GET
    @Path("{id}/offers")
    @RolesAllowed({LEADER, CLERK, DISPATCHER, AUDITOR})
    @Operation(operationId = "listOffersOfVisit", summary = "Who was asked for a visit, and what they answered")
    public Page<OfferLine> offers(
            @PathParam("id") UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return reading.ofVisit(id, cursor, limit);
    }

    @GET
    @Path("{id}/swaps")
    @RolesAllowed({LEADER, CLERK, DISPATCHER, AUDITOR})
    @Operation(operationId = "listSwapsOfVisit", summary = "Who would give the place at a visit to whom")
    public Page<SwapView> swaps(
            @PathParam("id") UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return swaps.ofVisit(id, cursor, limit);
    }

    @POST
    @Path("{id}/swaps")
    @RolesAllowed(VOLUNTEER)
    @Idempotent
    @Operation(
            operationId = "askForSwap",
            summary = "Asks another volunteer to take the caller's place; a leader of the team has to agree besides")
    public SwapView askForSwap(@PathParam("id") UUID id, @NotNull @Valid AskSwap request) {
        return swapping.ask(id, request);
    }
}
