package org.diandan.offers;

import static org.diandan.shared.Role.Names.CLERK;
import static org.diandan.shared.Role.Names.DISPATCHER;
import static org.diandan.shared.Role.Names.LEADER;
import static org.diandan.shared.Role.Names.VOLUNTEER;

import io.quarkus.security.Authenticated;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.diandan.offers.OfferCommands.AcceptOffer;
import org.diandan.offers.OfferCommands.DeclineOffer;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Offers over HTTP. */
@Path("/offers")
@Tag(name = "offers")
class OfferResource {

    private final OfferReading reading;
    private final Answering answering;

    OfferResource(OfferReading reading, Answering answering) {
        this.reading = reading;
        this.answering = answering;
    }

    @GET
    @RolesAllowed(VOLUNTEER)
    @Operation(operationId = "listOffers", summary = "Lists the caller's own offers, the newest first")
    public Page<OfferLine> list(
            @RestQuery List<OfferState> state,
            @RestQuery @Nullable Instant updatedSince,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return reading.mine(state, updatedSince, cursor, limit);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getOffer", summary = "An offer, with the risks that accepting acknowledges")
    public OfferView get(@PathParam("id") UUID id) {
        return reading.get(id);
    }

    @POST
    @Path("{id}/accept")
    @RolesAllowed({VOLUNTEER, LEADER, CLERK, DISPATCHER})
    @Idempotent
    @Operation(
            operationId = "acceptOffer",
            summary = "Accepts an offer: the volunteer, or somebody who names who heard the consent by phone")
    public OfferView accept(@PathParam("id") UUID id, @NotNull @Valid AcceptOffer request) {
        return answering.accept(id, request);
    }

    @POST
    @Path("{id}/decline")
    @RolesAllowed({VOLUNTEER, LEADER, CLERK, DISPATCHER})
    @Idempotent
    @Operation(operationId = "declineOffer", summary = "Declines an offer, or waits for a place no longer")
    public OfferView decline(@PathParam("id") UUID id, @NotNull @Valid DeclineOffer request) {
        return answering.decline(id, request);
    }
}
