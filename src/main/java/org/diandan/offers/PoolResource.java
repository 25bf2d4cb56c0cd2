package org.diandan.offers;

import static org.diandan.shared.Role.Names.VOLUNTEER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.diandan.offers.OfferCommands.ClaimPlace;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The open pool over HTTP: places that any qualified volunteer may take. */
@Path("/pool")
@Tag(name = "offers")
class PoolResource {

    private static final String CENTER = "[0-9]{6}";
    private static final String SITE = "[0-9]{6}([0-9]{3}([0-9]{3})?)?(-[0-9]{3})?";

    private final OfferReading reading;
    private final Answering answering;

    PoolResource(OfferReading reading, Answering answering) {
        this.reading = reading;
        this.answering = answering;
    }

    @GET
    @RolesAllowed(VOLUNTEER)
    @Operation(
            operationId = "listPool",
            summary = "Lists the visits of a center, by default the caller's own, that seek volunteers like the caller,"
                    + " the soonest first")
    public Page<PoolLine> list(
            @RestQuery @Nullable @Pattern(regexp = CENTER) String center,
            @RestQuery @Nullable @Pattern(regexp = SITE) String site,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return reading.pool(center, site, cursor, limit);
    }

    @POST
    @Path("{visitId}/claim")
    @RolesAllowed(VOLUNTEER)
    @Idempotent
    @Operation(
            operationId = "claimPlace",
            summary = "Takes a place at a visit; of any number who want the last one at once, one gets it")
    public OfferView claim(@PathParam("visitId") UUID visitId, @NotNull @Valid ClaimPlace request) {
        return answering.claim(visitId, request);
    }
}
