package org.diandan.offers;

import static org.diandan.shared.Role.Names.AUDITOR;
import static org.diandan.shared.Role.Names.CLERK;
import static org.diandan.shared.Role.Names.DISPATCHER;
import static org.diandan.shared.Role.Names.LEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The offers of a visit over HTTP. */
@Path("/visits")
@Tag(name = "offers")
class VisitOfferResource {

    private final OfferReading reading;

    VisitOfferResource(OfferReading reading) {
        this.reading = reading;
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
}
