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
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.diandan.offers.SwapCommands.AcceptSwap;
import org.diandan.offers.SwapCommands.DeclineSwap;
import org.diandan.offers.SwapCommands.RefuseSwap;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Swaps of places between volunteers over HTTP. */
@Path("/swaps")
@Tag(name = "offers")
class SwapResource {

    private final SwapViews reading;
    private final Swapping swapping;

    SwapResource(SwapViews reading, Swapping swapping) {
        this.reading = reading;
        this.swapping = swapping;
    }

    @GET
    @RolesAllowed(VOLUNTEER)
    @Operation(
            operationId = "listSwaps",
            summary = "Lists the swaps in which the caller gives or takes a place, the newest first")
    public Page<SwapView> list(
            @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return reading.mine(cursor, limit);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getSwap", summary = "A swap: for the two volunteers, the leader and the chain")
    public SwapView get(@PathParam("id") UUID id) {
        return reading.of(id);
    }

    @POST
    @Path("{id}/accept")
    @RolesAllowed({VOLUNTEER, LEADER, CLERK, DISPATCHER})
    @Idempotent
    @Operation(
            operationId = "acceptSwap",
            summary = "Would take the place: the volunteer who was asked, or somebody who names who heard the consent")
    public SwapView accept(@PathParam("id") UUID id, @NotNull @Valid AcceptSwap request) {
        return swapping.accept(id, request);
    }

    @POST
    @Path("{id}/decline")
    @RolesAllowed({VOLUNTEER, LEADER, CLERK, DISPATCHER})
    @Idempotent
    @Operation(operationId = "declineSwap", summary = "Would not take the place")
    public SwapView decline(@PathParam("id") UUID id, @NotNull @Valid DeclineSwap request) {
        return swapping.decline(id, request);
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed(VOLUNTEER)
    @Idempotent
    @Operation(
            operationId = "withdrawSwap",
            summary = "Takes the swap back: for either volunteer, until a leader agreed")
    public SwapView withdraw(@PathParam("id") UUID id) {
        return swapping.withdraw(id);
    }

    @POST
    @Path("{id}/agree")
    @RolesAllowed({LEADER, DISPATCHER})
    @Idempotent
    @Operation(
            operationId = "agreeToSwap",
            summary = "Agrees, so that the place changes hands: for a leader of the team")
    public SwapView agree(@PathParam("id") UUID id) {
        return swapping.agree(id);
    }

    @POST
    @Path("{id}/refuse")
    @RolesAllowed({LEADER, DISPATCHER})
    @Idempotent
    @Operation(operationId = "refuseSwap", summary = "Does not agree, with a reason: for a leader of the team")
    public SwapView refuse(@PathParam("id") UUID id, @NotNull @Valid RefuseSwap request) {
        return swapping.refuse(id, request);
    }
}
